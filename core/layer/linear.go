package layer

import "unroll/core/kernel"

// Linear is y = W [x₁; x₂; …] + b. Its inputs are never put together: each meets its own columns of W.
type Linear struct {
	W, B  *Param // [out][Σ in], [out] or nil without bias
	parts []weights
	ops   kernel.Ops
}

// NewLinear declares the parameters w and, unless that is empty, b in set, for inputs of these widths.
func NewLinear(ops kernel.Ops, set *Set, w, b string, out int, in ...int) *Linear {
	width := 0
	for _, n := range in {
		width += n
	}
	l := &Linear{W: set.Add(w, FanIn(width), out, width), ops: ops}
	width = 0
	for _, n := range in {
		l.parts = append(l.parts, weights{l.W, width, n})
		width += n
	}
	if b != "" {
		l.B = set.Add(b, FanIn(width), out)
	}
	return l
}

// Tied is a Linear whose W is a parameter that another layer has too, [out][in].
func Tied(ops kernel.Ops, set *Set, w *Param, b string) *Linear {
	return &Linear{W: w, B: set.Add(b, FanIn(w.Shape[1]), w.Shape[0]), parts: []weights{w.whole()}, ops: ops}
}

// Forward computes n rows of y, [n×out], from as many rows of each input, [n×in].
func (l *Linear) Forward(n int, y []float32, x ...[]float32) {
	beta := float32(0)
	if l.B != nil {
		spread(l.ops, y[:n*l.W.Shape[0]], l.B.Value)
		beta = 1
	}
	for i, w := range l.parts {
		w.forward(l.ops, n, x[i], beta, y)
		beta = 1
	}
}

// BackwardInput computes the gradient by the rows of input i: dx = beta·dx + dy W.
func (l *Linear) BackwardInput(n int, dy []float32, i int, beta float32, dx []float32) {
	l.parts[i].backward(l.ops, n, dy, beta, dx)
}

// BackwardParams adds n rows' share to the gradients of W and b; x is what Forward was given.
func (l *Linear) BackwardParams(n int, dy []float32, x ...[]float32) {
	if l.B != nil {
		sumRows(l.ops, dy[:n*l.W.Shape[0]], l.B.Grad)
	}
	for i, w := range l.parts {
		w.learn(l.ops, n, dy, x[i])
	}
}
