package decode

import "math"

// Which of two hypotheses is better must not depend on where it is computed. Package math has assembly
// for exp and log on some platforms and none in WebAssembly, and other bits; these are the same
// everywhere. Each product is rounded by an explicit conversion, which forbids the compiler to fuse it
// into a multiply–add.

const (
	log2e = 1.44269504088896340736
	ln2   = 0.693147180559945309417
	ln2Hi = 6.93147180369123816490e-01 // ln 2 in two parts, the first exact in few bits (Cody & Waite 1980)
	ln2Lo = 1.90821492927058770002e-10
)

// exp is eˣ for x below 709, to 10⁻¹⁵ of itself; 0 where that is no normal number any more. It is
// Taylor's series, whose next term is below 10⁻¹⁷, in Horner's form.
//
//	x = k·ln 2 + r with |r| ≤ ½ ln 2;  eˣ = 2ᵏ·eʳ
func exp(x float64) float64 {
	if x < -708 {
		return 0
	}
	k := math.Floor(float64(x*log2e) + 0.5)
	r := x - float64(k*ln2Hi) - float64(k*ln2Lo)
	y := 1.0 / 6227020800 // 1 ⁄ 13!
	y = float64(y*r) + 1.0/479001600
	y = float64(y*r) + 1.0/39916800
	y = float64(y*r) + 1.0/3628800
	y = float64(y*r) + 1.0/362880
	y = float64(y*r) + 1.0/40320
	y = float64(y*r) + 1.0/5040
	y = float64(y*r) + 1.0/720
	y = float64(y*r) + 1.0/120
	y = float64(y*r) + 1.0/24
	y = float64(y*r) + 1.0/6
	y = float64(y*r) + 1.0/2
	y = float64(y*r) + 1
	y = float64(y*r) + 1
	return y * math.Float64frombits(uint64(int64(k)+1023)<<52)
}

// log is ln x for x ≥ 1. The series' next term is below 10⁻¹⁸.
//
//	x = 2ᵏ·f with √½ ≤ f < √2;  ln f = 2·artanh s = 2 (s + s³⁄3 + s⁵⁄5 + …) with s = (f − 1) ⁄ (f + 1)
func log(x float64) float64 {
	f, k := math.Frexp(x)
	if f < math.Sqrt2/2 {
		f, k = 2*f, k-1
	}
	s := (f - 1) / (f + 1)
	square, sum := float64(s*s), 0.0
	for n := 23; n > 0; n -= 2 {
		sum = float64(sum*square) + 1/float64(n)
	}
	return float64(float64(k)*ln2) + float64(2*s*sum)
}

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
		sum += exp(float64(x) - o.top)
	}
	o.sum = log(sum)
	return o
}

// logProb is log p of the token with logit x. It is never above 0.
func (o *outlook) logProb(x float32) float64 { return float64(x) - o.top - o.sum }

// penalties are lp of the lengths 0 to most (Wu et al. 2016, eq. 14).
func penalties(α float64, most int) []float64 {
	lp := make([]float64, most+1)
	for n := range lp {
		lp[n] = exp(float64(α * (log(float64(5+n)) - log(6))))
	}
	return lp
}
