package optim

import "unroll/core/kernel"

// rmsProp divides the gradient by a running root mean square of itself (Tieleman & Hinton 2012, Lecture
// 6.5 of "Neural Networks for Machine Learning"), with PyTorch's constants, β = 0.99 and ε = 10⁻⁸:
//
//	g = g + λθ
//	v = βv + (1 − β)g²
//	θ = θ − α · g ⁄ (√v + ε)
//
// It is a step of Adam without memory of the gradient itself, and without corrections.
func (o *Optimiser) rmsProp(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	scale = o.regularise(ops, param, grad, scale)
	o.step = kernel.AdamStep{
		P: param, G: grad, M: grad, V: o.state[0].Data, Scale: scale,
		Rate: float32(rate), Beta1: 0, Beta2: 0.99, Epsilon: epsilon,
		Correction1: 1, Correction2: 1,
	}
	ops.Adam(&o.step)
}
