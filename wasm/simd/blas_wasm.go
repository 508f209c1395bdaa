//go:build js && wasm

package simd

import (
	"math"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
	"gonum.org/v1/gonum/blas/gonum"
)

// Use makes gonum's blas32, and all that stands on it, multiply matrices and add, scale and multiply
// vectors by the kernels. They must be Available.
func Use() { blas32.Use(&level{}) }

// level is gonum's BLAS with the kernels' matrix product, and what they can do of the operations on
// vectors whose numbers lie side by side. What does not fit is left to gonum, to panic in its way.
type level struct {
	gonum.Implementation
	ops Ops
}

// Sgemm computes C = α·op(A)·op(B) + β·C, with C m×n. Operands that do not fit panic as gonum's do.
func (l *level) Sgemm(tA, tB blas.Transpose, m, n, k int, alpha float32, a []float32, lda int, b []float32, ldb int, beta float32, c []float32, ldc int) {
	matrix := func(rows, cols int, t blas.Transpose, data []float32, stride int) blas32.General {
		if t != blas.NoTrans {
			rows, cols = cols, rows
		}
		return blas32.General{Rows: rows, Cols: cols, Stride: stride, Data: data}
	}
	if tA == blas.ConjTrans { // of real numbers
		tA = blas.Trans
	}
	if tB == blas.ConjTrans {
		tB = blas.Trans
	}
	l.ops.Gemm(tA, tB, alpha, matrix(m, k, tA, a, lda), matrix(k, n, tB, b, ldb), beta, matrix(m, n, blas.NoTrans, c, ldc))
}

// dense reports whether a vector is n numbers side by side.
func dense(n int, x []float32, inc int) bool { return inc == 1 && 0 <= n && n <= len(x) }

// Saxpy adds α·x to y.
func (l *level) Saxpy(n int, alpha float32, x []float32, incX int, y []float32, incY int) {
	if !dense(n, x, incX) || !dense(n, y, incY) {
		l.Implementation.Saxpy(n, alpha, x, incX, y, incY)
		return
	}
	l.ops.Axpy(alpha, x[:n], y[:n])
}

// Sscal multiplies x by α.
func (l *level) Sscal(n int, alpha float32, x []float32, incX int) {
	if !dense(n, x, incX) || alpha == 0 { // by 0 gonum clears even what is infinite
		l.Implementation.Sscal(n, alpha, x, incX)
		return
	}
	l.ops.Scale(alpha, x[:n])
}

// Sdot is x·y.
func (l *level) Sdot(n int, x []float32, incX int, y []float32, incY int) float32 {
	if !dense(n, x, incX) || !dense(n, y, incY) {
		return l.Implementation.Sdot(n, x, incX, y, incY)
	}
	return float32(l.ops.Dot(x[:n], y[:n]))
}

// Dsdot is x·y in float64.
func (l *level) Dsdot(n int, x []float32, incX int, y []float32, incY int) float64 {
	if !dense(n, x, incX) || !dense(n, y, incY) {
		return l.Implementation.Dsdot(n, x, incX, y, incY)
	}
	return l.ops.Dot(x[:n], y[:n])
}

// Snrm2 is √(x·x). In float64 no square overflows.
func (l *level) Snrm2(n int, x []float32, incX int) float32 {
	if !dense(n, x, incX) {
		return l.Implementation.Snrm2(n, x, incX)
	}
	return float32(math.Sqrt(l.ops.Dot(x[:n], x[:n])))
}
