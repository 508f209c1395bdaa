package kerneltest

import (
	"math"

	"unroll/core/kernel"
)

func (s *suite) rows() {
	for range 120 {
		rows, cols := s.size(), s.size()
		if cols == 0 {
			s.rowsOfNothing(rows)
			continue
		}
		x, y := s.matrix(rows, cols), s.matrix(rows, cols)
		for i := range rows {
			far := float32(300 * (s.r.IntN(3) - 1)) // e⁺³⁰⁰ is no float32, nor is e⁻³⁰⁰
			for j := range cols {
				x.Data[i*x.Stride+j] = 5*x.Data[i*x.Stride+j] + far
			}
		}
		both := func(what string, tolerance float64, f func(ops kernel.Ops, out kernel.Matrix)) kernel.Matrix {
			s.Helper()
			got := twinMatrix(x)
			want := twinMatrix(x)
			f(kernel.Naive{}, want)
			f(s.ops, got)
			s.agree(label("%s %d×%d", what, rows, cols), got.Data, want.Data, tolerance)
			return want
		}
		p := both("Softmax", 1e-6, func(ops kernel.Ops, out kernel.Matrix) { ops.Softmax(out) })
		both("SoftmaxBackward", 4e-6, func(ops kernel.Ops, out kernel.Matrix) { ops.SoftmaxBackward(out, y, p) })
		both("SoftmaxBackward in place", 1e-4, func(ops kernel.Ops, out kernel.Matrix) { ops.SoftmaxBackward(out, out, p) })

		const ignored = 0
		labels := make([]int32, rows+3)
		for i := range labels {
			labels[i] = int32(s.r.IntN(cols))
		}
		targets := kernel.Targets{Labels: labels, Ignored: ignored, Smoothing: [4]float32{0, 0.1, 0.5, 1}[s.r.IntN(4)]}
		var losses []float64
		both("CrossEntropy", 1e-6, func(ops kernel.Ops, out kernel.Matrix) {
			losses = append(losses, ops.CrossEntropy(out, out, targets))
		})
		both("CrossEntropy elsewhere", 1e-6, func(ops kernel.Ops, out kernel.Matrix) {
			losses = append(losses, ops.CrossEntropy(out, x, targets))
		})
		for _, loss := range losses {
			if !(math.Abs(loss-losses[0]) <= 1e-5*(1+losses[0])) {
				s.Fatalf("%s CrossEntropy %d×%d, smoothed by %v: the losses are %v", s.ops.Name(), rows, cols, targets.Smoothing, losses)
			}
		}
		both("CrossEntropyBackward", 1e-6, func(ops kernel.Ops, out kernel.Matrix) {
			ops.CrossEntropyBackward(out, p, targets, 0.25)
		})

		v := s.vector(cols)
		both("Spread", 0, func(ops kernel.Ops, out kernel.Matrix) { ops.Spread(out, v) })
		got, want := twin(v), twin(v)
		s.ops.SumRows(y, got)
		kernel.Naive{}.SumRows(y, want)
		s.agree("SumRows", got, want, 1e-5)

		table := s.matrix(1+s.size(), cols)
		for i := range labels {
			labels[i] = int32(s.r.IntN(table.Rows))
		}
		both("Gather", 0, func(ops kernel.Ops, out kernel.Matrix) { ops.Gather(out, table, labels) })
		mine, oracle := twinMatrix(table), twinMatrix(table)
		s.ops.Scatter(mine, y, labels)
		kernel.Naive{}.Scatter(oracle, y, labels)
		s.agree("Scatter", mine.Data, oracle.Data, 1e-5)
	}
}

// rowsOfNothing: rows may be empty, where nothing is to be read or written, and no label is but the
// ignored one.
func (s *suite) rowsOfNothing(rows int) {
	x, y := s.matrix(rows, 0), s.matrix(rows, 0)
	want := twin(x.Data)
	targets := kernel.Targets{Labels: make([]int32, rows), Smoothing: 0.5}
	s.ops.Softmax(x)
	s.ops.SoftmaxBackward(x, y, x)
	if loss := s.ops.CrossEntropy(x, y, targets); loss != 0 {
		s.Fatalf("%s CrossEntropy of %d empty rows is %v", s.ops.Name(), rows, loss)
	}
	s.ops.CrossEntropyBackward(x, y, targets, 1)
	s.ops.Spread(x, nil)
	s.ops.SumRows(x, nil)
	s.ops.Gather(x, y, make([]int32, rows))
	s.ops.Scatter(x, y, make([]int32, rows))
	s.agree(label("an operation on %d empty rows: the row beside", rows), x.Data, want, 0)
}

