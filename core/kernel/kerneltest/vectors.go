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
		both("Scale", 1e-7, func(ops kernel.Ops, out []float32) { ops.Scale(0.7, out) })
		both("Mul", 1e-7, func(ops kernel.Ops, out []float32) { ops.Mul(out, x, y) })
		both("Mul in place", 1e-7, func(ops kernel.Ops, out []float32) { ops.Mul(out, out, y) })
		both("Mul into the mask", 1e-7, func(ops kernel.Ops, out []float32) { ops.Mul(out, x, out) })

		var oracle kernel.Naive
		for what, other := range map[string][]float32{"x·y": y, "x·x": x} {
			dot, exact := s.ops.Dot(x, other), oracle.Dot(x, other)
			if !(math.Abs(dot-exact) <= 1e-13*(oracle.Dot(x, x)+oracle.Dot(y, y))) {
				s.Fatalf("%s Dot %s of %d = %v, the oracle says %v", s.ops.Name(), what, n, dot, exact)
			}
			if again := s.ops.Dot(x, other); again != dot {
				s.Fatalf("%s Dot %s of %d is %v, then %v", s.ops.Name(), what, n, dot, again)
			}
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

		got.Beta1, got.Beta2, got.Correction1, got.Correction2 = 0, 0.99, 1, 1 // RMSProp
		got.M, want = got.G, got
		want.P, want.G, want.V = twin(got.P), twin(got.G), twin(got.V)
		want.M = want.G
		s.ops.Adam(&got)
		kernel.Naive{}.Adam(&want)
		s.agree("RMSProp θ", got.P, want.P, 1e-6)
		s.agree("RMSProp g", got.G, want.G, 1e-6)
		s.agree("RMSProp v", got.V, want.V, 1e-6)
	}
}
