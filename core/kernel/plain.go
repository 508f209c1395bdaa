package kernel

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// Plain is Go all the way, with gonum's matrix product. It allocates nothing.
//
// On amd64 gonum has assembly, whose order of summation in A·Bᵀ depends on where a row begins in memory,
// modulo 16 bytes: there, operands are equal only if they are equally aligned. In WebAssembly it has none.
type Plain struct{}

var _ Ops = Plain{}

// Name implements Ops.
func (Plain) Name() string { return "plain" }

// gonum cuts C into blocks of 64×64 and starts goroutines, which allocate, at four blocks. Tiles of
// one block by three stay below that, and beside each other they stay in the cache.
const tileRows, tileCols = 64, 192

// Gemm implements Ops.
func (Plain) Gemm(tA, tB blas.Transpose, alpha float32, a, b Matrix, beta float32, c Matrix) {
	m, n, _ := Product(tA, tB, a, b, c)
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
	SameLength("Tanh", y, x)
	for i, v := range x {
		y[i] = tanh(v)
	}
}

// TanhBackward implements Ops.
func (Plain) TanhBackward(dx, dy, y []float32) {
	SameLength("TanhBackward", dx, dy)
	SameLength("TanhBackward", dx, y)
	for i, v := range y {
		dx[i] = dy[i] * (1 - float32(v*v))
	}
}

// Axpy implements Ops.
func (Plain) Axpy(alpha float32, x, y []float32) {
	SameLength("Axpy", x, y)
	for i, v := range x {
		y[i] += float32(alpha * v)
	}
}

// Scale implements Ops.
func (Plain) Scale(alpha float32, x []float32) {
	for i := range x {
		x[i] *= alpha
	}
}

// Mul implements Ops.
func (Plain) Mul(y, x, m []float32) {
	SameLength("Mul", y, x)
	SameLength("Mul", y, m)
	for i, v := range x {
		y[i] = v * m[i]
	}
}

// Dot implements Ops.
func (Plain) Dot(x, y []float32) float64 {
	SameLength("Dot", x, y)
	var sum float64
	for i, v := range x {
		sum += float64(float64(v) * float64(y[i]))
	}
	return sum
}

// Adam implements Ops.
func (Plain) Adam(s *AdamStep) {
	s.Check()
	rate := s.Rate / s.Correction1
	b1, a1 := float32(s.Beta1), float32(1-s.Beta1)
	b2, a2 := float32(s.Beta2), float32(1-s.Beta2)
	for i, g := range s.G[:len(s.P)] {
		g *= s.Scale
		m := float32(b1*s.M[i]) + float32(a1*g)
		v := float32(b2*s.V[i]) + float32(a2*float32(g*g))
		s.M[i], s.V[i] = m, v
		s.P[i] -= float32(rate*m) / (sqrt(v)/s.Correction2 + s.Epsilon)
	}
}

// sqrt is exact: a float64 root rounded to float32 is the float32 root (Figueroa 1995).
func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
