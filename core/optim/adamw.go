package optim

import "unroll/core/kernel"

// AdamW is Adam with the decay of weights taken out of the gradient, where the division by √v would
// weaken it most for the weights that move most (Loshchilov & Hutter 2019, Algorithm 2; as in PyTorch,
// α scales the decay, too):
//
//	θ = θ − αλθ
//	then Adam's update, without λ
type AdamW struct {
	adam  Adam
	decay float64
}

var _ Optimiser = (*AdamW)(nil)

func newAdamW(o Options, n int) *AdamW {
	if o.Decay == 0 {
		o.Decay = 0.01
	}
	return &AdamW{adam: *newAdam(Options{}, n), decay: o.Decay}
}

// Name implements Optimiser.
func (*AdamW) Name() string { return "adamw" }

// Update implements Optimiser.
func (w *AdamW) Update(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	ops.Scale(float32(1-float64(rate*w.decay)), param)
	w.adam.Update(ops, param, grad, scale, rate)
}

// State implements Optimiser.
func (w *AdamW) State() []Buffer { return w.adam.State() }

// Steps implements Optimiser.
func (w *AdamW) Steps() int { return w.adam.Steps() }

// SetSteps implements Optimiser.
func (w *AdamW) SetSteps(n int) { w.adam.SetSteps(n) }
