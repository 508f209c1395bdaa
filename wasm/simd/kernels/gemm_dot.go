package kernels

import asm "unroll/wasm/assembler"

// dotProducts: C = α·A·Bᵀ + β·C with few rows of A, as one string that is decoded has: rows of both are
// read where they lie, four floats of k at a time, in tiles of two rows of A by four of B. Strides are
// in bytes.
func dotProducts(m *asm.Module) *asm.Func {
	f := m.Func("dot_products")
	d := &dots{f: f}
	d.m, d.n, d.k, d.alpha, d.a, d.lda = f.IntParam(), f.IntParam(), f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam()
	d.b, d.ldb, d.beta, d.c, d.ldc = f.IntParam(), f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam()
	for i := range d.sum {
		for j := range d.sum[i] {
			d.sum[i][j] = f.Vec()
		}
		d.atA[i], d.va[i] = f.Int(), f.Vec()
	}
	for j := range d.atB {
		d.atB[j] = f.Int()
	}
	d.vb, d.low, d.high = f.Vec(), f.Vec(), f.Vec()
	d.left, d.columns, d.bj, d.cj = f.Int(), f.Int(), f.Int(), f.Int()
	for r := 2; r > 0; r-- {
		f.While(d.m.Ge(asm.I(r)), func() {
			d.columns.Set(d.n)
			d.bj.Set(d.b)
			d.cj.Set(d.c)
			for w := 4; w > 0; w /= 2 {
				f.While(d.columns.Ge(asm.I(w)), func() {
					d.run(r, w)
					d.columns.Set(d.columns.Minus(w))
				})
			}
			for range r {
				d.a.Set(d.a.Add(d.lda))
				d.c.Set(d.c.Add(d.ldc))
			}
			d.m.Set(d.m.Minus(r))
		})
	}
	return f
}

type dots struct {
	f                     *asm.Func
	m, n, k, a, lda       asm.Int
	b, ldb, c, ldc        asm.Int
	alpha, beta           asm.Float
	sum                   [2][4]asm.Vec
	atA                   [2]asm.Int
	atB                   [4]asm.Int
	va                    [2]asm.Vec
	vb, low, high         asm.Vec
	left, columns, bj, cj asm.Int
}

// run computes r rows by w columns of C.
func (d *dots) run(r, w int) {
	f := d.f
	d.atA[0].Set(d.a)
	if r == 2 {
		d.atA[1].Set(d.a.Add(d.lda))
	}
	for j := range w {
		d.atB[j].Set(d.bj)
		d.bj.Set(d.bj.Add(d.ldb))
	}
	for i := range r {
		for j := range w {
			d.sum[i][j].Set(asm.Splat(0))
		}
	}
	d.left.Set(d.k)
	each(f, d.left, func(l lanes) {
		for i := range r {
			d.va[i].Set(l.load(d.atA[i]))
			l.step(d.atA[i])
		}
		for j := range w {
			d.vb.Set(l.load(d.atB[j]))
			l.step(d.atB[j])
			for i := range r {
				// What is left over is alone in its lane: the zeros beside it add nothing.
				d.sum[i][j].Set(d.sum[i][j].Add(d.va[i].Mul(d.vb)))
			}
		}
	})
	to := f.Int(d.cj)
	for i := range r {
		d.store(to, d.reduced(d.sum[i][:w]))
		if i+1 < r {
			to.Set(to.Add(d.ldc))
		}
	}
	d.cj.Set(d.cj.Plus(4 * w))
}

// reduced is the sums of the lanes of up to four vectors, one a lane, in the order in which sum adds.
func (d *dots) reduced(v []asm.Vec) []asm.Value {
	if len(v) < 4 {
		var out []asm.Value
		for _, x := range v {
			out = append(out, sum(x))
		}
		return out
	}
	// Lanes 0 and 2, 1 and 3 of two vectors side by side; then those of four.
	pair := func(a, b asm.Vec) asm.Vec { return a.Shuffle(b, 0, 4, 1, 5).Add(a.Shuffle(b, 2, 6, 3, 7)) }
	d.low.Set(pair(v[0], v[1]))
	d.high.Set(pair(v[2], v[3]))
	return []asm.Value{d.low.Shuffle(d.high, 0, 1, 4, 5).Add(d.low.Shuffle(d.high, 2, 3, 6, 7))}
}

// store writes α·x + β·C.
func (d *dots) store(to asm.Int, x []asm.Value) {
	for j, v := range x {
		write := func(β bool) {
			switch v := v.(type) {
			case asm.Vec:
				v = d.alpha.Splat().Mul(v)
				if β {
					v = v.Add(d.beta.Splat().Mul(to.LoadVec(0)))
				}
				to.Store(0, v)
			case asm.Float:
				v = d.alpha.Mul(v)
				if β {
					v = v.Add(d.beta.Mul(to.LoadFloat(4 * j)))
				}
				to.Store(4*j, v)
			}
		}
		d.f.If(d.beta.Eq(asm.F(0)), func() { write(false) }, func() { write(true) })
	}
}
