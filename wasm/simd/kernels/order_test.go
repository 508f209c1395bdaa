package kernels

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/blas"

	"unroll/core/kernel"
)

// TestPlaceChangesNoBit: a number of C depends on its row of op(A) and its column of op(B) alone, to the
// bit. Rows and columns are drawn from a product's operands, in any order and some of them twice, and
// must meet the numbers that they met there: whatever their place, the size of their tile, and their
// company.
func TestPlaceChangesNoBit(t *testing.T) {
	m := newMachine(t, committed(t, "kernels.wasm"))
	r := rand.New(rand.NewPCG(3, 5))
	sizes := []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15, 16, 17, 18, 23, 29, 31, 64, 65, 79, 80, 81, 97, 145, 161}
	for range 250 {
		size := func() int { return sizes[r.IntN(len(sizes))] }
		rows, cols, k := size(), size(), size()
		switch r.IntN(12) {
		case 0: // several blocks of columns
			cols = 250 + size()
		case 1: // several slices of the sum
			k = 250 + size()
		case 2: // op(A) is copied when it is a transpose
			rows = 510 + size()
		}
		for _, form := range [][2]blas.Transpose{
			{kernel.NoTrans, kernel.NoTrans}, {kernel.Trans, kernel.NoTrans}, {kernel.NoTrans, kernel.Trans}, {kernel.Trans, kernel.Trans},
		} {
			beta := [3]float32{0, 1, 0.5}[r.IntN(3)]
			whole := randomProduct(r, form, rows, cols, k)
			want := whole.product(m, beta)
			of := func(n int) []int {
				picked := make([]int, 1+r.IntN(2*n))
				for i := range picked {
					picked[i] = r.IntN(n)
				}
				return picked
			}
			i, j := of(rows), of(cols)
			got := whole.pick(i, j).product(m, beta)
			for at, v := range got {
				from := i[at/len(j)]*cols + j[at%len(j)]
				if math.Float32bits(v) != math.Float32bits(want[from]) {
					t.Fatalf("%c%c over %d, β = %v: row %d and column %d give %v in a product of %d×%d, and %v at (%d, %d) in one of %d×%d",
						form[0], form[1], k, beta, i[at/len(j)], j[at%len(j)], want[from], rows, cols, v, at/len(j), at%len(j), len(i), len(j))
				}
			}
		}
	}
}

// product is what a Gemm multiplies: op(A) and op(B), each by rows, and how they are stored.
type product struct {
	form    [2]blas.Transpose
	k       int
	a, b, c [][]float32 // m rows of op(A), n columns of op(B), m rows of C
}

func randomProduct(r *rand.Rand, form [2]blas.Transpose, m, n, k int) product {
	random := func(rows, cols int) [][]float32 {
		out := make([][]float32, rows)
		for i := range out {
			out[i] = make([]float32, cols)
			for j := range out[i] {
				out[i][j] = float32(r.NormFloat64())
			}
		}
		return out
	}
	return product{form, k, random(m, k), random(n, k), random(m, n)}
}

// pick is the product of some of the rows and some of the columns.
func (p product) pick(rows, cols []int) product {
	out := product{form: p.form, k: p.k}
	for _, i := range rows {
		c := make([]float32, len(cols))
		for to, j := range cols {
			c[to] = p.c[i][j]
		}
		out.a, out.c = append(out.a, p.a[i]), append(out.c, c)
	}
	for _, j := range cols {
		out.b = append(out.b, p.b[j])
	}
	return out
}

// product is C = 0.75·op(A)·op(B) + β·C.
func (p product) product(m *machine, beta float32) []float32 {
	c := stored(p.c, len(p.b), false)
	m.Gemm(p.form[0], p.form[1], 0.75, stored(p.a, p.k, p.form[0] == kernel.Trans), stored(p.b, p.k, p.form[1] == kernel.NoTrans), beta, c)
	return c.Data
}

// stored is a matrix of these rows or, where they are its columns, of these columns.
func stored(rows [][]float32, n int, columns bool) kernel.Matrix {
	m := kernel.Dense(len(rows), n, make([]float32, len(rows)*n))
	if columns {
		m = kernel.Dense(n, len(rows), m.Data)
	}
	for i, row := range rows {
		for j, v := range row {
			if columns {
				m.Data[j*m.Stride+i] = v
			} else {
				m.Data[i*m.Stride+j] = v
			}
		}
	}
	return m
}
