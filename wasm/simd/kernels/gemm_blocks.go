package kernels

import asm "unroll/wasm/assembler"

// blockProduct: C = α·op(A)·op(B) + β·C for a block of op(A) and the columns of op(B) that have room for
// their panels, each panelStep bytes behind the one before. They are written when the first block passes
// by, and the others find them. Strides are in bytes.
func blockProduct(m *asm.Module) *asm.Func {
	stripes, firsts := eitherWay(m, stripe), eitherWay(m, firstTile)
	pack, narrow := packPanel(m), narrowPanel(m, stripes)

	f := m.Func("block_product")
	tA, tB, first, rows, columns, k := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	alpha, a, lda, b, ldb := f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	beta, c, ldc, scratch, panelStep := f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()

	aDown, bRight := steps(f, lda, tA.Not()), steps(f, ldb, tB)
	panel, w := f.Int(scratch.Plus(panelAt)), f.Int()
	left, ai, ci, from, stride := f.Int(), f.Int(), f.Int(), f.Int(), f.Int()
	f.While(columns.Gt(asm.I(0)), func() {
		w.Set(columns.Min(asm.I(tileCols)))
		left.Set(rows)
		ai.Set(a)
		ci.Set(c)
		from.Set(panel)
		stride.Set(asm.I(4 * tileCols))
		f.If(first, func() {
			f.If(tB.Or(w.Lt(asm.I(tileCols))), func() {
				f.Call(pack, tB, w, k, panel, b, ldb)
			}, func() {
				f.If(rows.Gt(asm.I(few)), func() {
					firsts.call(f, tA, panel, k, alpha, a, lda, b, ldb, beta, c, ldc)
					left.Set(rows.Minus(tileRows))
					ai.Set(a.Add(aDown.Mul(asm.I(tileRows))))
					ci.Set(c.Add(ldc.Mul(asm.I(tileRows))))
				}, func() {
					from.Set(b)
					stride.Set(ldb)
				})
			})
			b.Set(b.Add(bRight.Mul(asm.I(tileCols))))
		})
		f.If(w.Eq(asm.I(tileCols)), func() {
			stripes.call(f, tA, left, k, alpha, ai, lda, from, stride, beta, ci, ldc)
		}, func() {
			f.Call(narrow, tA, rows, w, k, alpha, a, lda, panel, beta, c, ldc, scratch)
		})
		panel.Set(panel.Add(panelStep))
		c.Set(c.Plus(4 * tileCols))
		columns.Set(columns.Minus(tileCols))
	})
	return f
}

// either is a function for each way in which A may be stored: row by row of op(A), or column by column.
type either struct{ rows, columns *asm.Func }

func eitherWay(m *asm.Module, of func(m *asm.Module, transposed bool) *asm.Func) either {
	return either{of(m, false), of(m, true)}
}

func (e either) call(f *asm.Func, tA asm.Int, args ...asm.Value) {
	f.If(tA, func() { f.Call(e.columns, args...) }, func() { f.Call(e.rows, args...) })
}

// narrowPanel: C = α·op(A)·panel + β·C for w < 8 columns, whose panel is padded to eight. They are
// multiplied into a tile beside, of which only these columns are taken over.
func narrowPanel(m *asm.Module, stripes either) *asm.Func {
	merge := mergeTile(m)
	f := m.Func("narrow_panel")
	tA, rows, w, k, alpha, a, lda := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam()
	panel, beta, c, ldc, tile := f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam()
	aDown, count := steps(f, lda, tA.Not()), f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		count.Set(rows.Min(asm.I(tileRows)))
		stripes.call(f, tA, count, k, alpha, a, lda, panel, asm.I(4*tileCols), asm.F(0), tile, asm.I(4*tileCols))
		f.Call(merge, count, w, beta, c, ldc, tile)
		a.Set(a.Add(aDown.Mul(count)))
		c.Set(c.Add(ldc.Mul(count)))
		rows.Set(rows.Sub(count))
	})
	return f
}

// mergeTile: C = tile + β·C for the first w columns of so many rows of a tile.
func mergeTile(m *asm.Module) *asm.Func {
	f := m.Func("merge_tile")
	rows, w, beta := f.IntParam(), f.IntParam(), f.FloatParam()
	c, ldc, tile := f.IntParam(), f.IntParam(), f.IntParam()
	from, to := f.Int(tile), f.Int(c)
	eachRow(f, rows, w, func(l lanes) {
		f.If(beta.Eq(asm.F(0)), func() { l.store(to, l.load(from)) },
			func() { l.store(to, l.load(from).Add(beta.Splat().Mul(l.load(to)))) })
		l.step(from, to)
	}, func() {
		tile.Set(tile.Plus(4 * tileCols))
		from.Set(tile)
		c.Set(c.Add(ldc))
		to.Set(c)
	})
	return f
}
