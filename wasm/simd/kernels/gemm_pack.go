package kernels

import asm "unroll/wasm/assembler"

// packPanel writes w columns of k rows of op(B) as a panel.
func packPanel(m *asm.Module) *asm.Func {
	rows, columns := packRows(m), packColumns(m)
	f := m.Func("pack_panel")
	tB, w, k, panel, b, ldb := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	f.If(tB, func() { f.Call(columns, w, k, panel, b, ldb) }, func() { f.Call(rows, w, k, panel, b, ldb) })
	return f
}

// packRows copies k rows of w < 8 columns of B, stored row by row, into a panel of eight; what is missing
// is zero. (A panel of eight is copied by the first tile.)
func packRows(m *asm.Module) *asm.Func {
	f := m.Func("pack_rows")
	w, k, panel, b, ldb := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	from, to, left := f.Int(), f.Int(), f.Int()
	zero := f.Vec(asm.Splat(0))
	f.While(k.Gt(asm.I(0)), func() {
		panel.Store(0, zero)
		panel.Store(16, zero)
		from.Set(b)
		to.Set(panel)
		left.Set(w)
		each(f, left, func(l lanes) {
			l.store(to, l.load(from))
			l.step(from, to)
		})
		b.Set(b.Add(ldb))
		panel.Set(panel.Plus(4 * tileCols))
		k.Set(k.Minus(1))
	})
	return f
}

// packColumns writes k columns of w ≤ 8 rows of B, stored row by row, as the rows of a panel of eight:
// the panel is a piece of Bᵀ. Four by four numbers are transposed at a time.
func packColumns(m *asm.Module) *asm.Func {
	f := m.Func("pack_columns")
	w, k, panel, b, ldb := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	var at [tileCols]asm.Int
	for i := range at {
		at[i] = f.Int(b)
		b.Set(b.Add(ldb))
	}
	// A row that B has not is read as the first one and then, as the product's column is not stored,
	// of no consequence.
	for i := 1; i < tileCols; i++ {
		f.If(w.Le(asm.I(i)), func() { at[i].Set(at[0]) })
	}
	row := [4]asm.Vec{f.Vec(), f.Vec(), f.Vec(), f.Vec()}
	half := [4]asm.Vec{f.Vec(), f.Vec(), f.Vec(), f.Vec()}
	move := func(u int) {
		for i := range at {
			at[i].Set(at[i].Plus(4 * u))
		}
		panel.Set(panel.Plus(4 * u * tileCols))
		k.Set(k.Minus(u))
	}
	f.While(k.Ge(asm.I(4)), func() {
		for side := range 2 {
			for i := range row {
				row[i].Set(at[4*side+i].LoadVec(0))
			}
			for i := range 2 {
				half[i].Set(row[2*i].Shuffle(row[2*i+1], 0, 4, 1, 5))
				half[2+i].Set(row[2*i].Shuffle(row[2*i+1], 2, 6, 3, 7))
			}
			for i := range 2 {
				panel.Store(64*i+16*side, half[2*i].Shuffle(half[2*i+1], 0, 1, 4, 5))
				panel.Store(64*i+32+16*side, half[2*i].Shuffle(half[2*i+1], 2, 3, 6, 7))
			}
		}
		move(4)
	})
	f.While(k.Gt(asm.I(0)), func() {
		for i := range at {
			panel.Store(4*i, at[i].LoadFloat(0))
		}
		move(1)
	})
	return f
}

// packBlock copies k rows of w columns of A into a block, where they are mostRows apart.
func packBlock(m *asm.Module) *asm.Func {
	f := m.Func("pack_block")
	w, k, block, a, lda := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	from, to, left := f.Int(), f.Int(), f.Int()
	f.While(k.Gt(asm.I(0)), func() {
		from.Set(a)
		to.Set(block)
		left.Set(w)
		eachUnrolled(f, left, []asm.Int{from, to}, func(l lanes, offset int) {
			l.storeAt(to, offset, l.loadAt(from, offset))
		})
		a.Set(a.Add(lda))
		block.Set(block.Plus(4 * mostRows))
		k.Set(k.Minus(1))
	})
	return f
}
