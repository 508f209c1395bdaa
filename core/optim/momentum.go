package optim

import "unroll/core/kernel"

// Momentum is stochastic gradient descent along a running sum of gradients (Polyak 1964), in the form
// of PyTorch's SGD, where the learning rate stands outside the sum, so that a schedule acts at once:
//
//	g = g + λθ
//	v = μv + g
//	θ = θ − αv
type Momentum struct {
	counter
	momentum, decay float64
	v               []float32
}

var _ Optimiser = (*Momentum)(nil)

func newMomentum(o Options, n int) *Momentum {
	if o.Momentum == 0 {
		o.Momentum = 0.9
	}
	return &Momentum{momentum: o.Momentum, decay: o.Decay, v: make([]float32, n)}
}

// Name implements Optimiser.
func (*Momentum) Name() string { return "momentum" }

// Update implements Optimiser.
func (m *Momentum) Update(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	m.t++
	scale = regularise(ops, param, grad, scale, m.decay)
	ops.Scale(float32(m.momentum), m.v)
	ops.Axpy(scale, grad, m.v)
	ops.Axpy(float32(-rate), m.v, param)
}

// State implements Optimiser.
func (m *Momentum) State() []Buffer { return []Buffer{{"v", m.v}} }
