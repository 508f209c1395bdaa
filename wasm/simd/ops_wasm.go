//go:build js && wasm

package simd

import (
	"math"
	"unsafe"

	"gonum.org/v1/gonum/blas"

	"unroll/core/kernel"
)

// Available reports whether the browser has SIMD and the kernels were linked.
func Available() bool { return available() != 0 }

// Ops is kernel.Ops by SIMD kernels. It must be Available. Every method checks all its operands'
// lengths before a kernel sees their memory. The zero value is ready; it is not for two goroutines at
// once.
type Ops struct {
	scratch [ScratchLen]float32
	losses  []float32
}

var _ kernel.Ops = (*Ops)(nil)

// Name implements kernel.Ops.
func (*Ops) Name() string { return "simd" }

// head is the address of a slice's first number.
func head[T any](x []T) *T { return unsafe.SliceData(x) }

func bit(t blas.Transpose) int32 {
	if t == kernel.Trans {
		return 1
	}
	return 0
}

// Gemm implements kernel.Ops.
func (o *Ops) Gemm(tA, tB blas.Transpose, alpha float32, a, b kernel.Matrix, beta float32, c kernel.Matrix) {
	m, n, k := kernel.Product(tA, tB, a, b, c)
	gemm(bit(tA), bit(tB), int32(m), int32(n), int32(k), alpha, head(a.Data), int32(a.Stride),
		head(b.Data), int32(b.Stride), beta, head(c.Data), int32(c.Stride), &o.scratch[0])
}

// Tanh implements kernel.Ops.
func (*Ops) Tanh(y, x []float32) {
	kernel.SameLength("Tanh", y, x)
	tanh(int32(len(x)), head(y), head(x))
}

// TanhBackward implements kernel.Ops.
func (*Ops) TanhBackward(dx, dy, y []float32) {
	kernel.SameLength("TanhBackward", dx, dy)
	kernel.SameLength("TanhBackward", dx, y)
	tanhBackward(int32(len(y)), head(dx), head(dy), head(y))
}

// RNN implements kernel.Ops.
func (*Ops) RNN(s *kernel.Step) {
	s.Check(kernel.GatesRNN)
	rnn(int32(s.Rows*s.Hidden), head(s.X), head(s.R), head(s.Gates), head(s.H))
}

// RNNBackward implements kernel.Ops.
func (*Ops) RNNBackward(s *kernel.StepGrad) {
	s.Check(kernel.GatesRNN)
	rnnBackward(int32(s.Rows*s.Hidden), head(s.H), head(s.DH), head(s.DX), head(s.DR))
}

// GRU implements kernel.Ops.
func (*Ops) GRU(s *kernel.Step) {
	s.Check(kernel.GatesGRU)
	gru(int32(s.Rows), int32(s.Hidden), head(s.X), head(s.R), head(s.PrevH), head(s.Gates), head(s.H))
}

// GRUBackward implements kernel.Ops.
func (*Ops) GRUBackward(s *kernel.StepGrad) {
	s.Check(kernel.GatesGRU)
	gruBackward(int32(s.Rows), int32(s.Hidden), head(s.R), head(s.PrevH), head(s.Gates), head(s.DH),
		head(s.DX), head(s.DR), head(s.DPrevH))
}

// LSTM implements kernel.Ops.
func (*Ops) LSTM(s *kernel.Step) {
	s.Check(kernel.GatesLSTM)
	lstm(int32(s.Rows), int32(s.Hidden), head(s.X), head(s.R), head(s.PrevC), head(s.Gates),
		head(s.H), head(s.C), head(s.TanhC))
}

// LSTMBackward implements kernel.Ops.
func (*Ops) LSTMBackward(s *kernel.StepGrad) {
	s.Check(kernel.GatesLSTM)
	lstmBackward(int32(s.Rows), int32(s.Hidden), head(s.PrevC), head(s.Gates), head(s.TanhC), head(s.DH), head(s.DC),
		head(s.DX), head(s.DR), head(s.DPrevC))
}

// Softmax implements kernel.Ops.
func (*Ops) Softmax(x kernel.Matrix) {
	kernel.Same("Softmax", x)
	softmax(int32(x.Rows), int32(x.Cols), head(x.Data), int32(x.Stride))
}

