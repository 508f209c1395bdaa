package optim

import (
	"math"

	"unroll/core/kernel"
)

// Adam is Kingma & Ba 2015, Algorithm 1, with its suggested β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸:
//
//	m = β₁m + (1 − β₁)g    v = β₂v + (1 − β₂)g²
//	θ = θ − α · m∕(1 − β₁ᵗ) ⁄ (√(v∕(1 − β₂ᵗ)) + ε)
type Adam struct {
	Rate float64   // α
	T    int       // updates made
	M, V []float32 // running means of the gradient and of its square
	step kernel.AdamStep
}

const (
	beta1   = 0.9
	beta2   = 0.999
	epsilon = 1e-8
)

// NewAdam makes an optimiser of n parameters.
func NewAdam(rate float64, n int) *Adam {
	return &Adam{Rate: rate, M: make([]float32, n), V: make([]float32, n)}
}

// Update moves the parameters by their gradient, multiplied by scale first.
func (a *Adam) Update(ops kernel.Ops, param, grad []float32, scale float32) {
	a.T++
	a.step = kernel.AdamStep{
		P: param, G: grad, M: a.M, V: a.V, Scale: scale,
		Rate: float32(a.Rate), Beta1: beta1, Beta2: beta2, Epsilon: epsilon,
		Correction1: float32(1 - power(beta1, a.T)), Correction2: float32(math.Sqrt(1 - power(beta2, a.T))),
	}
	ops.Adam(&a.step)
}

// power is xⁿ by squaring: unlike math.Pow it is the same bits on every platform.
func power(x float64, n int) float64 {
	y := 1.0
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			y = float64(y * x)
		}
		x = float64(x * x)
	}
	return y
}
