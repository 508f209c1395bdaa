package kernels

import asm "unroll/wasm/assembler"

// The matrix product goes through memory as Goto & van de Geijn 2008 have it, in two levels: op(B) is cut
// into panels of eight columns and at most depth rows, small enough for the innermost cache, and the
// whole of op(A) passes by each panel in tiles of four rows. Four by eight numbers of C are eight
// vectors: with two of B and one of A they fit the sixteen registers of SSE.
const (
	tileRows = 4
	tileCols = 8
	depth    = 256
)

// ScratchLen is the floats that gemm needs to work in: a tile and a panel.
const ScratchLen = tileRows*tileCols + depth*tileCols

// few is the rows of op(A) below which a panel of B is used where it lies, or A·Bᵀ is computed as dot
// products: copying the panel pays only when it is read again.
const few = 16

// gemm: C = α·op(A)·op(B) + β·C, with op(A) m×k, op(B) k×n; op is the transpose where tA, tB are not
// zero. lda, ldb and ldc are from row to row as stored. β = 0 does not read C. Any sizes will do.
func gemm(m *asm.Module) *asm.Func {
	rows, columns, dots := stripe(m, false), stripe(m, true), dotProducts(m)
	packN, packT, merge := packRows(m), packColumns(m), mergeTile(m)

	f := m.Func("gemm")
	tA, tB, M, N, K := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	alpha, a, lda, b, ldb := f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	beta, c, ldc, tile := f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam()

	lda.Set(lda.Shl(2)) // strides and k steps in bytes from here on
	ldb.Set(ldb.Shl(2))
	ldc.Set(ldc.Shl(2))
	f.If(K.Le(asm.I(0)), func() {
		scaleMatrix(f, M, N, beta, c, ldc)
		f.Return()
	})
	f.If(tB.And(tA.Not()).And(M.Le(asm.I(few))), func() {
		f.Call(dots, M, N, K, alpha, a, lda, b, ldb, beta, c, ldc)
		f.Return()
	})

	panel := f.Int(tile.Plus(4 * tileRows * tileCols))
	aStep, bStep := f.Int(lda), f.Int(ldb) // from k to k+1
	f.If(tA.Not(), func() { aStep.Set(asm.I(4)) })
	f.If(tB, func() { bStep.Set(asm.I(4)) })
	aRow, bCol := f.Int(lda), f.Int(ldb) // from row i of op(A) to i+1, from column j of op(B) to j+1
	f.If(tA, func() { aRow.Set(asm.I(4)) })
	f.If(tB.Not(), func() { bCol.Set(asm.I(4)) })

	k, n, w, i := f.Int(), f.Int(), f.Int(), f.Int()
	bj, cj, bp, bs, ai := f.Int(), f.Int(), f.Int(), f.Int(), f.Int()
	pass := func(count, from, to, stride asm.Int, beta asm.Float) {
		f.If(tA, func() { f.Call(columns, count, k, alpha, from, lda, bp, bs, beta, to, stride) },
			func() { f.Call(rows, count, k, alpha, from, lda, bp, bs, beta, to, stride) })
	}
	f.While(K.Gt(asm.I(0)), func() {
		k.Set(K.Min(asm.I(depth)))
		n.Set(N)
		bj.Set(b)
		cj.Set(c)
		f.While(n.Gt(asm.I(0)), func() {
			w.Set(n.Min(asm.I(tileCols)))
			bp.Set(panel)
			bs.Set(asm.I(4 * tileCols))
			f.If(tB, func() { f.Call(packT, w, k, panel, bj, ldb) }, func() {
				f.If(w.Eq(asm.I(tileCols)).And(M.Le(asm.I(few))), func() {
					bp.Set(bj)
					bs.Set(ldb)
				}, func() { f.Call(packN, w, k, panel, bj, ldb) })
			})
			f.If(w.Eq(asm.I(tileCols)), func() { pass(M, a, cj, ldc, beta) }, func() {
				i.Set(M)
				ai.Set(a)
				to := f.Int(cj)
				f.While(i.Gt(asm.I(0)), func() {
					count := f.Int(i.Min(asm.I(tileRows)))
					pass(count, ai, tile, asm.I(4*tileCols), asm.F(0))
					f.Call(merge, count, w, beta, to, ldc, tile)
					ai.Set(ai.Add(aRow.Shl(2)))
					to.Set(to.Add(ldc.Shl(2)))
					i.Set(i.Minus(tileRows))
				})
			})
			bj.Set(bj.Add(bCol.Shl(3)))
			cj.Set(cj.Plus(4 * tileCols))
			n.Set(n.Minus(tileCols))
		})
		a.Set(a.Add(aStep.Mul(k)))
		b.Set(b.Add(bStep.Mul(k)))
		beta.Set(asm.F(1)) // the next slice of k adds to this one
		K.Set(K.Sub(k))
	})
	return f
}

// scaleMatrix: C = β·C.
func scaleMatrix(f *asm.Func, rows, n asm.Int, beta asm.Float, c, ldc asm.Int) {
	p, v := f.Int(c), f.Vec(beta.Splat())
	eachRow(f, rows, n, func(l lanes) {
		f.If(beta.Eq(asm.F(0)), func() { l.store(p, v) }, func() { l.store(p, v.Mul(l.load(p))) })
		l.step(p)
	}, func() {
		c.Set(c.Add(ldc))
		p.Set(c)
	})
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
