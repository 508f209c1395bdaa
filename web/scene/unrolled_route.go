package scene

import "math"

// The ways between slots of the unrolled view. Arrows are drawn along them and what is handed on
// travels along them.

// laneMiddle is the y of the middle of a slot's k-th vector.
func (p *plan) laneMiddle(s slot, k int) float64 {
	return math.Round(s.y + p.lane(k) + float64(p.shown)*unitHeight/2 - .5)
}

// stateWay leads from a handed vector to the next cell: straight on, or round to the next row. The
// ways of several lanes run beside each other without crossing.
func (p *plan) stateWay(from, to slot, k int) []point {
	start := point{p.stripX(from) + p.breadth + 1, p.laneMiddle(from, k)}
	goal := point{to.x - 1, p.laneMiddle(to, k)}
	if from.row == to.row {
		return []point{start, goal}
	}
	outer, inner := 4*float64(p.lanes-1-k), 4*float64(k)
	right, left := from.x+p.pitch+1+outer, to.x-7-inner
	level := to.top - p.gutter + 8 + outer
	return []point{start, {right, start.y}, {right, level}, {left, level}, {left, goal.y}, goal}
}

// bridgeWay leads from the encoder's last vector to the place of the handed context.
func (p *plan) bridgeWay(k int) []point {
	from := p.source[len(p.source)-1]
	start := point{p.stripX(from) + p.breadth + 1, p.laneMiddle(from, k)}
	goal := point{p.bridge.x - p.breadth/2 - 1, p.laneMiddle(p.target[0], k)}
	if p.inline {
		return []point{start, goal}
	}
	outer, inner := 4*float64(p.lanes-1-k), 4*float64(k)
	right, left := start.x+4+outer, goal.x-6-inner
	level := p.bridgeLevel() + outer
	return []point{start, {right, start.y}, {right, level}, {left, level}, {left, goal.y}, goal}
}

// bridgeLevel is the y at which the handed context crosses from frame to frame in the stacked form.
func (p *plan) bridgeLevel() float64 { return p.encoder.y + p.encoder.h + 19 }

// titleX is where titles begin in the stacked form: right of the line that comes down there.
func (p *plan) titleX() float64 { return p.bridgeWay(0)[3].x + 7 }

// wordLevel and outputLevel are the y of the middles of a slot's words.
func (p *plan) wordLevel(s slot) float64   { return p.foot(s) + p.wordTop() + p.pill()/2 }
func (p *plan) outputLevel(s slot) float64 { return s.y - p.outputTop() + p.pill()/2 }

// backWay leads from the middle of what a step said to the middle of where the next step reads it.
func (p *plan) backWay(from, to slot) []point {
	start := point{p.middle(from), p.outputLevel(from)}
	goal := point{p.middle(to), p.wordLevel(to)}
	if from.row == to.row {
		x := p.back(from)
		return []point{start, {x, start.y}, {x, goal.y}, goal}
	}
	beyond := 4 * float64(p.lanes)
	right, left := from.x+p.pitch+1+beyond, to.x-8-beyond
	level := to.top - p.gutter + 9 + beyond
	return []point{start, {right, start.y}, {right, level}, {left, level}, {left, goal.y}, goal}
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
	w[0].x -= before
	w[len(w)-1].x += after
	return w
}

// weightAt is the corner and the breadth of the box that shows the weight of a source position.
func (p *plan) weightAt(s slot) (x, y, w float64) {
	w = math.Min(p.pitch-4, 40)
	if p.inline {
		return p.stripX(s) + p.breadth/2 - w/2, s.y - 20 - weightBox, w
	}
	return p.middle(s) - w/2, p.foot(s) + p.wordTop() + p.pill() + 19, w
}

// arcs reports whether there is room for lines from each source position to the step that looks at
// it: where they would run across rows of words, the weights' boxes alone must do.
func (p *plan) arcs() bool {
	return p.attention && (p.inline || p.source[len(p.source)-1].row == 0 && p.target[len(p.target)-1].row == 0)
}

// arc is the path data of such a line and where it begins.
func (p *plan) arc(from, to slot) (start point, outline string) {
	x, y, w := p.weightAt(from)
	start = point{x + w/2, y}
	goal := point{p.middle(to), to.y - p.over - 2}
	var c, d point
	if p.inline {
		start.y += weightBox // it begins behind the box
		rise := math.Min(start.y, goal.y) - math.Min(18+.055*math.Abs(goal.x-start.x), 80)
		c, d = point{start.x, rise}, point{goal.x, rise}
	} else {
		half := (goal.y - start.y) * .55
		c, d = point{start.x, start.y + half}, point{goal.x, goal.y - half}
	}
	var q pen
	q.to('M', point{})
	q.to('C', sub(c, start))
	q.to(' ', sub(d, start))
	q.to(' ', sub(goal, start))
	return start, string(q.buf)
}
