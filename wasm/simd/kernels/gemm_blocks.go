package kernels

import asm "unroll/wasm/assembler"

// The scratch memory: a tile, the panels of a block of B, and a block of A.
const (
	blockRows = 16  // of op(A): the numbers of a cache line, in which A's columns lie side by side
	blockCols = 256 // of op(B)

	panelAt    = 4 * tileRows * tileCols
	blockAt    = panelAt + 4*depth*blockCols
	ScratchLen = (blockAt + 4*depth*blockRows) / 4 // in floats
)

// transposedBlocks: C = α·Aᵀ·op(B) + β·C with many rows of which A's columns are read from rows that lie
// far apart: the gradients of large weights. Both operands are copied first, a block each: all panels of
// B that fit, and then, sixteen columns at a time, A. Strides are in bytes.
func transposedBlocks(m *asm.Module, pass, pack *asm.Func) *asm.Func {
	packA := packBlock(m)
	f := m.Func("transposed_blocks")
	tB, M, N, K, alpha := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.FloatParam()
	a, lda, b, ldb, beta := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.FloatParam()
	c, ldc, scratch := f.IntParam(), f.IntParam(), f.IntParam()

	block := f.Int(scratch.Plus(blockAt))
	bDown, bRight := steps(f, ldb, tB.Not()), steps(f, ldb, tB)
	k, n, columns, rows, w, left := f.Int(), f.Int(), f.Int(), f.Int(), f.Int(), f.Int()
	bj, cj, ai, ci, panel, to := f.Int(), f.Int(), f.Int(), f.Int(), f.Int(), f.Int()

	// eachPanel runs body for the panels of the block, with panel and w set.
	eachPanel := func(body func()) {
		panel.Set(scratch.Plus(panelAt))
		left.Set(columns)
		f.While(left.Gt(asm.I(0)), func() {
			w.Set(left.Min(asm.I(tileCols)))
			body()
			panel.Set(panel.Plus(4 * tileCols * depth))
			left.Set(left.Minus(tileCols))
		})
	}
	f.While(K.Gt(asm.I(0)), func() {
		k.Set(K.Min(asm.I(depth)))
		n.Set(N)
		bj.Set(b)
		cj.Set(c)
		f.While(n.Gt(asm.I(0)), func() {
			columns.Set(n.Min(asm.I(blockCols)))
			eachPanel(func() {
				f.Call(pack, tB, w, k, panel, bj, ldb)
				bj.Set(bj.Add(bRight.Shl(3)))
			})
			rows.Set(M)
			ai.Set(a)
			ci.Set(cj)
			f.While(rows.Gt(asm.I(0)), func() {
				f.Call(packA, rows.Min(asm.I(blockRows)), k, block, ai, lda)
				to.Set(ci)
				eachPanel(func() {
					f.Call(pass, asm.I(1), rows.Min(asm.I(blockRows)), w, k, alpha, block, asm.I(4*blockRows),
						panel, asm.I(4*tileCols), beta, to, ldc, scratch)
					to.Set(to.Plus(4 * tileCols))
				})
				ai.Set(ai.Plus(4 * blockRows))
				ci.Set(ci.Add(ldc.Mul(asm.I(blockRows))))
				rows.Set(rows.Minus(blockRows))
			})
			cj.Set(cj.Plus(4 * blockCols))
			n.Set(n.Minus(blockCols))
		})
		a.Set(a.Add(lda.Mul(k)))
		b.Set(b.Add(bDown.Mul(k)))
		beta.Set(asm.F(1)) // the next slice of k adds to this one
		K.Set(K.Sub(k))
	})
	return f
}

// packBlock copies k rows of w ≤ 16 columns of A, side by side.
func packBlock(m *asm.Module) *asm.Func {
	f := m.Func("pack_block")
	w, k, block, a, lda := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	from, to, left := f.Int(), f.Int(), f.Int()
	full := w.Eq(asm.I(blockRows))
	f.While(k.Gt(asm.I(0)), func() {
		f.If(full, func() {
			for at := 0; at < 4*blockRows; at += 16 {
				block.Store(at, a.LoadVec(at))
			}
		}, func() {
			from.Set(a)
			to.Set(block)
			left.Set(w)
			each(f, left, func(l lanes) {
				l.store(to, l.load(from))
				l.step(from, to)
			})
		})
		a.Set(a.Add(lda))
		block.Set(block.Plus(4 * blockRows))
		k.Set(k.Minus(1))
	})
	return f
}
