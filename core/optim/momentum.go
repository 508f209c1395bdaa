package optim

import "unroll/core/kernel"

// momentum is stochastic gradient descent along a running sum of gradients (Polyak 1964), in the form of
// PyTorch's SGD, where the learning rate stands outside the sum, so that a schedule acts at once:
//
//	g = g + λθ
//	v = μv + g
//	θ = θ − αv
func (o *Optimiser) momentum(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	v := o.state[0].Data
	scale = o.regularise(ops, param, grad, scale)
	ops.Scale(float32(o.μ), v)
	ops.Axpy(scale, grad, v)
	ops.Axpy(float32(-rate), v, param)
}
