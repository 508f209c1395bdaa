package kernels

import asm "unroll/wasm/assembler"

// lanes is how many floats an operation works on at once: four, or one for what is left over. The
// arithmetic is the same, in the first lane; what the other three hold does not matter.
type lanes int

func (l lanes) load(p asm.Int) asm.Vec { return l.loadAt(p, 0) }

func (l lanes) loadAt(p asm.Int, offset int) asm.Vec {
	if l == 4 {
		return p.LoadVec(offset)
	}
	return p.LoadLow(offset)
}

func (l lanes) store(p asm.Int, v asm.Vec) { l.storeAt(p, 0, v) }

func (l lanes) storeAt(p asm.Int, offset int, v asm.Vec) {
	if l == 4 {
		p.Store(offset, v)
	} else {
		p.StoreLow(offset, v)
	}
}

// step moves pointers past what was worked on.
func (l lanes) step(pointers ...asm.Int) {
	for _, p := range pointers {
		p.Set(p.Plus(4 * int(l)))
	}
}

// each runs body for n floats, four at a time and then one at a time. n counts down to zero.
func each(f *asm.Func, n asm.Int, body func(l lanes)) {
	for _, l := range []lanes{4, 1} {
		f.While(n.Ge(asm.I(int(l))), func() {
			body(l)
			n.Set(n.Minus(int(l)))
		})
	}
}

// eachUnrolled is each with several vectors in a turn as long as there are so many: body works so many
// bytes behind the pointers, which are then moved past all of them.
func eachUnrolled(f *asm.Func, n asm.Int, pointers []asm.Int, body func(l lanes, offset int)) {
	for _, turn := range []struct {
		lanes lanes
		times int
	}{{4, unroll}, {4, 1}, {1, 1}} {
		floats := int(turn.lanes) * turn.times
		f.While(n.Ge(asm.I(floats)), func() {
			for u := range turn.times {
				body(turn.lanes, 4*int(turn.lanes)*u)
			}
			lanes(floats).step(pointers...)
			n.Set(n.Minus(floats))
		})
	}
}

// total adds up floats: four sums abreast, and a fifth of those that are left over.
type total struct {
	f       *asm.Func
	partial asm.Vec
	rest    asm.Float
}

func newTotal(f *asm.Func) *total { return &total{f, f.Vec(), f.Float()} }

// each is what body adds for n floats; it adds a local, once. n counts down to zero.
func (t *total) each(n asm.Int, body func(l lanes, add func(asm.Vec))) asm.Float {
	t.partial.Set(asm.Splat(0))
	t.rest.Set(asm.F(0))
	each(t.f, n, func(l lanes) {
		body(l, func(v asm.Vec) {
			if l == 4 {
				t.partial.Set(t.partial.Add(v))
			} else {
				t.rest.Set(t.rest.Add(v.Lane(0)))
			}
		})
	})
	return sum(t.partial).Add(t.rest)
}

// eachRow runs body for n floats in each of so many rows, and end after each row.
func eachRow(f *asm.Func, rows, n asm.Int, body func(l lanes), end func()) {
	left := f.Int()
	f.While(rows.Gt(asm.I(0)), func() {
		left.Set(n)
		each(f, left, body)
		end()
		rows.Set(rows.Minus(1))
	})
}

// sum adds the four lanes of a local, the outer pairs first.
func sum(v asm.Vec) asm.Float {
	return v.Lane(0).Add(v.Lane(2)).Add(v.Lane(1).Add(v.Lane(3)))
}

// top is the largest of the four lanes of v, in every lane. v is set.
func top(v asm.Vec) asm.Vec {
	v.Set(v.AtLeast(v.Shuffle(v, 2, 3, 0, 1)))
	return v.AtLeast(v.Shuffle(v, 1, 0, 3, 2))
}
