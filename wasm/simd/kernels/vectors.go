package kernels

import asm "unroll/wasm/assembler"

// axpy: y += α·x, for n floats.
func axpy(m *asm.Module) *asm.Func {
	f := m.Func("axpy")
	n, alpha, x, y := f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam()
	a := f.Vec(alpha.Splat())
	each(f, n, func(l lanes) {
		l.store(y, l.load(y).Add(a.Mul(l.load(x))))
		l.step(x, y)
	})
	return f
}

// scale: x = α·x, for n floats.
func scale(m *asm.Module) *asm.Func {
	f := m.Func("scale")
	n, alpha, x := f.IntParam(), f.FloatParam(), f.IntParam()
	a := f.Vec(alpha.Splat())
	each(f, n, func(l lanes) {
		l.store(x, a.Mul(l.load(x)))
		l.step(x)
	})
	return f
}

// mul: y = x ⊙ m, for n floats; y may be x or m.
func mul(m *asm.Module) *asm.Func {
	f := m.Func("mul")
	n, y, x, mask := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	each(f, n, func(l lanes) {
		l.store(y, l.load(x).Mul(l.load(mask)))
		l.step(y, x, mask)
	})
	return f
}

// dot: Σ x·y, for n floats, multiplied and added in float64, where a product is exact. Eight partial
// sums, one for each place in eight floats, are added in a fixed order.
func dot(m *asm.Module) *asm.Func {
	f := m.Func("dot", asm.F64)
	n, x, y := f.IntParam(), f.IntParam(), f.IntParam()
	var partial [4]asm.Vec
	for i := range partial {
		partial[i] = f.Vec(asm.Splat(0))
	}
	pair, total := f.Vec(), f.Double()
	f.While(n.Ge(asm.I(8)), func() {
		for i, p := range partial {
			p.Set(p.AddDouble(x.LoadPair(8 * i).MulDouble(y.LoadPair(8 * i))))
		}
		lanes(8).step(x, y)
		n.Set(n.Minus(8))
	})
	all := partial[0].AddDouble(partial[1]).AddDouble(partial[2].AddDouble(partial[3]))
	pair.Set(all)
	total.Set(pair.Double(0).Add(pair.Double(1)))
	f.While(n.Gt(asm.I(0)), func() {
		total.Set(total.Add(x.LoadFloat(0).Double().Mul(y.LoadFloat(0).Double())))
		lanes(1).step(x, y)
		n.Set(n.Minus(1))
	})
	f.Return(total)
	return f
}
