package decode

import "unroll/core/elementary"

// outlook is what is to be known of a step's logits to turn each into a log-probability.
type outlook struct {
	best     int     // the token with the greatest logit; of equals, the first
	top, sum float64 // that logit, and log Σ exp(x − top)
}

func look(logits []float32) outlook {
	var o outlook
	for id, x := range logits {
		if x > logits[o.best] {
			o.best = id
		}
	}
	o.top = float64(logits[o.best])
	sum := 0.0
	for _, x := range logits {
		sum += elementary.Exp(float64(x) - o.top)
	}
	o.sum = elementary.Log(sum)
	return o
}

// logProb is log p of the token with logit x. It is never above 0.
func (o *outlook) logProb(x float32) float64 { return float64(x) - o.top - o.sum }

// penalties are lp of the lengths 0 to most (Wu et al. 2016, eq. 14).
func penalties(α float64, most int) []float64 {
	lp := make([]float64, most+1)
	for n := range lp {
		lp[n] = elementary.Exp(float64(α * (elementary.Log(float64(5+n)) - elementary.Log(6))))
	}
	return lp
}
