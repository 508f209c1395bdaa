package kernels

import asm "unroll/wasm/assembler"

// The matrix product goes through memory as Goto & van de Geijn 2008 have it: op(B) is cut into panels of
// eight columns and at most depth rows, small enough for the innermost cache, and op(A) passes by each
// panel in tiles of four rows. Four by eight numbers of C are eight vectors: with two of B and one of A
// they fit the sixteen registers of SSE.
const (
	tileRows = 4
	tileCols = 8
	depth    = 256
)

// few is the rows of op(A) up to which a panel of B is used where it lies, or A·Bᵀ is computed as dot
// products: copying the panel pays only when it is read again.
const few = 16

// far is the bytes between the rows of A from which on its columns are copied before they are used: the
// caches then run out of places for lines so regularly spaced.
const far = 2048

// gemm: C = α·op(A)·op(B) + β·C, with op(A) m×k, op(B) k×n; op is the transpose where tA, tB are not
// zero. lda, ldb and ldc are from row to row as stored. β = 0 does not read C. Any sizes will do.
func gemm(m *asm.Module) *asm.Func {
	pass, pack, dots := passBy(m), packPanel(m), dotProducts(m)
	blocks := transposedBlocks(m, pass, pack)

	f := m.Func("gemm")
	tA, tB, M, N, K := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	alpha, a, lda, b, ldb := f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	beta, c, ldc, scratch := f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam()

	lda.Set(lda.Shl(2)) // strides in bytes from here on
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
	f.If(tA.And(M.Gt(asm.I(few))).And(lda.Ge(asm.I(far))), func() {
		f.Call(blocks, tB, M, N, K, alpha, a, lda, b, ldb, beta, c, ldc, scratch)
		f.Return()
	})

	panel := f.Int(scratch.Plus(panelAt))
	aDown, bDown := steps(f, lda, tA), steps(f, ldb, tB.Not())
	bRight := steps(f, ldb, tB)
	k, n, w, bj, cj, bp, bs := f.Int(), f.Int(), f.Int(), f.Int(), f.Int(), f.Int(), f.Int()
	f.While(K.Gt(asm.I(0)), func() {
		k.Set(K.Min(asm.I(depth)))
		n.Set(N)
		bj.Set(b)
		cj.Set(c)
		f.While(n.Gt(asm.I(0)), func() {
			w.Set(n.Min(asm.I(tileCols)))
			f.If(w.Eq(asm.I(tileCols)).And(M.Le(asm.I(few))).And(tB.Not()), func() {
				bp.Set(bj)
				bs.Set(ldb)
			}, func() {
				f.Call(pack, tB, w, k, panel, bj, ldb)
				bp.Set(panel)
				bs.Set(asm.I(4 * tileCols))
			})
			f.Call(pass, tA, M, w, k, alpha, a, lda, bp, bs, beta, cj, ldc, scratch)
			bj.Set(bj.Add(bRight.Shl(3)))
			cj.Set(cj.Plus(4 * tileCols))
			n.Set(n.Minus(tileCols))
		})
		a.Set(a.Add(aDown.Mul(k)))
		b.Set(b.Add(bDown.Mul(k)))
		beta.Set(asm.F(1)) // the next slice of k adds to this one
		K.Set(K.Sub(k))
	})
	return f
}

// steps is how far apart, in bytes, the numbers of a matrix lie in one direction: a row's stride in the
// direction in which rows follow each other, and a float in the other.
func steps(f *asm.Func, stride, alongRows asm.Int) asm.Int {
	step := f.Int(asm.I(4))
	f.If(alongRows, func() { step.Set(stride) })
	return step
}

// passBy: w ≤ 8 columns of C = α·op(A)·panel + β·C. A narrow panel is multiplied into a tile beside, of
// which only its columns are taken over.
func passBy(m *asm.Module) *asm.Func {
	rows, columns, merge := stripe(m, false), stripe(m, true), mergeTile(m)
	f := m.Func("pass_by")
	tA, M, w, k, alpha, a, lda := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam()
	bp, bs, beta, c, ldc, tile := f.IntParam(), f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam()
	run := func(count, to, stride asm.Int, beta asm.Float) {
		f.If(tA, func() { f.Call(columns, count, k, alpha, a, lda, bp, bs, beta, to, stride) },
			func() { f.Call(rows, count, k, alpha, a, lda, bp, bs, beta, to, stride) })
	}
	f.If(w.Eq(asm.I(tileCols)), func() {
		run(M, c, ldc, beta)
		f.Return()
	})
	down, count := steps(f, lda, tA.Not()), f.Int()
	f.While(M.Gt(asm.I(0)), func() {
		count.Set(M.Min(asm.I(tileRows)))
		run(count, tile, asm.I(4*tileCols), asm.F(0))
		f.Call(merge, count, w, beta, c, ldc, tile)
		a.Set(a.Add(down.Shl(2)))
		c.Set(c.Add(ldc.Shl(2)))
		M.Set(M.Minus(tileRows))
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
