// Package optim turns gradients into new parameters: five optimisers, by the equations that PyTorch
// implements; the learning rate's course over a run; and clipping by the global norm.
//
// Throughout, θ are the parameters, g their gradient (multiplied by the clip's scale), α the learning
// rate, λ the decay of weights, and t the count of updates, the first of which is 1.
//
//	sgd        g = g + λθ    θ = θ − αg
//	momentum   g = g + λθ    v = μv + g    θ = θ − αv
//	rmsprop    g = g + λθ    v = βv + (1 − β)g²    θ = θ − α · g ⁄ (√v + ε)
//	adam       g = g + λθ    m = β₁m + (1 − β₁)g    v = β₂v + (1 − β₂)g²
//	           θ = θ − α · m∕(1 − β₁ᵗ) ⁄ (√(v∕(1 − β₂ᵗ)) + ε)
//	adamw      θ = θ − αλθ    then adam without λ
package optim

import (
	"fmt"

	"unroll/core/kernel"
)

// Optimiser moves parameters by their gradient. It holds whatever it remembers from one update to the
// next, in buffers as long as the parameters, and allocates nothing once it is made.
type Optimiser struct {
	name  string
	rule  rule
	μ, λ  float64 // momentum, decay of weights
	state []Buffer
	steps int
	step  kernel.AdamStep // of those that are relatives of Adam
}

// rule is what makes one optimiser different from another.
type rule func(o *Optimiser, ops kernel.Ops, param, grad []float32, scale float32, rate float64)

// Buffer is a number for each parameter, in the parameters' order.
type Buffer struct {
	Name string // "m", "v": as in the optimiser's equations
	Data []float32
}

// Options are the choices that some optimisers have. The zero value is the usual one.
type Options struct {
	Momentum float64 // μ of momentum; 0 is 0.9
	Decay    float64 // λ; 0 is none, but for adamw, where it is 0.01
}

// Names are the optimisers that New makes, the simplest first.
func Names() []string { return []string{"sgd", "momentum", "rmsprop", "adam", "adamw"} }

// New makes the optimiser of that name for n parameters.
func New(name string, c Options, n int) (*Optimiser, error) {
	// Written so that NaN fails.
	if !(c.Momentum >= 0 && c.Momentum < 1) {
		return nil, fmt.Errorf("optim: the momentum is %v; it must be at least 0 and below 1", c.Momentum)
	}
	if !(c.Decay >= 0 && c.Decay <= 1) {
		return nil, fmt.Errorf("optim: the weight decay is %v; it must be 0 to 1", c.Decay)
	}
	o := &Optimiser{name: name, μ: c.Momentum, λ: c.Decay}
	var remembered []string
	switch name {
	case "sgd":
		o.rule = (*Optimiser).sgd
	case "momentum":
		o.rule, remembered = (*Optimiser).momentum, []string{"v"}
		if o.μ == 0 {
			o.μ = 0.9
		}
	case "rmsprop":
		o.rule, remembered = (*Optimiser).rmsProp, []string{"v"}
	case "adam":
		o.rule, remembered = (*Optimiser).adam, []string{"m", "v"}
	case "adamw":
		o.rule, remembered = (*Optimiser).adamW, []string{"m", "v"}
		if o.λ == 0 {
			o.λ = 0.01
		}
	default:
		return nil, fmt.Errorf("optim: no optimiser is called %q; there are sgd, momentum, rmsprop, adam and adamw", name)
	}
	for _, b := range remembered {
		o.state = append(o.state, Buffer{b, make([]float32, n)})
	}
	return o, nil
}

// Name is what New calls it.
func (o *Optimiser) Name() string { return o.name }

// State is what is remembered of each parameter, always in the same order. With the numbers in it and
// Steps as they were, a run goes on bit for bit.
func (o *Optimiser) State() []Buffer { return o.state }

// Steps is how many updates were made.
func (o *Optimiser) Steps() int { return o.steps }

// SetSteps is for a run that is gone on with.
func (o *Optimiser) SetSteps(n int) { o.steps = n }

// Update moves the parameters by their gradient, multiplied by scale first, at the given learning rate.
// The gradient is the update's to work in: what is left there means nothing.
func (o *Optimiser) Update(ops kernel.Ops, param, grad []float32, scale float32, rate float64) {
	o.steps++
	o.rule(o, ops, param, grad, scale, rate)
}

// regularise adds the decay to the gradient, g = scale·g + λθ, and returns what it is still to be
// multiplied by. Where there is no decay it leaves all of that to the update.
func (o *Optimiser) regularise(ops kernel.Ops, param, grad []float32, scale float32) float32 {
	if o.λ == 0 {
		return scale
	}
	ops.Scale(scale, grad)
	ops.Axpy(float32(o.λ), param, grad)
	return 1
}
