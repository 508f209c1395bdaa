package kernels

import asm "unroll/wasm/assembler"

// crossEntropy turns logits x into probabilities p, row by row of n floats, and writes to out what the
// row's loss is made of, in two floats: Σ exp(x − max x), and what the targets q make of x − max x,
// (1 − ε)·(x[label] − max x) + ε·mean(x − max x), so that
//
//	−q·log p = log out₀ − out₁
//
// which stays finite where p underflows. Rows whose label is ignored are left alone, and their out is
// 1 and 0: no loss. p may be x.
func crossEntropy(m *asm.Module) *asm.Func {
	f := m.Func("cross_entropy")
	rows, n := f.IntParam(), f.IntParam()
	p, pStride, x, xStride := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	labels, ignored, smoothing, out := f.IntParam(), f.IntParam(), f.FloatParam(), f.IntParam()
	r := newExponentials(f)
	from, to, label, inverse, target := f.Int(), f.Int(), f.Int(), f.Vec(), f.Float()
	f.While(rows.Gt(asm.I(0)), func() {
		label.Set(labels.LoadInt(0))
		f.If(label.Eq(ignored), func() {
			out.Store(0, asm.F(1))
			out.Store(4, asm.F(0))
		}, func() {
			r.findTop(n, x)
			target.Set(x.Add(label.Shl(2)).LoadFloat(0).Sub(r.top.Lane(0)))
			f.If(smoothing.Ne(asm.F(0)), func() {
				mean := r.below(n, x).Div(n.Float())
				target.Set(asm.F(1).Sub(smoothing).Mul(target).Add(smoothing.Mul(mean)))
			})
			out.Store(4, target)
			from.Set(x)
			to.Set(p)
			r.write(n, to, from)
			out.Store(0, r.sum)
			inverse.Set(asm.F(1).Div(r.sum).Splat())
			r.scale(n, p, inverse)
		})
		p.Set(p.Add(pStride.Shl(2)))
		x.Set(x.Add(xStride.Shl(2)))
		labels.Set(labels.Plus(4))
		out.Set(out.Plus(8))
		rows.Set(rows.Minus(1))
	})
	return f
}

// crossEntropyBackward: dx = scale · (p − q) with q = (1 − ε)·1[label] + ε ⁄ n, row by row of n floats;
// zero where the label is ignored. dx may be p.
func crossEntropyBackward(m *asm.Module) *asm.Func {
	f := m.Func("cross_entropy_backward")
	rows, n := f.IntParam(), f.IntParam()
	dx, dxStride, p, pStride := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	labels, ignored, smoothing, scale := f.IntParam(), f.IntParam(), f.FloatParam(), f.FloatParam()
	a, zero := f.Vec(scale.Splat()), f.Vec(asm.Splat(0))
	peak := f.Float(scale.Mul(asm.F(1).Sub(smoothing)))
	even := f.Vec(scale.Mul(smoothing).Div(n.Float()).Splat())
	from, to, left, label := f.Int(), f.Int(), f.Int(), f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		label.Set(labels.LoadInt(0))
		from.Set(p)
		to.Set(dx)
		left.Set(n)
		f.If(label.Eq(ignored), func() {
			each(f, left, func(l lanes) {
				l.store(to, zero)
				l.step(to)
			})
		}, func() {
			each(f, left, func(l lanes) {
				l.store(to, l.load(from).Mul(a).Sub(even))
				l.step(to, from)
			})
			to.Set(dx.Add(label.Shl(2)))
			to.Store(0, to.LoadFloat(0).Sub(peak))
		})
		dx.Set(dx.Add(dxStride.Shl(2)))
		p.Set(p.Add(pStride.Shl(2)))
		labels.Set(labels.Plus(4))
		rows.Set(rows.Minus(1))
	})
	return f
}
