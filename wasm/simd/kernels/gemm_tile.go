package kernels

import asm "unroll/wasm/assembler"

// stripe passes rows of op(A) by one panel of op(B), k×8 with rows bs bytes apart:
//
//	C = α·op(A)·panel + β·C, eight columns wide
//
// The rows are dealt out evenly to as few tiles as will do, for one of a row or two takes as long as one
// of three: each of its sums waits for the one before it. transposed says how A is stored: row by row of
// op(A), or column by column.
func stripe(m *asm.Module, transposed bool) *asm.Func {
	f := m.Func(map[bool]string{false: "stripe_rows", true: "stripe_columns"}[transposed])
	rows := f.IntParam()
	s := newTile(f, transposed)
	tiles := f.Int(rows.Plus(tileRows - 1).Div(asm.I(tileRows)))
	for r := tileRows; r > 0; r-- {
		f.While(rows.Gt(tiles.Mul(asm.I(r-1))), func() {
			s.run(r)
			rows.Set(rows.Minus(r))
			tiles.Set(tiles.Minus(1))
		})
	}
	return f
}

// firstTile is a stripe of one tile of all its rows, which leaves a copy of the panel, its rows side by
// side: to copy while multiplying costs next to nothing, and the tiles that follow read on quickly.
func firstTile(m *asm.Module, transposed bool) *asm.Func {
	f := m.Func(map[bool]string{false: "first_rows", true: "first_columns"}[transposed])
	copied := f.IntParam()
	s := newTile(f, transposed)
	s.copied = &copied
	s.run(tileRows)
	return f
}

// tile is the code of one tile of C and what it works with.
type tile struct {
	f             *asm.Func
	transposed    bool
	k, a, lda     asm.Int
	b, bs, c, ldc asm.Int
	alpha, beta   asm.Float
	sum           [tileRows][2]asm.Vec
	at            [tileRows]asm.Int // A's rows, or in [0] its column
	splat, b0, b1 asm.Vec
	left, p       asm.Int
	copied        *asm.Int // where the panel is copied to, if at all
}

// newTile declares the parameters that describe a product, and the locals.
func newTile(f *asm.Func, transposed bool) *tile {
	s := &tile{f: f, transposed: transposed}
	s.k, s.alpha, s.a, s.lda = f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam()
	s.b, s.bs, s.beta, s.c, s.ldc = f.IntParam(), f.IntParam(), f.FloatParam(), f.IntParam(), f.IntParam()
	for r := range s.sum {
		s.sum[r] = [2]asm.Vec{f.Vec(), f.Vec()}
		s.at[r] = f.Int()
	}
	s.splat, s.b0, s.b1, s.left, s.p = f.Vec(), f.Vec(), f.Vec(), f.Int(), f.Int()
	return s
}

const unroll = 4

// run computes r rows of C and moves a and c past them.
func (s *tile) run(r int) {
	f := s.f
	s.at[0].Set(s.a)
	if !s.transposed {
		for i := 1; i < r; i++ {
			s.at[i].Set(s.at[i-1].Add(s.lda))
		}
	}
	for i := range r {
		s.sum[i][0].Set(asm.Splat(0))
		s.sum[i][1].Set(asm.Splat(0))
	}
	s.p.Set(s.b)
	s.left.Set(s.k)
	f.If(s.left.Ge(asm.I(unroll)), func() {
		f.Do(func() asm.Int {
			for u := range unroll {
				s.rankOne(r, u)
			}
			s.advance(r, unroll)
			s.left.Set(s.left.Minus(unroll))
			return s.left.Ge(asm.I(unroll))
		})
	})
	f.While(s.left.Gt(asm.I(0)), func() {
		s.rankOne(r, 0)
		s.advance(r, 1)
		s.left.Set(s.left.Minus(1))
	})
	s.store(r)
	if s.transposed {
		s.a.Set(s.a.Plus(4 * r))
	} else {
		s.a.Set(s.at[r-1].Sub(s.k.Shl(2)).Add(s.lda))
	}
}

// rankOne adds the product of column k+u of op(A) and row k+u of the panel to the sums.
func (s *tile) rankOne(r, u int) {
	s.b0.Set(s.p.LoadVec(0))
	s.b1.Set(s.p.LoadVec(16))
	s.p.Set(s.p.Add(s.bs))
	if s.copied != nil {
		s.copied.Store(4*tileCols*u, s.b0)
		s.copied.Store(4*tileCols*u+16, s.b1)
	}
	for i := range r {
		if s.transposed {
			s.splat.Set(s.at[0].LoadSplat(4 * i))
		} else {
			s.splat.Set(s.at[i].LoadSplat(4 * u))
		}
		s.sum[i][0].Set(s.sum[i][0].Add(s.splat.Mul(s.b0)))
		s.sum[i][1].Set(s.sum[i][1].Add(s.splat.Mul(s.b1)))
	}
	if s.transposed {
		s.at[0].Set(s.at[0].Add(s.lda))
	}
}

// advance moves the rows of A by u columns, and past u rows of the copy.
func (s *tile) advance(r, u int) {
	if s.copied != nil {
		s.copied.Set(s.copied.Plus(4 * tileCols * u))
	}
	if s.transposed {
		return
	}
	for i := range r {
		s.at[i].Set(s.at[i].Plus(4 * u))
	}
}

// store writes α·sums + β·C. Where both are one, as where gradients are added up, nothing is multiplied:
// a short sum is over so soon that its numbers' way to memory is much of it.
func (s *tile) store(r int) {
	f, α, β := s.f, s.b0, s.b1
	write := func(value func(sum asm.Vec, offset int) asm.Vec) {
		for i := range r {
			for j, sum := range s.sum[i] {
				s.c.Store(16*j, value(sum, 16*j))
			}
			s.c.Set(s.c.Add(s.ldc))
		}
	}
	f.If(s.alpha.Eq(asm.F(1)).And(s.beta.Eq(asm.F(1))), func() {
		write(func(sum asm.Vec, offset int) asm.Vec { return sum.Add(s.c.LoadVec(offset)) })
	}, func() {
		α.Set(s.alpha.Splat())
		f.If(s.beta.Eq(asm.F(0)), func() {
			write(func(sum asm.Vec, _ int) asm.Vec { return α.Mul(sum) })
		}, func() {
			β.Set(s.beta.Splat())
			write(func(sum asm.Vec, offset int) asm.Vec { return α.Mul(sum).Add(β.Mul(s.c.LoadVec(offset))) })
		})
	})
}
