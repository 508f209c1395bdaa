package optim

import (
	"math"

	"unroll/core/elementary"
	"unroll/core/kernel"
)

const (
	beta1   = 0.9
	beta2   = 0.999
	epsilon = 1e-8
)

// adam is Kingma & Ba 2015, Algorithm 1, with its suggested β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸:
//
//	g = g + λθ
//	m = β₁m + (1 − β₁)g    v = β₂v + (1 − β₂)g²
//	θ = θ − α · m∕(1 − β₁ᵗ) ⁄ (√(v∕(1 − β₂ᵗ)) + ε)
func (o *Optimiser) adam(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	scale = o.regularise(ops, param, grad, scale)
	o.moments(ops, param, grad, scale, rate)
}

// adamW is Adam with the decay of weights taken out of the gradient, where the division by √v would
// weaken it most for the weights that move most (Loshchilov & Hutter 2019, Algorithm 2; as in PyTorch,
// α scales the decay, too):
//
//	θ = θ − αλθ
//	m, v and θ as Adam's
func (o *Optimiser) adamW(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	ops.Scale(float32(1-float64(rate*o.λ)), param)
	o.moments(ops, param, grad, scale, rate)
}

// moments is what Adam and AdamW have in common.
func (o *Optimiser) moments(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	o.step = kernel.AdamStep{
		P: param, G: grad, M: o.state[0].Data, V: o.state[1].Data, Scale: scale,
		Rate: float32(rate), Beta1: beta1, Beta2: beta2, Epsilon: epsilon,
		Correction1: float32(1 - elementary.Power(beta1, o.steps)), Correction2: float32(math.Sqrt(1 - elementary.Power(beta2, o.steps))),
	}
	ops.Adam(&o.step)
}
