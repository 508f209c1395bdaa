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

// sumSquares: Σ x², for n floats, each squared and added in float64. Eight partial sums, one for each
// place in eight floats, are added in a fixed order.
func sumSquares(m *asm.Module) *asm.Func {
	f := m.Func("sum_squares", asm.F64)
	n, x := f.IntParam(), f.IntParam()
	var partial [4]asm.Vec
	for i := range partial {
		partial[i] = f.Vec(asm.Splat(0))
	}
	pair, one, total := f.Vec(), f.Double(), f.Double()
	f.While(n.Ge(asm.I(8)), func() {
		for i, p := range partial {
			pair.Set(x.LoadPair(8 * i))
			p.Set(p.AddDouble(pair.MulDouble(pair)))
		}
		x.Set(x.Plus(32))
		n.Set(n.Minus(8))
	})
	all := partial[0].AddDouble(partial[1]).AddDouble(partial[2].AddDouble(partial[3]))
	pair.Set(all)
	total.Set(pair.Double(0).Add(pair.Double(1)))
	f.While(n.Gt(asm.I(0)), func() {
		one.Set(x.LoadFloat(0).Double())
		total.Set(total.Add(one.Mul(one)))
		lanes(1).step(x)
		n.Set(n.Minus(1))
	})
	f.Return(total)
	return f
}
