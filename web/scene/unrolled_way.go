package scene

// What is drawn between the cells of a tower: the ways on which a layer's input comes up to them, and
// those on which what they say goes on.

// read draws the way on which a node's cell gets what it reads: from the word or from the layer below,
// straight up or past the cell that reads the same forwards.
func (v *unrolledView) read(n *node, at float64) {
	s := n.slot
	from := s.foot() + v.wordTop() - 2
	if n.layer > 0 {
		from = s.y + s.storeys[n.layer-1].exit
	}
	foot := s.y + n.y + v.boxHeight()
	way := []point{{s.middle(), from}, {s.middle(), foot + 3}}
	if n.back {
		level, middle := v.branch(s, n.layer), s.x+n.x+n.w/2
		way = []point{{s.middle(), level}, {s.x + s.around, level}, {s.x + s.around, foot + 10}, {middle, foot + 10}, {middle, foot + 3}}
	}
	v.arrow(n.name+"/read", Muted, way, at, false)
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
// the layer's input; goes says whether it goes on to anything.
func (v *unrolledView) join(part Role, layer int, s *slot, cells []*node, goes bool) {
	st := &s.storeys[layer]
	if !goes {
		return
	}
	at := v.said(cells, layer) + .2
	name := cells[0].name
	for _, n := range cells {
		if n.layer == layer {
			name = n.name
		}
	}
	index := digits(cells[0].time, subscripts)
	head := s.y + st.head - 3
	if v.both && part == Encoder {
		v.joint(name, part, layer, s, index, at)
		head = s.y + st.joint - 1
	}
	if st.adds {
		v.plus(name, part, layer, s, head, index, at)
	}
}

// joint draws both directions' ways up to the bar where they are put side by side.
func (v *unrolledView) joint(name string, part Role, layer int, s *slot, index string, at float64) {
	forwards, backwards := s.floor(layer, false), s.floor(layer, true)
	bar := s.y + s.storeys[layer].joint
	head, middle := s.y+forwards.y-3, s.x+backwards.x+backwards.w/2
	v.line(name+"/forwards", Muted, []point{{s.middle(), head}, {s.middle(), head - 5}, {s.x + s.beside, head - 5}, {s.x + s.beside, bar + 2}}, at)
	v.line(name+"/backwards", Muted, []point{{middle, s.y + backwards.y - 3}, {middle, bar + 2}}, at)
	left := min(middle, s.x+s.around) - 2
	v.add(lines, v.motion(appears(at, .4)), Shape{Key: name + "/joint", Role: Muted, X: left, Y: bar - 1, W: s.x + s.beside + 2 - left, H: 3, R: 1.5,
		Hint: v.jointHint(layer, index)})
}

// plus draws the way of a layer's input past its cells and the disc where both are added.
func (v *unrolledView) plus(name string, part Role, layer int, s *slot, head float64, index string, at float64) {
	y, around := s.y+s.storeys[layer].plus, s.x+s.around
	level := v.branch(s, layer)
	v.line(name+"/skip", Muted, []point{{s.middle(), level}, {around, level}, {around, y}, {s.middle() - plusRadius, y}}, at)
	v.line(name+"/sum", Muted, []point{{s.middle(), head}, {s.middle(), y + plusRadius}}, at)
	there := v.motion(appears(at, .3))
	v.add(words, there, Shape{Key: name + "/plus", Kind: Disc, Role: Muted, Finish: Outline, X: s.middle(), Y: y, R: plusRadius,
		Hint: v.plusHint(part, layer, index)})
	v.add(words, there, Shape{Key: name + "/plus/sign", Kind: Path, Role: Muted, Finish: Stroke, W: 1.25, X: s.middle(), Y: y, Outline: "M-3 0L3 0M0 -3L0 3"})
}

// line is an arrow without a head.
func (v *unrolledView) line(key string, role Role, way []point, at float64) {
	v.add(lines, v.motion(appears(at, .4)), Shape{Key: key, Kind: Path, Role: role, Finish: Stroke, W: 1.25,
		X: way[0].x, Y: way[0].y, Outline: newRoute(way...).outline(5, 0)})
}

// dot marks where something more comes to a way up.
func (v *unrolledView) dot(key string, role Role, at point, when float64) {
	v.add(lines, v.motion(appears(when, .4)), Shape{Key: key, Kind: Disc, Role: role, X: at.x, Y: at.y, R: 2.5})
}
