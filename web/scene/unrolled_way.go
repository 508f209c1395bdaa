package scene

// What is drawn between the cells of a tower: the ways on which a layer's input comes up to them, and
// those on which what they say goes on.

// read draws the way on which a node's cell gets what it reads: from the word or from the layer below,
// straight up or past the cell that reads the same forwards.
func (v *unrolledView) read(n *node, at float64) {
	s := n.slot
	from := s.foot() + v.wordTop(s.tower) - 2
	if n.layer > 0 {
		from = s.y + s.storeys[n.layer-1].exit
	}
	foot := s.y + n.y + v.boxHeight()
	way := []point{{s.middle(), from}, {s.middle(), foot + 3}}
	if n.back {
		level, middle := v.branch(s, n.layer), s.x+n.x+n.w/2
		way = []point{{s.middle(), from}, {s.middle(), level}, {s.x + s.around, level}, {s.x + s.around, foot + 10}, {middle, foot + 10}, {middle, foot + 3}}
	}
	if len(n.arriving) > 0 {
		at = n.start
	}
	v.arrow(n.name+"/read", Muted, at, append([][]point{way}, n.arriving...)...)
}

// branch is the y, under a layer's cells, at which the way past them leaves the way up to them.
func (v *unrolledView) branch(s *slot, layer int) float64 {
	return s.y + s.storeys[layer].foot + footJoin
}

// said is when all cells of a layer have said what they say.
func (v *unrolledView) said(cells []*node, layer int) float64 {
	at := 0.0
	for _, n := range cells {
		if n.layer == layer {
			at = max(at, n.state)
		}
	}
	return at
}

// join draws how what a layer's cells say comes together, with each other and, with residuals, with
// the layer's input.
func (v *unrolledView) join(part Role, layer int, s *slot, cells []*node) {
	st := &s.storeys[layer]
	two := v.both && part == Encoder
	if !two && !st.adds {
		return
	}
	name, index := cells[0].name, subscript(cells[0].time)
	for _, n := range cells {
		if n.layer == layer {
			name = n.name
		}
	}
	at := v.said(cells, layer) + .2
	there := v.motion(appears(at, .3))
	head, bar, plus := s.y+st.head-3, s.y+st.joint, s.y+st.plus
	var ways [][]point
	if two {
		// Up from both cells to the bar where what they say is put side by side.
		forwards, backwards := s.floor(layer, false), s.floor(layer, true)
		foot, middle := s.y+forwards.y-3, s.x+backwards.x+backwards.w/2
		ways = append(ways, []point{{s.middle(), foot}, {s.middle(), foot - 5}, {s.x + s.beside, foot - 5}, {s.x + s.beside, bar + 2}},
			[]point{{middle, head}, {middle, bar + 2}})
		left := min(middle, s.x+s.around) - 2
		v.on(lines, there).rect(name+"/joint", Muted, Solid, left, bar-1, s.x+s.beside+2-left, 3, 1.5).Hint = v.jointHint(layer, index)
		head = bar - 1
	}
	if st.adds {
		// The layer's input goes round its cells.
		level, around := v.branch(s, layer), s.x+s.around
		ways = append(ways, []point{{s.middle(), head}, {s.middle(), plus + plusRadius}},
			[]point{{s.middle(), level}, {around, level}, {around, plus}, {s.middle() - plusRadius, plus}})
		b := v.on(words, there)
		b.disc(name+"/plus", Muted, Outline, s.middle(), plus, plusRadius).Hint = v.plusHint(part, layer, index)
		b.path(name+"/plus/sign", Muted, 1.25, point{s.middle(), plus}, "M-3 0L3 0M0 -3L0 3")
	}
	v.line(name+"/join", Muted, at, ways...)
}

// arrow draws one or several ways with heads, line such without, as one shape.
func (v *unrolledView) arrow(key string, role Role, at float64, ways ...[]point) *Shape {
	return v.ways(key, role, at, 4, ways)
}

func (v *unrolledView) line(key string, role Role, at float64, ways ...[]point) {
	v.ways(key, role, at, 0, ways)
}

func (v *unrolledView) ways(key string, role Role, at, head float64, ways [][]point) *Shape {
	p := pen{buf: make([]byte, 0, 96)}
	for _, way := range ways {
		newRoute(way...).trace(&p, ways[0][0], 5, head)
	}
	return v.on(lines, v.motion(appears(at, .4))).path(key, role, 1.25, ways[0][0], string(p.buf))
}

// dot marks where something more comes to a way up.
func (v *unrolledView) dot(key string, role Role, at point, when float64) {
	v.on(lines, v.motion(appears(when, .4))).disc(key, role, Solid, at.x, at.y, 2.5)
}
