package scene

import "strconv"

// labels is what is written at the vectors in one column.
type labels struct {
	ref    string // the front of their refs
	role   Role
	x, y   float64 // the corner of the column
	at     float64 // when they are written
	called func(letter string) string
	back   bool // the cell that the vectors come from stands right of them
	long   bool // the names say a direction as well
	aside  bool // the way up through the cell is not in its column's middle, and so near to what is written
	counts bool // what is folded away is counted under the column
}

// label names vectors and counts what is folded away.
func (v *unrolledView) label(l *labels) {
	if v.terse {
		return
	}
	named := v.motion(appears(l.at, .3))
	// All end with the strip, clear of the line on which outputs come back.
	text := func(key, label string, y float64, role Role) Shape {
		return Shape{Key: l.ref + key, Kind: Text, Role: role, X: l.x + v.breadth + 2, Y: l.y + y, R: type1, Anchor: 1, Label: label}
	}
	// Long ones, those near to a way up and those between two cells begin beside the cell that the vectors
	// come from.
	clear := func(s Shape) Shape {
		s.X, s.Anchor = l.x-v.stripGap()+1, -1
		if l.back {
			s.X, s.Anchor = l.x+v.breadth+v.stripGap()-1, 1
		}
		return s
	}
	h := text("/h/name", l.called("h"), v.lane(v.lanes-1)-v.lane(0)-4, l.role)
	aside := l.long || l.aside && !v.wide
	if aside || v.lanes > 1 && !v.wide {
		h = clear(h)
	}
	v.add(words, named, h)
	if v.lanes > 1 {
		c := text("/c/name", l.called("C"), -4, l.role)
		if aside {
			c = clear(c)
		}
		v.add(words, named, c)
	}
	if folded := v.hidden - v.shown; folded > 0 && l.counts {
		count := text("/h/folded", "+"+strconv.Itoa(folded), v.boxHeight()+15, Muted)
		if l.aside {
			count = clear(count)
		}
		v.add(words, named, count)
	}
}
