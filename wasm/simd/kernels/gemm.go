package kernels

import asm "unroll/wasm/assembler"

// The matrix product goes through memory as Goto & van de Geijn 2008 have it. The sum over k is cut into
// slices of at most depth. Of op(B) a slice is read in panels of eight columns, copied so that its rows
// lie side by side and small enough for the innermost cache; of op(A) it is read in blocks of rows that
// the next cache holds, and each block passes by one panel after the other, in tiles of five rows. Five
// by eight numbers of C are ten vectors; with two of B, one of A and a product on its way that makes
// fourteen, and compilers have fifteen of SSE's sixteen registers to give.
//
// A·Bᵀ is made of dot products instead, as rows of both lie ready for them; see dotProducts.
//
// A number of C is always added up in the same order, whatever its place in the matrix and the size of
// its tile: from the first k to the last, each slice by itself, or for A·Bᵀ as a dot product is. So what
// a model computes for a sentence does not depend on the others in the batch.
const (
	tileRows  = 5
	tileCols  = 8
	depth     = 256
	blockRows = 64              // of op(A)
	mostRows  = blockRows + few // in the last block, lest one of a few rows be left
	blockCols = 256             // of op(B): the panels that wait for the next block of A
)

// few is the rows of op(A) up to which a panel of B is used where it lies: copying the panel pays only
// when it is read again.
const few = 16

// far is the bytes between the rows of A from which on its columns are copied before they are used: the
// caches then run out of places for lines so regularly spaced.
const far = 2048

// The scratch memory: a tile, a block's panels, and a block of A.
const (
	panelAt    = 4 * tileRows * tileCols
	panelLen   = 4 * tileCols * depth
	blockAt    = panelAt + panelLen*blockCols/tileCols
	ScratchLen = (blockAt + 4*depth*mostRows) / 4 // in floats
)

// gemm: C = α·op(A)·op(B) + β·C, with op(A) m×k, op(B) k×n; op is the transpose where tA, tB are not
// zero. lda, ldb and ldc are from row to row as stored. β = 0 does not read C. Any sizes will do.
func gemm(m *asm.Module) *asm.Func {
	block, packA, dots := blockProduct(m), packBlock(m), dotProducts(m)

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
	f.If(tB.And(tA.Not()), func() {
		f.Call(dots, M, N, K, alpha, a, lda, b, ldb, beta, c, ldc)
		f.Return()
	})

	aDown, aRight := steps(f, lda, tA.Not()), steps(f, lda, tA)
	bDown, bRight := steps(f, ldb, tB.Not()), steps(f, ldb, tB)
	copies := f.Int(tA.And(M.Gt(asm.I(few))).And(lda.Ge(asm.I(far))))
	panelStep := f.Int(asm.I(0)) // when A is one block, a panel need not outlast its passing by
	f.If(M.Gt(asm.I(mostRows)), func() { panelStep.Set(asm.I(panelLen)) })

	k, n, columns, bj, cj := f.Int(), f.Int(), f.Int(), f.Int(), f.Int()
	left, rows, first, ai, ci, from, stride := f.Int(), f.Int(), f.Int(), f.Int(), f.Int(), f.Int(), f.Int()
	f.While(K.Gt(asm.I(0)), func() {
		k.Set(K.Min(asm.I(depth)))
		n.Set(N)
		bj.Set(b)
		cj.Set(c)
		f.While(n.Gt(asm.I(0)), func() {
			columns.Set(n.Min(asm.I(blockCols)))
			left.Set(M)
			ai.Set(a)
			ci.Set(cj)
			first.Set(asm.I(1))
			f.While(left.Gt(asm.I(0)), func() {
				rows.Set(left)
				f.If(left.Gt(asm.I(mostRows)), func() { rows.Set(asm.I(blockRows)) })
				from.Set(ai)
				stride.Set(lda)
				f.If(copies, func() {
					from.Set(scratch.Plus(blockAt))
					stride.Set(asm.I(4 * mostRows))
					f.Call(packA, rows, k, from, ai, lda)
				})
				f.Call(block, tA, tB, first, rows, columns, k, alpha, from, stride, bj, ldb, beta, ci, ldc, scratch, panelStep)
				first.Set(asm.I(0))
				ai.Set(ai.Add(aDown.Mul(rows)))
				ci.Set(ci.Add(ldc.Mul(rows)))
				left.Set(left.Sub(rows))
			})
			bj.Set(bj.Add(bRight.Mul(columns)))
			cj.Set(cj.Add(columns.Shl(2)))
			n.Set(n.Sub(columns))
		})
		a.Set(a.Add(aRight.Mul(k)))
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
