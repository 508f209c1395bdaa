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

// row is row i of m.
func row(m Matrix, i int) []float32 { return m.Data[i*m.Stride : i*m.Stride+m.Cols] }

func need(have, want int, what string) {
	if have < want {
		panic(fmt.Sprintf("kernel: %s has %d numbers, needs %d", what, have, want))
	}
}

// Product checks that C = op(A)·op(B) fits, and that the operands have the numbers that they say they
// have, and returns its sizes: C is m×n, op(A) m×k.
func Product(tA, tB blas.Transpose, a, b, c Matrix) (m, n, k int) {
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
	whole(a, "A")
	whole(b, "B")
	whole(c, "C")
	return m, n, k
}

// whole panics unless the last number of a matrix is in its data.
func whole(m Matrix, what string) {
	if m.Rows < 0 || m.Cols < 0 || m.Stride < max(m.Cols, 1) {
		panic(fmt.Sprintf("kernel: %s is %d×%d with its rows %d apart", what, m.Rows, m.Cols, m.Stride))
	}
	if m.Rows > 0 && m.Cols > 0 {
		need(len(m.Data), (m.Rows-1)*m.Stride+m.Cols, what)
	}
}

// Same panics unless the matrices have as many rows and columns each, and the numbers for them.
func Same(what string, a Matrix, others ...Matrix) {
	whole(a, what)
	for _, m := range others {
		whole(m, what)
		if m.Rows != a.Rows || m.Cols != a.Cols {
			panic(fmt.Sprintf("kernel: %s of %d×%d and %d×%d", what, a.Rows, a.Cols, m.Rows, m.Cols))
		}
	}
}

// IDs panics unless there is an id for each row of x, and the table has that row, as long as x's.
func IDs(x, table Matrix, ids []int32) {
	whole(x, "rows")
	whole(table, "table")
	need(len(ids), x.Rows, "ids")
	if x.Cols != table.Cols {
		panic(fmt.Sprintf("kernel: rows of %d and a table of %d columns", x.Cols, table.Cols))
	}
	for _, id := range ids[:x.Rows] {
		if id < 0 || int(id) >= table.Rows {
			panic(fmt.Sprintf("kernel: row %d of a table of %d", id, table.Rows))
		}
	}
}

// Columns panics unless x has the rows that it says it has and v a number for each column.
func Columns(x Matrix, v []float32) {
	whole(x, "rows")
	if len(v) != x.Cols {
		panic(fmt.Sprintf("kernel: a vector of %d for %d columns", len(v), x.Cols))
	}
}

// SameLength panics unless two vectors are equally long.
func SameLength(what string, a, b []float32) {
	if len(a) != len(b) {
		panic(fmt.Sprintf("kernel: %s of lengths %d and %d", what, len(a), len(b)))
	}
}
