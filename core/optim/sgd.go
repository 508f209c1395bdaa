package optim

import "unroll/core/kernel"

// sgd is stochastic gradient descent (Robbins & Monro 1951):
//
//	g = g + λθ
//	θ = θ − αg
func (o *Optimiser) sgd(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	scale = o.regularise(ops, param, grad, scale)
	ops.Axpy(float32(-rate*float64(scale)), grad, param)
}
