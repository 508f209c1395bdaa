package scene

import "math"

// weightAt is the corner and the breadth of the box that shows the weight of a source position.
func (p *plan) weightAt(s *slot) (x, y, w float64) {
	w = math.Min(p.pitch-4, 40)
	switch {
	case p.inline && p.outs:
		return s.middle() - w/2, s.y - p.outTop() - 4 - weightBox, w
	case p.inline:
		f := s.floor(p.layers-1, false)
		return p.stripX(s, f) + p.breadth/2 - w/2, s.y - 20 - weightBox, w
	}
	return s.middle() - w/2, s.foot() + p.wordTop(s.tower) + p.pill() + 19, w
}

// arcs reports whether there is room for lines from each source position to the step that looks at
// it: where they would run across rows of words, the weights' boxes alone must do.
func (p *plan) arcs() bool {
	return p.attending && (p.inline || p.source[len(p.source)-1].row == 0 && p.target[len(p.target)-1].row == 0)
}

// arc is the path data of such a line and where it begins.
func (p *plan) arc(from, to *slot) (start point, outline string) {
	x, y, w := p.weightAt(from)
	start = point{x + w/2, y}
	goal := point{to.middle(), to.y - p.over() - 2}
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
