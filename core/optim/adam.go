package optim

import (
	"math"

	"unroll/core/kernel"
)

// Adam is Kingma & Ba 2015, Algorithm 1, with its suggested β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁸:
//
//	g = g + λθ
//	m = β₁m + (1 − β₁)g    v = β₂v + (1 − β₂)g²
//	θ = θ − α · m∕(1 − β₁ᵗ) ⁄ (√(v∕(1 − β₂ᵗ)) + ε)
type Adam struct {
	counter
	decay float64
	m, v  []float32
	step  kernel.AdamStep
}

var _ Optimiser = (*Adam)(nil)

const (
	beta1   = 0.9
	beta2   = 0.999
	epsilon = 1e-8
)

func newAdam(o Options, n int) *Adam {
	return &Adam{decay: o.Decay, m: make([]float32, n), v: make([]float32, n)}
}

// Name implements Optimiser.
func (*Adam) Name() string { return "adam" }

// Update implements Optimiser.
func (a *Adam) Update(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	a.t++
	scale = regularise(ops, param, grad, scale, a.decay)
	a.step = kernel.AdamStep{
		P: param, G: grad, M: a.m, V: a.v, Scale: scale,
		Rate: float32(rate), Beta1: beta1, Beta2: beta2, Epsilon: epsilon,
		Correction1: float32(1 - power(beta1, a.t)), Correction2: float32(math.Sqrt(1 - power(beta2, a.t))),
	}
	ops.Adam(&a.step)
}

// State implements Optimiser.
func (a *Adam) State() []Buffer { return []Buffer{{"m", a.m}, {"v", a.v}} }

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
