package layer

import (
	"math/rand/v2"

	"unroll/core/kernel"
)

// Dropout sets each number to zero with probability Rate and divides the others by 1 − Rate, so that the
// sum it goes into stays the same on average (Srivastava et al. 2014, § 10: "inverted"). In a recurrent
// network it stands on the connections from layer to layer, never on those from step to step (Zaremba,
// Sutskever & Vinyals 2014, eq. 4).
type Dropout struct {
	Rate float64 // 0 ≤ Rate < 1
	ops  kernel.Ops
	mask []float32 // 0 or 1 ⁄ (1 − Rate)
}

// NewDropout has room for n numbers, unless the rate is zero.
func NewDropout(ops kernel.Ops, rate float64, n int) *Dropout {
	d := &Dropout{Rate: rate, ops: ops}
	if rate > 0 {
		d.mask = make([]float32, n)
	}
	return d
}

// Noise is where the randomness of one pass through a model comes from. Every place that drops numbers
// has a source of its own, seeded by the pass and the place's turn, so that what is dropped at one does
// not depend on how much there is at another.
type Noise struct {
	pass, turn uint64
	seed       uint64
	source     rand.PCG
}

// Seed begins pass number pass of a run with this seed.
func (n *Noise) Seed(seed, pass uint64) { n.seed, n.pass, n.turn = seed, pass, 0 }

// Next is the source of the next place, valid until the one after it.
func (n *Noise) Next() *rand.PCG {
	n.turn++
	n.source.Seed(n.seed, n.pass<<8|n.turn)
	return &n.source
}

// Draw chooses what is dropped of the next n numbers: of each with 16 bits of the source.
func (d *Dropout) Draw(r *rand.PCG, n int) {
	keep, limit := float32(1/(1-d.Rate)), uint64(d.Rate*(1<<16))
	var bits uint64
	for i := range d.mask[:n] {
		if i%4 == 0 {
			bits = r.Uint64()
		}
		d.mask[i] = 0
		if bits&(1<<16-1) >= limit {
			d.mask[i] = keep
		}
		bits >>= 16
	}
}

// Apply computes y = x ⊙ mask for the numbers from ≤ i < to of the sequences x and y: forward, of
// values, and backward, of their gradients. y may be x.
func (d *Dropout) Apply(y, x []float32, from, to int) {
	d.ops.Mul(y[from:to], x[from:to], d.mask[from:to])
}
