// Package optim turns gradients into new parameters: five optimisers, by the equations that PyTorch
// implements; the learning rate's course over a run; and clipping by the global norm.
//
// Throughout, θ are the parameters, g their gradient (already multiplied by the clip's scale), α the
// learning rate, λ the decay of weights, and t the count of updates, the first of which is 1.
package optim

import (
	"fmt"

	"unroll/core/kernel"
)

// Optimiser moves parameters by their gradient. It holds whatever it remembers from one update to the
// next, in buffers as long as the parameters, and allocates nothing once it is made.
type Optimiser interface {
	// Name is what New calls it.
	Name() string
	// Update moves the parameters by their gradient, multiplied by scale first, at the given learning
	// rate. The gradient is the update's to work in: what is left there means nothing.
	Update(ops kernel.Ops, param, grad []float32, scale float32, rate float64)
	// State is what is remembered of each parameter, always in the same order. With the numbers in it
	// and Steps as they were, a run goes on bit for bit.
	State() []Buffer
	// Steps is how many updates were made.
	Steps() int
	// SetSteps is for a run that is gone on with.
	SetSteps(n int)
}

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

func (o Options) check() error {
	// Written so that NaN fails.
	if !(o.Momentum >= 0 && o.Momentum < 1) {
		return fmt.Errorf("optim: the momentum is %v; it must be at least 0 and below 1", o.Momentum)
	}
	if !(o.Decay >= 0 && o.Decay <= 1) {
		return fmt.Errorf("optim: the weight decay is %v; it must be 0 to 1", o.Decay)
	}
	return nil
}

// Names are the optimisers that New makes, the simplest first.
func Names() []string { return []string{"sgd", "momentum", "rmsprop", "adam", "adamw"} }

// New makes the optimiser of that name for n parameters.
func New(name string, o Options, n int) (Optimiser, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	switch name {
	case "sgd":
		return &SGD{decay: o.Decay}, nil
	case "momentum":
		return newMomentum(o, n), nil
	case "rmsprop":
		return newRMSProp(o, n), nil
	case "adam":
		return newAdam(o, n), nil
	case "adamw":
		return newAdamW(o, n), nil
	}
	return nil, fmt.Errorf("optim: no optimiser is called %q; there are sgd, momentum, rmsprop, adam and adamw", name)
}

// counter counts updates.
type counter struct{ t int }

// Steps implements Optimiser.
func (c *counter) Steps() int { return c.t }

// SetSteps implements Optimiser.
func (c *counter) SetSteps(n int) { c.t = n }

// regularise makes the gradient that of a loss with ½λ‖θ‖² added, g = scale·g + λθ, and returns what
// it is still to be multiplied by. Without decay it leaves all of that to the update.
func regularise(ops kernel.Ops, param, grad []float32, scale float32, decay float64) float32 {
	if decay == 0 {
		return scale
	}
	ops.Scale(scale, grad)
	ops.Axpy(float32(decay), param, grad)
	return 1
}
