package optim

import "unroll/core/kernel"

// SGD is stochastic gradient descent (Robbins & Monro 1951):
//
//	g = g + λθ
//	θ = θ − αg
type SGD struct {
	counter
	decay float64
}

var _ Optimiser = (*SGD)(nil)

// Name implements Optimiser.
func (*SGD) Name() string { return "sgd" }

// Update implements Optimiser.
func (s *SGD) Update(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	s.t++
	scale = regularise(ops, param, grad, scale, s.decay)
	ops.Axpy(float32(-rate*float64(scale)), grad, param)
}

// State implements Optimiser: there is none.
func (*SGD) State() []Buffer { return nil }
