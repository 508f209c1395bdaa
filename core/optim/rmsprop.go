package optim

import "unroll/core/kernel"

// RMSProp divides the gradient by a running root mean square of itself (Tieleman & Hinton 2012,
// Lecture 6.5 of "Neural Networks for Machine Learning"), with PyTorch's constants, the mean's β = 0.99
// and ε = 10⁻⁸:
//
//	g = g + λθ
//	v = βv + (1 − β)g²
//	θ = θ − α · g ⁄ (√v + ε)
type RMSProp struct {
	counter
	decay float64
	v     []float32
	step  kernel.AdamStep
}

var _ Optimiser = (*RMSProp)(nil)

func newRMSProp(o Options, n int) *RMSProp { return &RMSProp{decay: o.Decay, v: make([]float32, n)} }

// Name implements Optimiser.
func (*RMSProp) Name() string { return "rmsprop" }

// Update implements Optimiser. It is a step of Adam without memory of the gradient itself, and without
// corrections.
func (r *RMSProp) Update(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	r.t++
	scale = regularise(ops, param, grad, scale, r.decay)
	r.step = kernel.AdamStep{
		P: param, G: grad, M: grad, V: r.v, Scale: scale,
		Rate: float32(rate), Beta1: 0, Beta2: 0.99, Epsilon: epsilon,
		Correction1: 1, Correction2: 1,
	}
	ops.Adam(&r.step)
}

// State implements Optimiser.
func (r *RMSProp) State() []Buffer { return []Buffer{{"v", r.v}} }
