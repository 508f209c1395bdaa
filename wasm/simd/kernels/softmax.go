package kernels

import (
	"math"

	asm "unroll/wasm/assembler"
)

// exponentials is what becomes of a row of n floats, in steps: the largest is taken off, and of what is
// left the exponential.
type exponentials struct {
	f       *asm.Func
	e       *exponential
	total   *total
	top     asm.Vec   // the largest, in every lane
	sum     asm.Float // of the exponentials
	p, left asm.Int
	v       asm.Vec
}

func newExponentials(f *asm.Func) *exponentials {
	return &exponentials{f: f, e: newExponential(f), total: newTotal(f), top: f.Vec(), sum: f.Float(),
		p: f.Int(), left: f.Int(), v: f.Vec()}
}

// findTop finds the largest of x.
func (r *exponentials) findTop(n, x asm.Int) {
	f := r.f
	r.top.Set(asm.Splat(float32(math.Inf(-1))))
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
}

// below is Σ (x − max x).
func (r *exponentials) below(n, x asm.Int) asm.Float {
	r.p.Set(x)
	r.left.Set(n)
	return r.total.each(r.left, func(l lanes, add func(asm.Vec)) {
		r.v.Set(l.load(r.p).Sub(r.top))
		add(r.v)
		l.step(r.p)
	})
}

// write writes y = exp(x − max x) and adds it up, moving both pointers past the row.
func (r *exponentials) write(n, y, x asm.Int) {
	r.left.Set(n)
	r.sum.Set(r.total.each(r.left, func(l lanes, add func(asm.Vec)) {
		r.v.Set(r.e.flushed(l.load(x).Sub(r.top)))
		l.store(y, r.v)
		add(r.v)
		l.step(x, y)
	}))
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
		r.findTop(n, from)
		r.write(n, to, from)
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
	total, product, dot := newTotal(f), f.Vec(), f.Vec()
	to, d, p, left := f.Int(), f.Int(), f.Int(), f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		d.Set(dy)
		p.Set(y)
		left.Set(n)
		dot.Set(total.each(left, func(l lanes, add func(asm.Vec)) {
			product.Set(l.load(p).Mul(l.load(d)))
			add(product)
			l.step(p, d)
		}).Splat())
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
