package scene

import "math"

// The ways between slots of the unrolled view. Arrows are drawn along them and what is handed on
// travels along them.

// laneMiddle is the y of the middle of the k-th vector that a slot's cell hands on.
func (p *plan) laneMiddle(s *slot, f *floor, k int) float64 {
	return math.Round(s.y + f.y + p.lane(k) + float64(p.shown)*unitHeight/2 - .5)
}

// wire is which of the lines side by side the k-th vector goes along.
func (p *plan) wire(k int) int {
	if p.layers > 1 {
		return 0
	}
	return k
}

// edge is the x left of all that stands at a row's beginning, with its names.
func (s *slot) edge() float64 { return s.x - s.reach }

// wireOffsets are how far out a wire runs where it comes from and where it goes to, so that the
// ways of several lanes run beside each other without crossing.
func (p *plan) wireOffsets(k int) (outer, inner float64) {
	w := p.wire(k)
	return 4 * float64(p.wires()-1-w), 4 * float64(w)
}

// stateWay leads from a handed vector to the next cell, in the direction of reading: straight on, or
// round to the other row.
func (p *plan) stateWay(from, to *slot, f *floor, k int) []point {
	if f.back {
		return p.stateWayBack(from, to, f, k)
	}
	start := point{p.stripX(from, f) + p.breadth + 1, p.laneMiddle(from, f, k)}
	goal := point{to.x + f.x - 1, p.laneMiddle(to, f, k)}
	if from.row == to.row {
		return []point{start, goal}
	}
	outer, inner := p.wireOffsets(k)
	right, left := from.x+p.pitch+1+outer, to.edge()-inner-pick(to.reach > 0, 2, 7)
	level := to.top - to.turn + outer
	return []point{start, {right, start.y}, {right, level}, {left, level}, {left, goal.y}, goal}
}

func (p *plan) stateWayBack(from, to *slot, f *floor, k int) []point {
	start := point{p.stripX(from, f) - 1, p.laneMiddle(from, f, k)}
	goal := point{to.x + f.x + f.w + 1, p.laneMiddle(to, f, k)}
	if from.row == to.row {
		return []point{start, goal}
	}
	beyond := 4 * float64(p.wires())
	left, right := from.edge()-2-beyond, to.x+p.pitch+1+beyond
	level := from.top - from.turn + beyond
	return []point{start, {left, start.y}, {left, level}, {right, level}, {right, goal.y}, goal}
}

// arrival is the x at which a state from the encoder comes to its place before the decoder, or to
// the bar in front of that.
func (p *plan) arrival() float64 {
	x := p.handed.x - p.breadth/2 - 1
	if p.bridge == "dense" {
		x -= barRoom
	}
	return x
}

// bridgeWay leads from the encoder's last vectors to the place of the handed context.
func (p *plan) bridgeWay(layer, k int) []point {
	goal := point{p.arrival(), p.laneMiddle(&p.target[0], p.speaker.floor(layer, false), k)}
	return p.acrossFrom(layer, k, goal)
}

// acrossFrom leads from the vector in which a layer ends, read forwards, to a place left of the decoder.
func (p *plan) acrossFrom(layer, k int, goal point) []point {
	from := &p.source[len(p.source)-1]
	f := from.floor(layer, false)
	start := point{p.stripX(from, f) + p.breadth + 1, p.laneMiddle(from, f, k)}
	if p.inline {
		if start.y == goal.y {
			return []point{start, goal}
		}
		trunk := p.trunk() + 4*float64(p.layers-1-layer)
		return []point{start, {trunk, start.y}, {trunk, goal.y}, goal}
	}
	outer, inner := p.wireOffsets(k)
	right, left := start.x+4+outer, math.Min(goal.x, p.arrival())-6-inner
	if p.layers > 1 || p.both {
		right = from.x + p.pitch + 1 // beyond the names
	}
	level := p.bridgeLevel() + outer
	return []point{start, {right, start.y}, {right, level}, {left, level}, {left, goal.y}, goal}
}

