package kernels

import asm "unroll/wasm/assembler"

// gru, with the reset gate after the product (PyTorch, cuDNN):
//
//	r = σ(X_r + R_r)   z = σ(X_z + R_z)   n = tanh(X_n + r ⊙ R_n)   h' = (1 − z) ⊙ n + z ⊙ h
//
// A row of X, R and the gates is [r z n], each of n units.
//
// r and z lie side by side and are computed first, in one go: shorter chains of operations run better
// abreast.
func gru(m *asm.Module, sigmoid *asm.Func) *asm.Func {
	f := m.Func("gru")
	rows, n := f.IntParam(), f.IntParam()
	x, w, prev, gates, h := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	one := f.Int(n.Shl(2)) // from a gate to the next, in bytes
	two := f.Int(n.Shl(3))
	e := newExponential(f)
	z, c := f.Vec(), f.Vec()
	left := f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		f.Call(sigmoid, n.Shl(1), gates, x, w)
		left.Set(n)
		each(f, left, func(l lanes) {
			c.Set(e.tanh(l.load(x.Add(two)).Add(l.load(gates).Mul(l.load(w.Add(two))))))
			l.store(gates.Add(two), c)
			z.Set(l.load(gates.Add(one)))
			l.store(h, e.one.Sub(z).Mul(c).Add(z.Mul(l.load(prev))))
			l.step(x, w, prev, gates, h)
		})
		for _, p := range []asm.Int{x, w, gates} {
			p.Set(p.Add(two))
		}
		rows.Set(rows.Minus(1))
	})
	return f
}

// gruBackward, with ∂n before its tanh:
//
//	∂n = ∂h ⊙ (1 − z) ⊙ (1 − n²)        ∂z = ∂h ⊙ (h₋₁ − n) ⊙ z ⊙ (1 − z)
//	∂r = ∂n ⊙ R_n ⊙ r ⊙ (1 − r)         ∂h₋₁ += ∂h ⊙ z
//	∂X = [∂r ∂z ∂n]   ∂R = [∂r ∂z r⊙∂n]
func gruBackward(m *asm.Module) *asm.Func {
	f := m.Func("gru_backward")
	rows, n := f.IntParam(), f.IntParam()
	w, prev, gates, dh := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	dx, dr, dprev := f.IntParam(), f.IntParam(), f.IntParam()
	stride := f.Int(n.Shl(2))
	two := f.Int(n.Shl(3))
	one := f.Vec(asm.Splat(1))
	r, z, c, d, t := f.Vec(), f.Vec(), f.Vec(), f.Vec(), f.Vec()
	eachRow(f, rows, n, func(l lanes) {
		d.Set(l.load(dh))
		z.Set(l.load(gates.Add(stride)))
		c.Set(l.load(gates.Add(two)))
		t.Set(d.Mul(l.load(prev).Sub(c)).Mul(z.Mul(one.Sub(z))))
		l.store(dx.Add(stride), t)
		l.store(dr.Add(stride), t)
		c.Set(d.Mul(one.Sub(z)).Mul(one.Sub(c.Mul(c)))) // ∂n
		l.store(dx.Add(two), c)
		r.Set(l.load(gates))
		l.store(dr.Add(two), c.Mul(r))
		t.Set(c.Mul(l.load(w.Add(two))).Mul(r.Mul(one.Sub(r))))
		l.store(dx, t)
		l.store(dr, t)
		l.store(dprev, l.load(dprev).Add(d.Mul(z)))
		l.step(w, prev, gates, dh, dx, dr, dprev)
	}, func() {
		for _, p := range []asm.Int{w, gates, dx, dr} {
			p.Set(p.Add(two))
		}
	})
	return f
}
