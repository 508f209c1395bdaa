package kernels

import asm "unroll/wasm/assembler"

// dotProducts: C = α·A·Bᵀ + β·C. Rows of both are read where they lie, four floats of k at a time, in
// tiles of two rows of A by four of B: nothing is copied, which pays for few rows as for many. A block of
// A's rows stays in the second cache while B passes by, and a few of B's in the innermost while the block
// does. Strides are in bytes.
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
	d.left, d.rows, d.ai, d.bj, d.ci = f.Int(), f.Int(), f.Int(), f.Int(), f.Int()
	block, columns, cj := f.Int(), f.Int(), f.Int()
	f.While(d.m.Gt(asm.I(0)), func() {
		block.Set(d.m.Min(asm.I(blockRows)))
		columns.Set(d.n)
		d.bj.Set(d.b)
		cj.Set(d.c)
		for w := 4; w > 0; w /= 2 {
			f.While(columns.Ge(asm.I(w)), func() {
				d.rows.Set(block)
				d.ai.Set(d.a)
				d.ci.Set(cj)
				for r := 2; r > 0; r-- {
					f.While(d.rows.Ge(asm.I(r)), func() {
						d.run(r, w)
						d.rows.Set(d.rows.Minus(r))
					})
				}
				for range w {
					d.bj.Set(d.bj.Add(d.ldb))
				}
				cj.Set(cj.Plus(4 * w))
				columns.Set(columns.Minus(w))
			})
		}
		d.a.Set(d.a.Add(d.lda.Mul(block)))
		d.c.Set(d.c.Add(d.ldc.Mul(block)))
		d.m.Set(d.m.Sub(block))
	})
	return f
}

type dots struct {
	f                      *asm.Func
	m, n, k, a, lda        asm.Int
	b, ldb, c, ldc         asm.Int
	alpha, beta            asm.Float
	sum                    [2][4]asm.Vec
	atA                    [2]asm.Int
	atB                    [4]asm.Int
	va                     [2]asm.Vec
	vb, low, high          asm.Vec
	left, rows, ai, bj, ci asm.Int // of the tile at work
}

// run computes r rows by w columns of C and moves on to the rows below.
func (d *dots) run(r, w int) {
	f := d.f
	d.atA[0].Set(d.ai)
	if r == 2 {
		d.atA[1].Set(d.ai.Add(d.lda))
	}
	d.atB[0].Set(d.bj)
	for j := 1; j < w; j++ {
		d.atB[j].Set(d.atB[j-1].Add(d.ldb))
	}
	for i := range r {
		for j := range w {
			d.sum[i][j].Set(asm.Splat(0))
		}
	}
	// What is left over is alone in its lane: the zeros beside it add nothing.
	d.left.Set(d.k)
	eachUnrolled(f, d.left, append(d.atA[:r:r], d.atB[:w]...), func(l lanes, offset int) {
		for i := range r {
			d.va[i].Set(l.loadAt(d.atA[i], offset))
		}
		for j := range w {
			d.vb.Set(l.loadAt(d.atB[j], offset))
			for i := range r {
				d.sum[i][j].Set(d.sum[i][j].Add(d.va[i].Mul(d.vb)))
			}
		}
	})
	for i := range r {
		d.store(d.ci, d.reduced(d.sum[i][:w]))
		d.ci.Set(d.ci.Add(d.ldc))
		d.ai.Set(d.ai.Add(d.lda))
	}
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
