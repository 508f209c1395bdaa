package kernels

import asm "unroll/wasm/assembler"

// spread: each of so many rows of y, n floats that lie stride apart, becomes the row x.
func spread(m *asm.Module) *asm.Func {
	f := m.Func("spread")
	rows, n, y, stride, x := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	to, from := f.Int(y), f.Int(x)
	eachRow(f, rows, n, func(l lanes) {
		l.store(to, l.load(from))
		l.step(to, from)
	}, func() {
		y.Set(y.Add(stride.Shl(2)))
		to.Set(y)
		from.Set(x)
	})
	return f
}

// sumRows: sum += Σ rows of x, n floats each, from the first row to the last. It goes down a strip of
// columns at a time, so that the sums stay in registers.
func sumRows(m *asm.Module) *asm.Func {
	f := m.Func("sum_rows")
	rows, n, x, stride, total := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	var sums [4]asm.Vec
	for i := range sums {
		sums[i] = f.Vec()
	}
	p, left, down := f.Int(), f.Int(), f.Int(stride.Shl(2))
	eachDown := func(body func()) {
		p.Set(x)
		left.Set(rows)
		f.While(left.Gt(asm.I(0)), func() {
			body()
			p.Set(p.Add(down))
			left.Set(left.Minus(1))
		})
	}
	f.While(n.Ge(asm.I(16)), func() {
		for i, s := range sums {
			s.Set(total.LoadVec(16 * i))
		}
		eachDown(func() {
			for i, s := range sums {
				s.Set(s.Add(p.LoadVec(16 * i)))
			}
		})
		for i, s := range sums {
			total.Store(16*i, s)
		}
		total.Set(total.Plus(64))
		x.Set(x.Plus(64))
		n.Set(n.Minus(16))
	})
	each(f, n, func(l lanes) {
		sums[0].Set(l.load(total))
		eachDown(func() { sums[0].Set(sums[0].Add(l.load(p))) })
		l.store(total, sums[0])
		l.step(total, x)
	})
	return f
}

// gather: row i of y becomes row ids[i] of the table; rows have n floats.
func gather(m *asm.Module) *asm.Func {
	f := m.Func("gather")
	rows, n, y, stride := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	table, tableStride, ids := f.IntParam(), f.IntParam(), f.IntParam()
	to, from, left := f.Int(), f.Int(), f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		to.Set(y)
		from.Set(table.Add(ids.LoadInt(0).Mul(tableStride).Shl(2)))
		left.Set(n)
		each(f, left, func(l lanes) {
			l.store(to, l.load(from))
			l.step(to, from)
		})
		y.Set(y.Add(stride.Shl(2)))
		ids.Set(ids.Plus(4))
		rows.Set(rows.Minus(1))
	})
	return f
}

// scatter: row ids[i] of the table gains row i of x, from the first i to the last.
func scatter(m *asm.Module) *asm.Func {
	f := m.Func("scatter")
	rows, n, table, tableStride := f.IntParam(), f.IntParam(), f.IntParam(), f.IntParam()
	x, stride, ids := f.IntParam(), f.IntParam(), f.IntParam()
	to, from, left := f.Int(), f.Int(), f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		from.Set(x)
		to.Set(table.Add(ids.LoadInt(0).Mul(tableStride).Shl(2)))
		left.Set(n)
		each(f, left, func(l lanes) {
			l.store(to, l.load(to).Add(l.load(from)))
			l.step(to, from)
		})
		x.Set(x.Add(stride.Shl(2)))
		ids.Set(ids.Plus(4))
		rows.Set(rows.Minus(1))
	})
	return f
}
