package scene

import "math"

// lying is a vector that lies on its side: what attention makes and sees, what cells are fed. One of
// what both directions of the encoder say shows each direction's half, the one that reads forwards
// above the other.
type lying struct {
	ref, key string // as a strip's
	values   []float32
	role     Role
	x, y     float64 // of its middle, and of its upper edge
	along    float64 // a cell's pitch
	sums     int     // as a strip's
	hint     func(i int) string
}

// lie puts the vector's halves on the stage.
func (v *unrolledView) lie(motion int, l *lying) {
	for half := 0; half*v.hidden < len(l.values); half++ {
		first := half * v.hidden
		s := strip{ref: l.ref, key: l.key, values: l.values[first : first+v.hidden], first: first, shown: v.shown, role: l.role, lying: true, sums: l.sums,
			y: l.y + halfApart*float64(half), across: lieHeight, along: l.along, hint: l.hint}
		s.x = l.x - s.length()/2
		v.strip(motion, &s)
	}
}

// lieAlong is the pitch of the cells of a vector that lies over a slot: as wide as the slot's column, or as
// a cell where something passes by.
func (p *plan) lieAlong(s *slot) float64 {
	room := p.boxWidth + pick(p.wide, 4, 7)
	if s.feed > 0 {
		room = s.floors[0].w
	}
	return math.Max(math.Min(math.Floor(room/float64(p.shown)), 12), 2)
}

// lieLength is how long such a vector is.
func (p *plan) lieLength(s *slot) float64 { return float64(p.shown) * p.lieAlong(s) }
