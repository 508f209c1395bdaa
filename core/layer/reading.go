package layer

import "unroll/core/kernel"

// Reading is the order in which the sentences of a padded sequence are read. A sentence is read
// backwards from its own last token, not from its padding: place t of it is then place n−1−t of the
// sentence, of its length n, and padding stays behind. To read backwards twice is to read forwards.
type Reading struct {
	Backwards bool
	B         int
	Length    []int // [B]
}

// row is the row, in a sequence as it is written, of what is read as sentence i's token t.
func (r Reading) row(t, i int) int {
	if r.Backwards {
		t = r.Length[i] - 1 - t
	}
	return t*r.B + i
}

// Tokens writes the tokens of src, [T][B], to dst in the order in which they are read.
func (r Reading) Tokens(dst, src []int32) {
	copy(dst, src)
	for i, n := range r.Length[:r.B] {
		for t := range n {
			dst[t*r.B+i] = src[r.row(t, i)]
		}
	}
}

// Copy writes the rows of src, a sequence [T][B×n], to dst, another, in the order in which they are
// read. Padding becomes zero.
func (r Reading) Copy(dst, src kernel.Matrix) {
	for i, n := range r.Length[:r.B] {
		for t := range n {
			copy(rowOf(dst, t*r.B+i), rowOf(src, r.row(t, i)))
		}
		for row := n*r.B + i; row < dst.Rows; row += r.B {
			clear(rowOf(dst, row))
		}
	}
}

// Add is Copy that adds, and leaves padding alone.
func (r Reading) Add(ops kernel.Ops, dst, src kernel.Matrix) {
	for i, n := range r.Length[:r.B] {
		for t := range n {
			ops.Axpy(1, rowOf(src, r.row(t, i)), rowOf(dst, t*r.B+i))
		}
	}
}

func rowOf(m kernel.Matrix, i int) []float32 { return m.Data[i*m.Stride : i*m.Stride+m.Cols] }

// columns are n columns, from one on, of rows that are width numbers long.
func columns(x []float32, rows, width, from, n int) kernel.Matrix {
	return kernel.Matrix{Rows: rows, Cols: n, Stride: width, Data: x[from:]}
}
