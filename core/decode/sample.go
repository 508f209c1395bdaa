package decode

import (
	"math"
	"math/rand/v2"

	"unroll/core/elementary"
)

// stream is the second word of the seed, so that these draws are not those of others with the same.
const stream = 0x64656320 // "dec "

// sample draws each token from exp(x ⁄ τ), as far as that is of the k most probable, by inverting the
// cumulative distribution: one number a token.
func (d *Decoder) sample(source []int, o Options) Hypothesis {
	random := rand.NewPCG(o.Seed, stream)
	return d.walk("sampled", source, d.model.Config.MaxTarget, func(_ int, logits []float32, now *outlook) int {
		last := d.last(logits, o.TopK)
		weights, sum := d.weights[:0], 0.0
		for id, x := range logits {
			w := 0.0
			if !last.before(&candidate{id: id, logit: x}) {
				w = elementary.Exp((float64(x) - now.top) / o.Temperature)
			}
			weights = append(weights, w)
			sum += w
		}
		d.weights = weights
		at := float64(float64(random.Uint64()>>11) * 0x1p-53 * sum)
		upTo := 0.0
		for id, w := range weights {
			if upTo += w; upTo > at {
				return id
			}
		}
		return now.best // only where the logits are not numbers
	})
}

// last is the last of the k most probable tokens; 0 is all.
func (d *Decoder) last(logits []float32, k int) candidate {
	if k == 0 || k >= len(logits) {
		return candidate{id: len(logits), logit: float32(math.Inf(-1))}
	}
	d.shortlist.begin(k)
	for id, x := range logits {
		d.shortlist.offer(candidate{id: id, logit: x})
	}
	return d.shortlist.list[k-1]
}
