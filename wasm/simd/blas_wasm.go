//go:build js && wasm

package simd

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
	"gonum.org/v1/gonum/blas/gonum"
)

// Use makes gonum's blas32, and all that stands on it, multiply matrices and add vectors by the kernels.
// They must be Available.
func Use() { blas32.Use(&level{}) }

// level is gonum's BLAS with the kernels' Sgemm and Saxpy.
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

// Saxpy adds α·x to y.
func (l *level) Saxpy(n int, alpha float32, x []float32, incX int, y []float32, incY int) {
	if n < 0 || incX != 1 || incY != 1 {
		l.Implementation.Saxpy(n, alpha, x, incX, y, incY)
		return
	}
	l.ops.Axpy(alpha, x[:n], y[:n])
}
