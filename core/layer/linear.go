package layer

import "unroll/core/kernel"

// Linear is y = W [x₁; x₂; …] + b. Its inputs are never put together: each meets its own columns of W.
type Linear struct {
	W, B *Param // [out][Σ in], [out] or nil without bias
	In   []int  // the width of each input
	ops  kernel.Ops
}

// NewLinear declares the parameters w and, unless that is empty, b in set, for inputs of these widths.
func NewLinear(ops kernel.Ops, set *Set, w, b string, out int, in ...int) *Linear {
	width := 0
	for _, n := range in {
		width += n
	}
	l := &Linear{W: set.Add(w, FanIn(width), out, width), In: in, ops: ops}
	if b != "" {
		l.B = set.Add(b, FanIn(width), out)
	}
	return l
}

// Tied is a Linear whose W is a parameter that another layer has too, [out][in].
func Tied(ops kernel.Ops, set *Set, w *Param, b string) *Linear {
	out, in := w.Shape[0], w.Shape[1]
	return &Linear{W: w, B: set.Add(b, FanIn(in), out), In: []int{in}, ops: ops}
}

// Forward computes n rows of y, [n×out], from as many rows of each input, [n×in].
func (l *Linear) Forward(n int, y []float32, x ...[]float32) {
	out, at := l.W.Shape[0], 0
	d := kernel.Dense(n, out, y)
	beta := float32(0)
	if l.B != nil {
		spread(l.ops, d.Data, l.B.Value)
		beta = 1
	}
	for i, in := range l.In {
		l.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, kernel.Dense(n, in, x[i]), l.W.columns(at, in), beta, d)
		at, beta = at+in, 1
	}
}

// BackwardInput computes the gradient by the rows of input i: dx = beta·dx + dy W.
func (l *Linear) BackwardInput(n int, dy []float32, i int, beta float32, dx []float32) {
	at := 0
	for _, in := range l.In[:i] {
		at += in
	}
	l.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, kernel.Dense(n, l.W.Shape[0], dy), l.W.columns(at, l.In[i]), beta, kernel.Dense(n, l.In[i], dx))
}

// BackwardParams adds n rows' share to the gradients of W and b; x is what Forward was given.
func (l *Linear) BackwardParams(n int, dy []float32, x ...[]float32) {
	d := kernel.Dense(n, l.W.Shape[0], dy)
	if l.B != nil {
		sumRows(l.ops, d.Data, l.B.Grad)
	}
	at := 0
	for i, in := range l.In {
		l.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, d, kernel.Dense(n, in, x[i]), 1, l.W.gradColumns(at, in))
		at += in
	}
}
