package kerneltest

import (
	"math"

	"unroll/core/kernel"
)

func (s *suite) elementwise() {
	for range 100 {
		n := s.size() * (1 + s.r.IntN(4))
		x, dy, y := s.vector(n), s.vector(n), s.vector(n)
		for i := range x {
			x[i] *= 5
		}
		got, want := s.vector(n), []float32(nil)
		both := func(what string, tolerance float64, f func(ops kernel.Ops, out []float32)) {
			s.Helper()
			want = twin(got)
			f(kernel.Naive{}, want)
			f(s.ops, got)
			s.agree(label("%s of %d", what, n), got, want, tolerance)
		}
		both("Tanh", 3e-7, func(ops kernel.Ops, out []float32) { ops.Tanh(out, x) })
		both("Tanh in place", 3e-7, func(ops kernel.Ops, out []float32) { ops.Tanh(out, out) })
		both("TanhBackward", 1e-6, func(ops kernel.Ops, out []float32) { ops.TanhBackward(out, dy, y) })
		both("TanhBackward in place", 1e-6, func(ops kernel.Ops, out []float32) { ops.TanhBackward(out, out, y) })
		both("Axpy", 1e-6, func(ops kernel.Ops, out []float32) { ops.Axpy(0.3, x, out) })

		sum, exact := s.ops.SumSquares(x), kernel.Naive{}.SumSquares(x)
		if math.Abs(sum-exact) > 1e-12*(1+exact) {
			s.Fatalf("%s SumSquares of %d = %v, the oracle says %v", s.ops.Name(), n, sum, exact)
		}
		if again := s.ops.SumSquares(x); again != sum {
			s.Fatalf("%s SumSquares is %v, then %v", s.ops.Name(), sum, again)
		}
	}
}

func (s *suite) adam() {
	for range 40 {
		n := s.size() * 3
		got := kernel.AdamStep{P: s.vector(n), G: s.vector(n), M: s.vector(n), V: s.vector(n), Scale: 0.5,
			Rate: 0.01, Beta1: 0.9, Beta2: 0.999, Epsilon: 1e-8, Correction1: 0.1, Correction2: 0.03}
		for i, v := range got.V {
			got.V[i] = v * v
		}
		want := got
		want.P, want.M, want.V = twin(got.P), twin(got.M), twin(got.V)
		s.ops.Adam(&got)
		kernel.Naive{}.Adam(&want)
		s.agree("Adam θ", got.P, want.P, 1e-6)
		s.agree("Adam m", got.M, want.M, 1e-6)
		s.agree("Adam v", got.V, want.V, 1e-6)
	}
}
