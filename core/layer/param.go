// Package layer holds the layers of an encoder–decoder, each with its forward pass and, next to it,
// its backward pass written by hand.
//
// Shapes: B batch, S source length, T target length, E embedding, H hidden, V vocabulary, G gates of
// a cell. Sequences are time-major: [T][B×H] is T steps, each a matrix with a row a sentence, one
// after another in one slice. Weights lie as PyTorch keeps them: [out][in].
//
// A layer owns its buffers, made once for the largest batch; a training step allocates nothing.
// Backward follows forward on the same layer: it reads what forward left in those buffers.
package layer

import (
	"fmt"
	"math"
	"math/rand/v2"

	"unroll/core/kernel"
)

// Param is a weight and the gradient of the loss by it.
type Param struct {
	Name  string
	Shape []int   // one or two sizes
	Bound float64 // drawn at first uniformly from [−Bound, Bound]
	Value []float32
	Grad  []float32
}

// Len is the count of numbers.
func (p *Param) Len() int {
	n := 1
	for _, s := range p.Shape {
		n *= s
	}
	return n
}

func (p *Param) value() kernel.Matrix { return kernel.Dense(p.Shape[0], p.Shape[1], p.Value) }
func (p *Param) grad() kernel.Matrix  { return kernel.Dense(p.Shape[0], p.Shape[1], p.Grad) }

// weights is the part W of a parameter that one input x, in numbers wide, is multiplied by: its columns
// from one on. With n rows of x, and of y and its gradient dy, there are three products.
type weights struct {
	*Param
	at, in int
}

// whole is a parameter that one input is multiplied by.
func (p *Param) whole() weights { return weights{p, 0, p.Shape[1]} }

func (w weights) columns(x []float32) kernel.Matrix {
	return kernel.Matrix{Rows: w.Shape[0], Cols: w.in, Stride: w.Shape[1], Data: x[w.at:]}
}

// forward computes y = beta·y + x Wᵀ.
func (w weights) forward(ops kernel.Ops, n int, x []float32, beta float32, y []float32) {
	ops.Gemm(kernel.NoTrans, kernel.Trans, 1, kernel.Dense(n, w.in, x), w.columns(w.Value), beta, kernel.Dense(n, w.Shape[0], y))
}

// backward computes the gradient by x, dx = beta·dx + dy W.
func (w weights) backward(ops kernel.Ops, n int, dy []float32, beta float32, dx []float32) {
	ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, kernel.Dense(n, w.Shape[0], dy), w.columns(w.Value), beta, kernel.Dense(n, w.in, dx))
}

// learn adds dyᵀ x to the gradient by W.
func (w weights) learn(ops kernel.Ops, n int, dy, x []float32) {
	ops.Gemm(kernel.Trans, kernel.NoTrans, 1, kernel.Dense(n, w.Shape[0], dy), kernel.Dense(n, w.in, x), 1, w.columns(w.Grad))
}

// Set is the parameters of a model, side by side in one slice of values and one of gradients, so
// that clipping and the optimiser are one pass over memory.
type Set struct {
	Params []*Param
	Value  []float32
	Grad   []float32
}

// Add declares a parameter; its memory comes with Allocate.
func (s *Set) Add(name string, bound float64, shape ...int) *Param {
	p := &Param{Name: name, Shape: shape, Bound: bound}
	s.Params = append(s.Params, p)
	return p
}

// Allocate gives every declared parameter its place.
func (s *Set) Allocate() {
	n := 0
	for _, p := range s.Params {
		n += p.Len()
	}
	s.Value, s.Grad = make([]float32, n), make([]float32, n)
	at := 0
	for _, p := range s.Params {
		end := at + p.Len()
		p.Value, p.Grad = s.Value[at:end:end], s.Grad[at:end:end]
		at = end
	}
}

// Redirect has the gradients lie in grad from now on, which has as many numbers as there are.
func (s *Set) Redirect(grad []float32) {
	if len(grad) != len(s.Value) {
		panic(fmt.Sprintf("layer: room for %d gradients of %d parameters", len(grad), len(s.Value)))
	}
	s.Grad = grad
	at := 0
	for _, p := range s.Params {
		end := at + len(p.Value)
		p.Grad = grad[at:end:end]
		at = end
	}
}

// Draw fills every parameter, in the order of declaration, with uniform numbers within its bound.
func (s *Set) Draw(r *rand.Rand) {
	for _, p := range s.Params {
		for i := range p.Value {
			p.Value[i] = float32((2*r.Float64() - 1) * p.Bound)
		}
	}
}

// Find is the parameter of that name, or nil.
func (s *Set) Find(name string) *Param {
	for _, p := range s.Params {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// FanIn is the bound 1 ⁄ √n under which a unit with n inputs starts (PyTorch's default).
func FanIn(n int) float64 { return 1 / math.Sqrt(float64(n)) }

// spread makes every row of y the bias.
func spread(ops kernel.Ops, y, bias []float32) {
	ops.Spread(kernel.Dense(len(y)/len(bias), len(bias), y), bias)
}

// sumRows adds every row of x to sum.
func sumRows(ops kernel.Ops, x, sum []float32) {
	ops.SumRows(kernel.Dense(len(x)/len(sum), len(sum), x), sum)
}

func mustFit(what string, have, most int) {
	if have < 0 || have > most {
		panic(fmt.Sprintf("layer: %s is %d, the buffers hold %d", what, have, most))
	}
}
