package scene

import "math"

// feed is a vector on its way to be read by a step's lowest cell, besides the word: what attention
// found, now or in the step before, and the summary.
type feed struct {
	name   string
	at     float64 // when it sets out, from the step's start
	vector lying   // where it sets out from
	line   []point // what is drawn of its way; it ends where it joins the way up to the cell
	way    route   // the whole of it, from the vector's middle into the cell
}

// feeds is all that step i reads besides its word.
func (v *unrolledView) feeds(i int) []feed {
	var out []feed
	s := &v.target[i]
	add := func(f feed, middle point, through []point) {
		f.name = key("decoder", i) + "/" + f.name
		f.vector.key = f.name
		inside := point{s.middle(), s.foot() - v.boxHeight()/2} // behind the cell
		way := append([]point{middle}, through...)
		f.way = journey(append(way, inside), middle)
		out = append(out, f)
	}
	switch {
	case v.before:
		f := feed{name: "context", at: contextRead, vector: v.contextOf(i), line: v.contextWay(s)}
		add(f, point{f.vector.x, f.line[0].y}, f.line[1:])
	case v.fed && i > 0:
		from := &v.target[i-1]
		f := feed{name: "attentional", vector: v.attentionalOf(i - 1), line: v.attentionalWay(from, s)}
		add(f, point{f.vector.x, f.line[0].y}, f.line[1:])
	}
	if v.summary {
		home, through := v.summaryPlace(), []point(nil)
		for j := range i + 1 {
			through = append(through, v.summaryWay(j)[1:]...)
		}
		add(feed{name: "summary", vector: v.summaryOf(), line: v.summaryWay(i)}, home, through)
	}
	return out
}

// feed draws the lines on which a step is fed, and copies of the vectors on their way.
func (v *unrolledView) feed(i int) {
	start := v.clock.steps[i].start
	for _, f := range v.feeds(i) {
		at := start + f.at
		role := f.vector.role
		v.line(f.name+"/way", role, at, f.line)
		v.dot(f.name+"/dot", role, f.line[len(f.line)-1], at)
		going := appears(at, .15).travels(at, f.way.seconds(), f.way).fadesTo(0, at+f.way.seconds(), .2)
		v.lie(v.motion(going), &f.vector)
	}
}

// contextMiddle and attentionalMiddle are the y of the middles of a slot's lying vectors.
func (p *plan) contextMiddle(s *slot) float64     { return s.y - p.contextTop() + p.lyingHeight()/2 }
func (p *plan) attentionalMiddle(s *slot) float64 { return s.y - p.attentionalTop() + lieHeight/2 }

// join is where what is fed comes to a cell's way up.
func (s *slot) join() point { return point{s.middle(), s.foot() + footJoin} }

// contextWay leads the context of a step down past its cells, to be read by the lowest one.
func (p *plan) contextWay(s *slot) []point {
	x, level := s.x+s.feed, p.contextMiddle(s)
	return []point{{s.middle() - p.lieLength(s)/2 - 1, level}, {x, level}, {x, s.join().y}, s.join()}
}

// attentionalWay leads the attentional state of a step to the next step's lowest cell.
func (p *plan) attentionalWay(from, to *slot) []point {
	start := point{from.middle() + p.lieLength(from)/2 + 1, p.attentionalMiddle(from)}
	if from.row != to.row {
		return p.round(from, to, 1, start, to.join())
	}
	x := to.x + to.feed
	return []point{start, {x, start.y}, {x, to.join().y}, to.join()}
}

// summaryPlace is the middle of the summary's place, left of the decoder.
func (p *plan) summaryPlace() point {
	s := &p.target[0]
	if p.inline {
		return point{p.handed.x, s.foot() + busLevel}
	}
	return point{s.x - 5 - p.summaryLength()/2, s.foot() + busLevel}
}

// summaryOf is the summary at its place.
func (v *unrolledView) summaryOf() lying {
	home := v.summaryPlace()
	return lying{ref: "summary", values: v.run.Summary, role: Hidden, x: home.x, y: home.y - v.lyingHeight()/2, along: v.summaryPitch()}
}

// summaryLength is how long the lying summary is.
func (p *plan) summaryLength() float64 { return float64(p.shown) * p.summaryPitch() }

func (p *plan) summaryPitch() float64 {
	room := p.bridgeLead(p.pitch) - 12
	if p.inline {
		room = p.bridgeRoom() - 2*p.inset - 20
	}
	return math.Max(math.Min(math.Floor(room/float64(p.shown)), 9), 3)
}

// summaryWay leads the summary to a step's cell, from its place or from the step before.
func (p *plan) summaryWay(i int) []point {
	s := &p.target[i]
	goal := point{s.middle(), s.foot() + busLevel}
	if i == 0 {
		start := p.summaryPlace()
		start.x += p.summaryLength()/2 + 1
		return []point{start, goal}
	}
	from := &p.target[i-1]
	start := point{from.middle(), from.foot() + busLevel}
	if from.row == s.row {
		return []point{start, goal}
	}
	return p.round(from, s, 1+pick(p.fed, 1, 0), start, goal)
}
