package kernels

import asm "unroll/wasm/assembler"

// lstm (Hochreiter & Schmidhuber 1997, with the forget gate of Gers et al. 2000):
//
//	i, f, o = σ(X + R)   g = tanh(X_g + R_g)   c' = f ⊙ c + i ⊙ g   h' = o ⊙ tanh(c')
//
// A row of X, R and the gates is [i f g o], each of n units.
func lstm(m *asm.Module, sigmoid, tanh *asm.Func) *asm.Func {
	f := m.Func("lstm")
	rows, n := f.IntParam(), f.IntParam()
	x, w, prev, gates := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	h, c, tanhC := f.IntParam(), f.IntParam(), f.IntParam()
	at, rest := offsets(f, n)
	e := newExponential(f)
	t, left := f.Vec(), f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		f.Call(sigmoid, n.Shl(1), gates, x, w)
		f.Call(tanh, n, gates.Add(at[2]), x.Add(at[2]), w.Add(at[2]))
		f.Call(sigmoid, n, gates.Add(at[3]), x.Add(at[3]), w.Add(at[3]))
		left.Set(n)
		each(f, left, func(l lanes) {
			gate := func(i int) asm.Vec { return l.load(gates.Add(at[i])) }
			t.Set(gate(1).Mul(l.load(prev)).Add(gate(0).Mul(gate(2))))
			l.store(c, t)
			t.Set(e.tanh(t))
			l.store(tanhC, t)
			l.store(h, gate(3).Mul(t))
			l.step(prev, gates, h, c, tanhC)
		})
		gates.Set(gates.Add(rest))
		for _, p := range []asm.Int{x, w} {
			p.Set(p.Add(rest).Add(at[1]))
		}
		rows.Set(rows.Minus(1))
	})
	return f
}

// offsets are the places of the four gates in a row, in bytes; rest is from the end of a row's first
// gate to the next row.
func offsets(f *asm.Func, n asm.Int) (at []asm.Int, rest asm.Int) {
	at = []asm.Int{asm.I(0)}
	for gate := 1; gate < 4; gate++ {
		at = append(at, f.Int(n.Mul(asm.I(4*gate))))
	}
	return at, at[3]
}

// lstmBackward, with the gates' gradients before their σ and tanh and t = tanh(c'):
//
//	∂c = ∂c' + ∂h ⊙ o ⊙ (1 − t²)            ∂c₋₁ += ∂c ⊙ f
//	∂i = ∂c ⊙ g ⊙ i ⊙ (1 − i)               ∂f = ∂c ⊙ c₋₁ ⊙ f ⊙ (1 − f)
//	∂g = ∂c ⊙ i ⊙ (1 − g²)                  ∂o = ∂h ⊙ t ⊙ o ⊙ (1 − o)
//	∂X = ∂R = [∂i ∂f ∂g ∂o]
func lstmBackward(m *asm.Module) *asm.Func {
	f := m.Func("lstm_backward")
	rows, n := f.IntParam(), f.IntParam()
	prev, gates, tanhC, dh, dc := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	dx, dr, dprev := f.IntParam(), f.IntParam(), f.IntParam()
	at, rest := offsets(f, n)
	one := f.Vec(asm.Splat(1))
	d, t, gate, fresh, out := f.Vec(), f.Vec(), f.Vec(), f.Vec(), f.Vec()
	eachRow(f, rows, n, func(l lanes) {
		write := func(i int) {
			l.store(dx.Add(at[i]), out)
			l.store(dr.Add(at[i]), out)
		}
		d.Set(l.load(dh))
		t.Set(l.load(tanhC))
		gate.Set(l.load(gates.Add(at[3])))
		out.Set(d.Mul(t).Mul(gate.Mul(one.Sub(gate))))
		write(3)
		d.Set(l.load(dc).Add(d.Mul(gate).Mul(one.Sub(t.Mul(t))))) // ∂c
		gate.Set(l.load(gates.Add(at[1])))
		out.Set(d.Mul(l.load(prev)).Mul(gate.Mul(one.Sub(gate))))
		write(1)
		l.store(dprev, l.load(dprev).Add(d.Mul(gate)))
		gate.Set(l.load(gates))
		fresh.Set(l.load(gates.Add(at[2])))
		out.Set(d.Mul(fresh).Mul(gate.Mul(one.Sub(gate))))
		write(0)
		out.Set(d.Mul(gate).Mul(one.Sub(fresh.Mul(fresh))))
		write(2)
		l.step(prev, gates, tanhC, dh, dc, dx, dr, dprev)
	}, func() {
		for _, p := range []asm.Int{gates, dx, dr} {
			p.Set(p.Add(rest))
		}
	})
	return f
}