// SoftmaxBackward implements kernel.Ops.
func (*Ops) SoftmaxBackward(dx, dy, y kernel.Matrix) {
	kernel.Same("SoftmaxBackward", y, dy, dx)
	softmaxBackward(int32(y.Rows), int32(y.Cols), head(dx.Data), int32(dx.Stride),
		head(dy.Data), int32(dy.Stride), head(y.Data), int32(y.Stride))
}

// CrossEntropy implements kernel.Ops. The logarithms are Go's, in float64, as kernel.Plain's are.
func (o *Ops) CrossEntropy(p, x kernel.Matrix, t kernel.Targets) float64 {
	kernel.Same("CrossEntropy", x, p)
	t.Check(x)
	if n := 2 * x.Rows; len(o.losses) < n {
		o.losses = make([]float32, n)
	}
	crossEntropy(int32(x.Rows), int32(x.Cols), head(p.Data), int32(p.Stride), head(x.Data), int32(x.Stride),
		head(t.Labels), t.Ignored, t.Smoothing, head(o.losses))
	loss := 0.0
	for i := range x.Rows {
		loss += math.Log(float64(o.losses[2*i])) - float64(o.losses[2*i+1])
	}
	return loss
}

// CrossEntropyBackward implements kernel.Ops.
func (*Ops) CrossEntropyBackward(dx, p kernel.Matrix, t kernel.Targets, scale float32) {
	kernel.Same("CrossEntropyBackward", p, dx)
	t.Check(p)
	crossEntropyBackward(int32(p.Rows), int32(p.Cols), head(dx.Data), int32(dx.Stride), head(p.Data), int32(p.Stride),
		head(t.Labels), t.Ignored, t.Smoothing, scale)
}

// Spread implements kernel.Ops.
func (*Ops) Spread(y kernel.Matrix, x []float32) {
	kernel.Columns(y, x)
	spread(int32(y.Rows), int32(y.Cols), head(y.Data), int32(y.Stride), head(x))
}

// SumRows implements kernel.Ops.
func (*Ops) SumRows(x kernel.Matrix, sum []float32) {
	kernel.Columns(x, sum)
	sumRows(int32(x.Rows), int32(x.Cols), head(x.Data), int32(x.Stride), head(sum))
}

// Gather implements kernel.Ops.
func (*Ops) Gather(y, table kernel.Matrix, ids []int32) {
	kernel.IDs(y, table, ids)
	gather(int32(y.Rows), int32(y.Cols), head(y.Data), int32(y.Stride), head(table.Data), int32(table.Stride), head(ids))
}

// Scatter implements kernel.Ops.
func (*Ops) Scatter(table, x kernel.Matrix, ids []int32) {
	kernel.IDs(x, table, ids)
	scatter(int32(x.Rows), int32(x.Cols), head(table.Data), int32(table.Stride), head(x.Data), int32(x.Stride), head(ids))
}

// Axpy implements kernel.Ops.
func (*Ops) Axpy(alpha float32, x, y []float32) {
	kernel.SameLength("Axpy", x, y)
	axpy(int32(len(x)), alpha, head(x), head(y))
}

// Scale implements kernel.Ops.
func (*Ops) Scale(alpha float32, x []float32) { scale(int32(len(x)), alpha, head(x)) }

// Mul implements kernel.Ops.
func (*Ops) Mul(y, x, m []float32) {
	kernel.SameLength("Mul", y, x)
	kernel.SameLength("Mul", y, m)
	mul(int32(len(y)), head(y), head(x), head(m))
}

// Dot implements kernel.Ops.
func (*Ops) Dot(x, y []float32) float64 {
	kernel.SameLength("Dot", x, y)
	return dot(int32(len(x)), head(x), head(y))
}

// Adam implements kernel.Ops.
func (*Ops) Adam(s *kernel.AdamStep) {
	s.Check()
	adam(int32(len(s.P)), head(s.P), head(s.G), head(s.M), head(s.V), s.Scale, s.Rate/s.Correction1,
		float32(s.Beta1), float32(1-s.Beta1), float32(s.Beta2), float32(1-s.Beta2), s.Epsilon, 1/s.Correction2)
}