// refusals: operands that do not fit must panic before any memory is touched.
func (s *suite) refusals() {
	short, v := make([]float32, 5), make([]float32, 6)
	m := kernel.Dense(2, 3, v)
	wide := kernel.Matrix{Rows: 2, Cols: 3, Stride: 4, Data: v} // ends a number beyond its data
	ids := []int32{0, 1}
	ops := s.ops
	s.refused("a 2×3 by 2×3 product", func() { ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, m, m, 0, m) })
	square := kernel.Dense(2, 2, make([]float32, 4))
	s.refused("a product with A too short", func() {
		ops.Gemm(kernel.NoTrans, kernel.Trans, 1, wide, m, 0, square)
	})
	s.refused("a product with B too short", func() {
		ops.Gemm(kernel.NoTrans, kernel.Trans, 1, m, wide, 0, square)
	})
	s.refused("a product into too little", func() {
		ops.Gemm(kernel.NoTrans, kernel.Trans, 1, m, m, 0, kernel.Matrix{Rows: 2, Cols: 2, Stride: 2, Data: v[:3]})
	})
	s.refused("a product with a stride below its columns", func() {
		ops.Gemm(kernel.NoTrans, kernel.Trans, 1, kernel.Matrix{Rows: 2, Cols: 3, Stride: 1, Data: v}, m, 0, square)
	})
	s.refused("Tanh of unequal lengths", func() { ops.Tanh(v, short) })
	s.refused("TanhBackward of unequal lengths", func() { ops.TanhBackward(v, v, short) })
	s.refused("Axpy of unequal lengths", func() { ops.Axpy(1, short, v) })
	s.refused("Softmax of too little", func() { ops.Softmax(wide) })
	s.refused("SoftmaxBackward of unequal shapes", func() { ops.SoftmaxBackward(m, m, kernel.Dense(3, 2, v)) })
	s.refused("Mul of unequal lengths", func() { ops.Mul(v, short, v) })
	s.refused("Mul by a short mask", func() { ops.Mul(v, v, short) })
	s.refused("Dot of unequal lengths", func() { ops.Dot(v, short) })
	for what, targets := range map[string]kernel.Targets{
		"too few labels": {Labels: ids[:1]}, "a label beyond": {Labels: []int32{1, 3}}, "a negative label": {Labels: []int32{1, -1}},
		"labels smoothed too far": {Labels: ids, Smoothing: 1.5}, "labels sharpened": {Labels: ids, Smoothing: -0.1},
	} {
		s.refused("CrossEntropy of "+what, func() { ops.CrossEntropy(m, m, targets) })
		s.refused("CrossEntropyBackward of "+what, func() { ops.CrossEntropyBackward(m, m, targets, 1) })
	}
	s.refused("CrossEntropyBackward into too little", func() { ops.CrossEntropyBackward(wide, m, kernel.Targets{Labels: ids}, 1) })
	s.refused("Spread of a short row", func() { ops.Spread(m, short[:2]) })
	s.refused("SumRows into a short row", func() { ops.SumRows(m, short[:2]) })
	s.refused("Gather of a row beyond", func() { ops.Gather(m, m, []int32{0, 2}) })
	s.refused("Gather of a negative row", func() { ops.Gather(m, m, []int32{0, -1}) })
	s.refused("Gather of too few", func() { ops.Gather(m, m, ids[:1]) })
	s.refused("Scatter to a row beyond", func() { ops.Scatter(m, m, []int32{0, 2}) })
	s.refused("Adam with G too short", func() { ops.Adam(&kernel.AdamStep{P: v, G: short, M: v, V: v}) })
	big := make([]float32, 24)
	step := kernel.StepGrad{
		Step: kernel.Step{Rows: 2, Hidden: 3, X: big, R: big, PrevH: big, PrevC: big, Gates: big, H: big, C: big, TanhC: big},
		DH:   big, DC: big, DX: big, DR: big, DPrevH: big, DPrevC: big,
	}
	for what, p := range map[string]*[]float32{"X": &step.X, "R": &step.R, "h": &step.PrevH, "c": &step.PrevC, "gates": &step.Gates,
		"h'": &step.H, "c'": &step.C, "tanh c": &step.TanhC, "∂h": &step.DH, "∂c": &step.DC, "∂X": &step.DX, "∂R": &step.DR,
		"∂h₋₁": &step.DPrevH, "∂c₋₁": &step.DPrevC} {
		*p = short
		s.refused("an LSTM's backward step with too short "+what, func() { ops.LSTMBackward(&step) })
		*p = big
	}
	step.X = short
	s.refused("a GRU's step with too short X", func() { ops.GRU(&step.Step) })
	s.refused("an RNN's step with too short X", func() { ops.RNN(&step.Step) })
	step.X, step.Rows = big, -1
	s.refused("a step of −1 rows", func() { ops.GRU(&step.Step) })
}
