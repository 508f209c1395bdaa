package kernels

import asm "unroll/wasm/assembler"

// rnn: h' = tanh(X + R), for n units of all rows together; the gate is the state.
func rnn(m *asm.Module) *asm.Func {
	f := m.Func("rnn")
	n, x, r, gates, h := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	e := newExponential(f)
	t := f.Vec()
	each(f, n, func(l lanes) {
		t.Set(e.tanh(l.load(x).Add(l.load(r))))
		l.store(gates, t)
		l.store(h, t)
		l.step(x, r, gates, h)
	})
	return f
}

// rnnBackward: ∂X = ∂R = ∂h ⊙ (1 − h²).
func rnnBackward(m *asm.Module) *asm.Func {
	f := m.Func("rnn_backward")
	n, h, dh, dx, dr := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	one, t := f.Vec(asm.Splat(1)), f.Vec()
	each(f, n, func(l lanes) {
		t.Set(l.load(h))
		t.Set(l.load(dh).Mul(one.Sub(t.Mul(t))))
		l.store(dx, t)
		l.store(dr, t)
		l.step(h, dh, dx, dr)
	})
	return f
}
