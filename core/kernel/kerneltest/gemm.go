package kerneltest

import (
	"gonum.org/v1/gonum/blas"

	"unroll/core/kernel"
)

// gemm tries products of all transpositions, small and large enough to be cut into blocks.
func (s *suite) gemm() {
	large := []int{1, 2, 11, 63, 64, 65, 193, 257, 300}
	for i := range 300 {
		size := s.size
		if i%6 == 0 {
			size = func() int { return large[s.r.IntN(len(large))] }
		}
		m, n, k := size(), size(), size()
		if i%50 == 1 { // rows of Aᵀ far apart
			m, n, k = 530+s.size(), []int{5, 259, 300}[s.r.IntN(3)], []int{1, 40, 257}[s.r.IntN(3)]
		}
		flip := func() blas.Transpose { return [2]blas.Transpose{kernel.NoTrans, kernel.Trans}[s.r.IntN(2)] }
		tA, tB := flip(), flip()
		operand := func(rows, cols int, t blas.Transpose) kernel.Matrix {
			if t == kernel.Trans {
				rows, cols = cols, rows
			}
			return s.matrix(rows, cols)
		}
		a, b, c := operand(m, k, tA), operand(k, n, tB), s.matrix(m, n)
		beta := [3]float32{0, 1, 0.5}[s.r.IntN(3)]
		if beta == 0 && m > 0 && n > 0 {
			c.Data[0] = 1e30 // must not be read
		}
		want, again := twinMatrix(c), twinMatrix(c)
		kernel.Naive{}.Gemm(tA, tB, 0.75, a, b, beta, want)
		s.ops.Gemm(tA, tB, 0.75, a, b, beta, c)
		s.ops.Gemm(tA, tB, 0.75, a, b, beta, again)
		what := label("Gemm %c%c %d×%d×%d β=%v", tA, tB, m, n, k, beta)
		s.agree(what, c.Data, want.Data, 1e-4)
		s.same(what, c.Data, again.Data)
	}
}
