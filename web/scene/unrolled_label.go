package scene

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
	named := v.on(words, v.motion(appears(l.at, .3)))
	// All end with the strip, clear of the line on which outputs come back; but long ones, those near to a
	// way up and those between two cells begin beside the cell that the vectors come from.
	write := func(key string, role Role, y float64, label string, beside bool) {
		sh := named.text(l.ref+key, role, l.x+v.breadth+2, l.y+y, type1, label)
		sh.Anchor = 1
		switch {
		case beside && l.back:
			sh.X = l.x + v.breadth + v.stripGap() - 1
		case beside:
			sh.X, sh.Anchor = l.x-v.stripGap()+1, -1
		}
	}
	beside := l.long || l.aside && !v.wide
	write("/h/name", l.role, v.lane(v.lanes-1)-v.lane(0)-4, l.called("h"), beside || v.lanes > 1 && !v.wide)
	if v.lanes > 1 {
		write("/c/name", l.role, -4, l.called("C"), beside)
	}
	if folded := v.hidden - v.shown; folded > 0 && l.counts {
		write("/h/folded", Muted, v.boxHeight()+15, "+"+itoa(folded), l.aside)
	}
}
