package kerneltest

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"unroll/core/kernel"
)

// suite is one run of the tests.
type suite struct {
	*testing.T
	r   *rand.Rand
	ops kernel.Ops
}

// Test holds ops against the oracle.
func Test(t *testing.T, ops kernel.Ops) {
	for name, test := range map[string]func(*suite){
		"Gemm": (*suite).gemm, "Elementwise": (*suite).elementwise, "Cells": (*suite).cells,
		"Rows": (*suite).rows, "Adam": (*suite).adam, "Refusals": (*suite).refusals,
	} {
		t.Run(name, func(t *testing.T) { test(&suite{t, rand.New(rand.NewPCG(1, 1)), ops}) })
	}
}

// size is small, and often one that is awkward for SIMD.
func (s *suite) size() int {
	return []int{0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 29, 31, 33}[s.r.IntN(16)]
}

const guard = 7.25e7 // stands in every place that must not be written

// vector is n random numbers somewhere inside a larger slice, at an odd place as often as not.
func (s *suite) vector(n int) []float32 {
	at := 1 + s.r.IntN(9)
	x := make([]float32, at+n+9)
	for i := range x {
		x[i] = guard
	}
	for i := range n {
		x[at+i] = float32(s.r.NormFloat64())
	}
	return x[at : at+n]
}

// matrix is random, its rows a little apart as often as not.
func (s *suite) matrix(rows, cols int) kernel.Matrix {
	stride := max(1, cols+s.r.IntN(4))
	m := kernel.Matrix{Rows: rows, Cols: cols, Stride: stride, Data: s.vector(rows * stride)}
	for i := range rows {
		for j := cols; j < stride; j++ {
			m.Data[i*stride+j] = guard
		}
	}
	return m
}

// twin is a copy of x for the oracle, with the same numbers around it.
func twin(x []float32) []float32 {
	all := x[:cap(x)]
	return append([]float32(nil), all...)[:len(x)]
}

func twinMatrix(m kernel.Matrix) kernel.Matrix {
	m.Data = twin(m.Data)
	return m
}

// agree compares what ops wrote with what the oracle wrote, and what lies behind it.
func (s *suite) agree(what string, got, want []float32, tolerance float64) {
	s.Helper()
	got, want = got[:cap(got)], want[:len(got[:cap(got)])]
	for i := range want {
		g, w := float64(got[i]), float64(want[i])
		if d := math.Abs(g - w); !(d <= tolerance*(1+math.Abs(w))) || w == guard && g != w {
			s.Fatalf("%s %s[%d] = %v, the oracle says %v", s.ops.Name(), what, i, g, w)
		}
	}
}

// same fails unless two calls wrote the same bits.
func (s *suite) same(what string, a, b []float32) {
	s.Helper()
	for i := range a {
		if math.Float32bits(a[i]) != math.Float32bits(b[i]) {
			s.Fatalf("%s %s[%d] is %v, then %v from equal operands", s.ops.Name(), what, i, a[i], b[i])
		}
	}
}

// refused fails unless f panics.
func (s *suite) refused(what string, f func()) {
	s.Helper()
	defer func() {
		if recover() == nil {
			s.Errorf("%s: %s went through", s.ops.Name(), what)
		}
	}()
	f()
}

func label(format string, a ...any) string { return fmt.Sprintf(format, a...) }
