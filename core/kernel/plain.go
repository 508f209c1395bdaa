package kernel

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// Plain is Go all the way, with gonum's matrix product. It allocates nothing.
type Plain struct{}

var _ Ops = Plain{}

// Name implements Ops.
func (Plain) Name() string { return "plain" }

// gonum cuts C into blocks of 64×64 and starts goroutines, which allocate, at four blocks. Tiles of
// one block by three stay below that, and beside each other they stay in the cache.
const tileRows, tileCols = 64, 192

// Gemm implements Ops.
func (Plain) Gemm(tA, tB blas.Transpose, alpha float32, a, b Matrix, beta float32, c Matrix) {
	m, n, _ := product(tA, tB, a, b, c)
	for i := 0; i < m; i += tileRows {
		rows := min(tileRows, m-i)
		at := slice(a, i, rows, tA == NoTrans)
		for j := 0; j < n; j += tileCols {
			cols := min(tileCols, n-j)
			bt := slice(b, j, cols, tB == Trans)
			ct := Matrix{Rows: rows, Cols: cols, Stride: c.Stride, Data: c.Data[i*c.Stride+j:]}
			blas32.Gemm(tA, tB, alpha, at, bt, beta, ct)
		}
	}
}

// slice is n rows of m from row i on, or n columns.
func slice(m Matrix, i, n int, rows bool) Matrix {
	if rows {
		m.Rows = n
		m.Data = m.Data[min(i*m.Stride, len(m.Data)):]
	} else {
		m.Cols = n
		m.Data = m.Data[min(i, len(m.Data)):]
	}
	return m
}

// Tanh implements Ops.
func (Plain) Tanh(y, x []float32) {
	same(y, x, "Tanh")
	for i, v := range x {
		y[i] = tanh(v)
	}
}

// TanhBackward implements Ops.
func (Plain) TanhBackward(dx, dy, y []float32) {
	same(dx, dy, "TanhBackward")
	same(dx, y, "TanhBackward")
	for i, v := range y {
		dx[i] = dy[i] * (1 - float32(v*v))
	}
}

// Softmax implements Ops. The largest entry is taken off first, so that nothing overflows.
func (Plain) Softmax(x []float32) {
	if len(x) == 0 {
		return
	}
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	var sum float32
	for i, v := range x {
		e := exp(v - top)
		x[i] = e
		sum += e
	}
	inv := 1 / sum
	for i := range x {
		x[i] *= inv
	}
}

// SoftmaxBackward implements Ops.
func (Plain) SoftmaxBackward(dx, dy, y []float32) {
	same(dx, dy, "SoftmaxBackward")
	same(dx, y, "SoftmaxBackward")
	var dot float32
	for i, v := range y {
		dot += float32(v * dy[i])
	}
	for i, v := range y {
		dx[i] = v * (dy[i] - dot)
	}
}

// CrossEntropy implements Ops. The logarithm is taken of the sum, not of the probability, so that a
// probability too small for float32 still gives a finite loss.
func (p Plain) CrossEntropy(x []float32, label int) float64 {
	top := x[0]
	for _, v := range x {
		top = max(top, v)
	}
	at := x[label]
	var sum float32
	for i, v := range x {
		e := exp(v - top)
		x[i] = e
		sum += e
	}
	inv := 1 / sum
	for i := range x {
		x[i] *= inv
	}
	return math.Log(float64(sum)) - float64(at-top)
}

// Axpy implements Ops.
func (Plain) Axpy(alpha float32, x, y []float32) {
	same(x, y, "Axpy")
	for i, v := range x {
		y[i] += float32(alpha * v)
	}
}

// SumSquares implements Ops.
func (Plain) SumSquares(x []float32) float64 {
	var sum float64
	for _, v := range x {
		sum += float64(float64(v) * float64(v))
	}
	return sum
}

// Adam implements Ops.
func (Plain) Adam(s *AdamStep) {
	s.check()
	rate := s.Rate / s.Correction1
	for i, g := range s.G[:len(s.P)] {
		g *= s.Scale
		m := float32(s.Beta1*s.M[i]) + float32((1-s.Beta1)*g)
		v := float32(s.Beta2*s.V[i]) + float32((1-s.Beta2)*float32(g*g))
		s.M[i], s.V[i] = m, v
		s.P[i] -= float32(rate*m) / (sqrt(v)/s.Correction2 + s.Epsilon)
	}
}

// sqrt is exact: a float64 root rounded to float32 is the float32 root (Figueroa 1995).
func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