// acrossFromFirst is acrossFrom for what a layer ends in, read backwards: that stands at the first word.
func (p *plan) acrossFromFirst(layer, k int, goal point) []point {
	from := &p.source[0]
	f := from.floor(layer, true)
	start := point{p.stripX(from, f) - 1, p.laneMiddle(from, f, k)}
	side := from.edge() - 6
	if p.inline {
		level := p.encoder.y + p.encoder.h - 6
		return []point{start, {side, start.y}, {side, level}, {p.trunk() - 4, level}, {p.trunk() - 4, goal.y}, goal}
	}
	side -= 4 * float64(p.wires())
	level, left := p.bridgeLevel()+4, math.Min(goal.x, p.arrival())-6
	return []point{start, {side, start.y}, {side, level}, {left, level}, {left, goal.y}, goal}
}

// trunk is the x, right of the encoder of the inline form, at which states change their level.
func (p *plan) trunk() float64 { return p.encoder.x + p.encoder.w + 10 }

// crossesBack reports whether the state of the backward direction crosses to the decoder.
func (p *plan) crossesBack() bool { return p.both && (p.bridge == "dense" || p.summary) }

// bridgeLevel is the y at which the handed context crosses from frame to frame in the stacked form.
func (p *plan) bridgeLevel() float64 { return p.encoder.y + p.encoder.h + 19 }

// titleX is where titles begin in the stacked form: right of the line that comes down there.
func (p *plan) titleX() float64 { return p.bridgeWay(0, 0)[3].x + 7 }

// wordLevel and outputLevel are the y of the middles of a slot's words.
func (p *plan) wordLevel(s *slot) float64   { return s.foot() + p.wordTop(s.tower) + p.pill()/2 }
func (p *plan) outputLevel(s *slot) float64 { return s.y - p.outputTop() + p.pill()/2 }

// round leads from one row of the decoder to the next, along the n-th line out from those of states.
func (p *plan) round(from, to *slot, n float64, start, goal point) []point {
	beyond := 4*float64(p.wires()) + 4*n
	right, left := from.x+p.pitch+1+beyond, to.x-8-beyond
	level := to.top - to.turn + 1 + beyond
	return []point{start, {right, start.y}, {right, level}, {left, level}, {left, goal.y}, goal}
}

// backWay leads from the middle of what a step said to the middle of where the next step reads it.
func (p *plan) backWay(from, to *slot) []point {
	start := point{from.middle(), p.outputLevel(from)}
	goal := point{to.middle(), p.wordLevel(to)}
	if from.row == to.row {
		x := p.back(from)
		return []point{start, {x, start.y}, {x, goal.y}, goal}
	}
	return p.round(from, to, 0, start, goal)
}

// between shortens a way back to what can be seen of it between two words that are out and in
// pixels wide. A word so wide that it reaches over the line is left by its foot, or entered by its head.
func (p *plan) between(way []point, out, in float64) []point {
	w := append([]point(nil), way...)
	last := len(w) - 1
	if w[0].x+out/2 < w[1].x-2 {
		w[0].x += out / 2
	} else {
		w[1].y += p.pill()/2 + 1
		w = w[1:]
		last--
	}
	if w[last].x-in/2 > w[last-1].x+4 {
		w[last].x -= in/2 + 1
	} else {
		w[last-1].y -= p.pill()/2 + 2
		w = w[:last]
	}
	return w
}

// journey turns a way, from the middle of one thing to the middle of another, into displacements
// from rest, which is where the thing that travels stands at home.
func journey(way []point, rest point) route {
	moved := make([]point, len(way))
	for i, q := range way {
		moved[i] = sub(q, rest)
	}
	return newRoute(moved...)
}

// extended is a way that begins and ends inside the things that it joins.
func extended(way []point, before, after float64) []point {
	w := append([]point(nil), way...)
	w[0] = along(w[0], w[1], -before)
	last := len(w) - 1
	w[last] = along(w[last], w[last-1], -after)
	return w
}

// along is the point at a distance from a in the direction of b, which is straight to one side of it.
func along(a, b point, distance float64) point {
	switch {
	case b.x > a.x:
		a.x += distance
	case b.x < a.x:
		a.x -= distance
	case b.y > a.y:
		a.y += distance
	default:
		a.y -= distance
	}
	return a
}
