package layer

import "unroll/core/kernel"

// Linear is y = W x + b, for the output vocabulary.
type Linear struct {
	W, B *Param // [out][in], [out]
	ops  kernel.Ops
}

// NewLinear declares the layer's parameters as w and b in set.
func NewLinear(ops kernel.Ops, set *Set, w, b string, in, out int) *Linear {
	return &Linear{W: set.Add(w, fanIn(in), out, in), B: set.Add(b, fanIn(in), out), ops: ops}
}

// Forward computes rows of y, [n×out], from rows of x, [n×in].
func (l *Linear) Forward(n int, x, y []float32) {
	out, in := l.W.Shape[0], l.W.Shape[1]
	spread(l.ops, y[:n*out], l.B.Value)
	l.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, kernel.Dense(n, in, x), l.W.value(), 1, kernel.Dense(n, out, y))
}

// Backward adds to the gradients of W and b and writes dx, [n×in]; x is what Forward was given.
func (l *Linear) Backward(n int, x, dy, dx []float32) {
	out, in := l.W.Shape[0], l.W.Shape[1]
	d := kernel.Dense(n, out, dy)
	sumRows(l.ops, dy[:n*out], l.B.Grad)
	l.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, d, kernel.Dense(n, in, x), 1, l.W.grad())
	l.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, d, l.W.value(), 0, kernel.Dense(n, in, dx))
}
