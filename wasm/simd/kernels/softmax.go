package kernels

import asm "unroll/wasm/assembler"

// exponentials writes y = exp(x − max x), n floats, moving both pointers past the row, and leaves the
// largest of x (in every lane) and the sum of y.
type exponentials struct {
	f       *asm.Func
	e       *exponential
	top     asm.Vec
	sum     asm.Float
	partial asm.Vec
	p, left asm.Int
	exp     asm.Vec
}

func newExponentials(f *asm.Func) *exponentials {
	return &exponentials{f: f, e: newExponential(f), top: f.Vec(), sum: f.Float(), partial: f.Vec(),
		p: f.Int(), left: f.Int(), exp: f.Vec()}
}

func (r *exponentials) row(n, y, x asm.Int) {
	f := r.f
	r.top.Set(x.LoadSplat(0))
	r.p.Set(x)
	r.left.Set(n)
	f.While(r.left.Ge(asm.I(4)), func() {
		r.top.Set(r.top.AtLeast(r.p.LoadVec(0)))
		lanes(4).step(r.p)
		r.left.Set(r.left.Minus(4))
	})
	f.While(r.left.Gt(asm.I(0)), func() {
		r.top.Set(r.top.AtLeast(r.p.LoadSplat(0)))
		lanes(1).step(r.p)
		r.left.Set(r.left.Minus(1))
	})
	r.top.Set(top(r.top))

	r.partial.Set(asm.Splat(0))
	r.sum.Set(asm.F(0))
	r.left.Set(n)
	each(f, r.left, func(l lanes) {
		r.exp.Set(r.e.flushed(l.load(x).Sub(r.top)))
		l.store(y, r.exp)
		if l == 4 {
			r.partial.Set(r.partial.Add(r.exp))
		} else {
			r.sum.Set(r.sum.Add(r.exp.Lane(0)))
		}
		l.step(x, y)
	})
	r.sum.Set(sum(r.partial).Add(r.sum))
}

// scale multiplies the row of n floats at y by a.
func (r *exponentials) scale(n, y asm.Int, a asm.Vec) {
	r.p.Set(y)
	r.left.Set(n)
	each(r.f, r.left, func(l lanes) {
		l.store(r.p, l.load(r.p).Mul(a))
		l.step(r.p)
	})
}

// softmax: x = exp(x) ⁄ Σ exp(x), row by row of n floats that lie stride apart. The largest is taken off
// first, so that nothing overflows.
func softmax(m *asm.Module) *asm.Func {
	f := m.Func("softmax")
	rows, n, x, stride := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	r := newExponentials(f)
	from, to, inverse := f.Int(), f.Int(), f.Vec()
	f.While(rows.Gt(asm.I(0)), func() {
		from.Set(x)
		to.Set(x)
		r.row(n, to, from)
		inverse.Set(asm.F(1).Div(r.sum).Splat())
		r.scale(n, x, inverse)
		x.Set(x.Add(stride.Shl(2)))
		rows.Set(rows.Minus(1))
	})
	return f
}

// softmaxBackward: dx = y ⊙ (dy − Σ y⊙dy), row by row, with y the softmax; dx may be dy.
func softmaxBackward(m *asm.Module) *asm.Func {
	f := m.Func("softmax_backward")
	rows, n := f.IntParam(), f.IntParam()
	dx, dxStride, dy, dyStride, y, yStride := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	partial, product, dot := f.Vec(), f.Vec(), f.Vec()
	rest := f.Float()
	to, d, p, left := f.Int(), f.Int(), f.Int(), f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		partial.Set(asm.Splat(0))
		rest.Set(asm.F(0))
		d.Set(dy)
		p.Set(y)
		left.Set(n)
		each(f, left, func(l lanes) {
			product.Set(l.load(p).Mul(l.load(d)))
			if l == 4 {
				partial.Set(partial.Add(product))
			} else {
				rest.Set(rest.Add(product.Lane(0)))
			}
			l.step(p, d)
		})
		dot.Set(sum(partial).Add(rest).Splat())
		to.Set(dx)
		d.Set(dy)
		p.Set(y)
		left.Set(n)
		each(f, left, func(l lanes) {
			l.store(to, l.load(p).Mul(l.load(d).Sub(dot)))
			l.step(to, p, d)
		})
		dx.Set(dx.Add(dxStride.Shl(2)))
		dy.Set(dy.Add(dyStride.Shl(2)))
		y.Set(y.Add(yStride.Shl(2)))
		rows.Set(rows.Minus(1))
	})
	return f
}
