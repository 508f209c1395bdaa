package kernel

import (
	"fmt"

	"gonum.org/v1/gonum/blas"
)

// Dense is the r×c matrix whose rows lie side by side at the head of data.
func Dense(r, c int, data []float32) Matrix {
	need(len(data), r*c, "Dense")
	return Matrix{Rows: r, Cols: c, Stride: max(c, 1), Data: data[:r*c]}
}

func need(have, want int, what string) {
	if have < want {
		panic(fmt.Sprintf("kernel: %s has %d numbers, needs %d", what, have, want))
	}
}

// product checks that C = op(A)·op(B) fits and returns its sizes.
func product(tA, tB blas.Transpose, a, b, c Matrix) (m, n, k int) {
	m, k = a.Rows, a.Cols
	if tA == Trans {
		m, k = k, m
	}
	kb, n := b.Rows, b.Cols
	if tB == Trans {
		kb, n = n, kb
	}
	if k != kb || c.Rows != m || c.Cols != n {
		panic(fmt.Sprintf("kernel: Gemm of %d×%d and %d×%d into %d×%d", m, k, kb, n, c.Rows, c.Cols))
	}
	return m, n, k
}

func same(a, b []float32, what string) {
	if len(a) != len(b) {
		panic(fmt.Sprintf("kernel: %s of lengths %d and %d", what, len(a), len(b)))
	}
}
