package kernels

import asm "unroll/wasm/assembler"

// tanhForward: y = tanh(x), for n floats; y may be x.
func tanhForward(m *asm.Module) *asm.Func {
	f := m.Func("tanh")
	n, y, x := f.IntParam(), f.IntParam(), f.IntParam()
	e := newExponential(f)
	each(f, n, func(l lanes) {
		l.store(y, e.tanh(l.load(x)))
		l.step(x, y)
	})
	return f
}

// tanhBackward: dx = dy ⊙ (1 − y²), for n floats; dx may be dy.
func tanhBackward(m *asm.Module) *asm.Func {
	f := m.Func("tanh_backward")
	n, dx, dy, y := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	one, t := f.Vec(asm.Splat(1)), f.Vec()
	each(f, n, func(l lanes) {
		t.Set(l.load(y))
		l.store(dx, l.load(dy).Mul(one.Sub(t.Mul(t))))
		l.step(dx, dy, y)
	})
	return f
}

// sigmoidSum: y = σ(a + b), for n floats.
func sigmoidSum(m *asm.Module) *asm.Func { return ofSum(m, "sigmoid_sum", (*exponential).sigmoid) }

// tanhSum: y = tanh(a + b), for n floats.
func tanhSum(m *asm.Module) *asm.Func { return ofSum(m, "tanh_sum", (*exponential).tanh) }

func ofSum(m *asm.Module, name string, of func(*exponential, asm.Vec) asm.Vec) *asm.Func {
	f := m.Func(name)
	n, y, a, b := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	e := newExponential(f)
	each(f, n, func(l lanes) {
		l.store(y, of(e, l.load(a).Add(l.load(b))))
		l.step(y, a, b)
	})
	return f
}
