package scene

import "math"

const (
	nameRoom = 24.0 // a frame's own title
	arcRoom  = 40.0 // where attention's arcs rise over the frames
	barRoom  = 16.0 // for the bar of a dense bridge
)

// placeInline puts the decoder to the right of the encoder, all on one line.
func (p *plan) placeInline(sources, targets int) {
	s, t := p.sideRoom(p.pitch)+float64(sources)*p.pitch, float64(targets)*p.pitch
	total := 2*p.margin + 2*p.inset + p.bridgeRoom() + s + t
	left := math.Floor((p.width-total)/2) + p.margin
	top := p.top
	if p.attending {
		top += arcRoom
	}
	// Both stand on one level. A frame is as high as the other unless it needs much less.
	sourceHeight, targetHeight := nameRoom+p.overSource()+p.reader.height, nameRoom+p.over()+p.speaker.height
	highest := math.Max(sourceHeight, targetHeight)
	if highest-targetHeight < 40 {
		targetHeight = highest
	}
	foot := top + highest
	under := p.under(&p.speaker) + pick(p.crossesBack(), 8, 0)
	// The gap after a cell is part of its step; the frames share out the last one.
	p.encoder = frame{left, top, p.inset + s, highest + under}
	p.decoder = frame{left + p.inset + s + p.bridgeRoom() - p.inset, foot - targetHeight, p.inset + t + p.inset, targetHeight + under}
	for i := range sources {
		x := left + p.inset + p.sideRoom(p.pitch) + float64(i)*p.pitch
		p.source = append(p.source, slot{&p.reader, x, foot - p.reader.height, 0, i == 0, i == sources-1, top})
	}
	for i := range targets {
		x := p.decoder.x + p.inset + float64(i)*p.pitch
		p.target = append(p.target, slot{&p.speaker, x, foot - p.speaker.height, 0, i == 0, i == targets-1, top})
	}
	p.handed = point{p.encoder.x + p.encoder.w + (p.bridgeRoom()-p.inset)/2 - 2, p.target[0].y}
	if p.bridge == "dense" {
		p.handed.x += barRoom / 2
	}
	p.close(p.encoder.x, p.decoder.x+p.decoder.w)
}

// placeStacked puts the decoder under the encoder, each in as many rows as it takes.
func (p *plan) placeStacked(sources, targets int) {
	room := p.width - 2*p.margin - 2*p.inset - p.tail()
	lead := p.bridgeLead(p.pitch)
	encoderRows := rows(sources, room-p.lead(p.pitch), p.pitch)
	decoderRows := rows(targets, room-lead, p.pitch)
	across := math.Max(p.lead(p.pitch)+float64(even(sources, encoderRows))*p.pitch, lead+float64(even(targets, decoderRows))*p.pitch)
	left := math.Floor((p.width - across - p.tail() - 2*p.inset) / 2)
	w := across + p.tail() + 2*p.inset
	p.reader.turn = 13 + 4*float64(p.wires()) + pick(p.both, 4, 0)
	p.speaker.turn = 13 + 4*float64(p.wires()) + pick(p.fed, 4, 0) + pick(p.summary, 4, 0)

	over, under := p.overSource(), p.under(&p.reader)
	if p.attending {
		under += weightRoom
	}
	top := p.top
	p.encoder = frame{left, top, w, 0}
	y := p.place(&p.source, &p.reader, sources, encoderRows, left+p.inset+p.lead(p.pitch), top+nameRoom, over, under)
	p.encoder.h = y - top

	top = y + 30
	p.decoder = frame{left, top, w, 0}
	y = p.place(&p.target, &p.speaker, targets, decoderRows, left+p.inset+lead, top+nameRoom-4, p.over(), p.under(&p.speaker))
	p.decoder.h = y - top
	p.handed = point{left + p.inset + lead - p.gap() + p.stripGap() + p.breadth/2, p.target[0].y}
	p.close(left, left+w)
}

// place fills slots row by row and returns where the last row ends.
func (p *plan) place(slots *[]slot, t *tower, n, rows int, x, y, over, under float64) float64 {
	each := even(n, rows)
	gutter := t.turn + pick(t == &p.reader, 2, 8)
	for i := range n {
		row, column := i/each, i%each
		last := column == each-1 || i == n-1
		top := y + over + float64(row)*(over+t.height+under+gutter)
		*slots = append(*slots, slot{t, x + float64(column)*p.pitch, top, row, column == 0, last, top - over})
	}
	return (*slots)[n-1].y + t.height + under
}

// even is how many steps are in a row when n are shared out evenly.
func even(n, rows int) int { return (n + rows - 1) / rows }

// close draws the outer frame round the two, and leaves room for the legend under it.
func (p *plan) close(left, right float64) {
	bottom := math.Max(p.encoder.y+p.encoder.h, p.decoder.y+p.decoder.h) + p.margin
	p.outer = frame{left - p.margin + .75, .75, right - left + 2*p.margin - 1.5, bottom - .75}
	p.legendTop = bottom + 18
}

// What stands over a slot's highest cell and under its lowest one, as distances from there.

// over is how far a decoder slot reaches up.
func (p *plan) over() float64 { return p.outputTop() + 16 }

// overSource is how far an encoder slot reaches up: to what it says, where that is drawn, and to
// the weights over it.
func (p *plan) overSource() float64 {
	over := 18.0
	if p.outs {
		over = p.outTop() + 4
	}
	if p.inline && p.attending {
		over += weightRoom
	}
	return over
}

// under is how far a slot reaches down.
func (p *plan) under(t *tower) float64 { return p.wordTop(t) + p.pill() + 18 }

// lyingHeight is that of a lying vector of what the encoder says: of one half for each direction.
func (p *plan) lyingHeight() float64 { return lieHeight + halfApart*float64(p.ways()-1) }

// outTop is how far over the cells a vector of what the encoder says begins.
func (p *plan) outTop() float64 { return p.reader.rise() + p.reachUp() - 8 + p.lyingHeight() }

// contextTop, attentionalTop and outputTop are how far over the cell the attention's context, the
// attentional state and the output word begin; wordTop is how far under the cell's foot the word that
// it reads begins.
func (p *plan) contextTop() float64     { return p.speaker.rise() + p.reachUp() - 1 + p.lyingHeight() }
func (p *plan) attentionalTop() float64 { return p.contextTop() + 13 + lieHeight }
func (p *plan) outputTop() float64 {
	switch {
	case p.fed:
		return p.attentionalTop() + 14 + p.pill()
	case p.attending:
		return p.contextTop() + 14 + p.pill()
	}
	return p.speaker.rise() + p.reachUp() + 4 + p.pill()
}
func (p *plan) wordTop(t *tower) float64 {
	if p.summary && (p.inline || t == &p.speaker) {
		return p.reachUp() + 10 + p.lyingHeight()/2
	}
	return p.reachUp() + 2
}

// busLevel is how far under the cell's foot the summary comes along.
const busLevel = 25.0

// weightHeight is a weight's box, with the space round it.
const weightBox, weightRoom = 16.0, 20.0

// boxHeight is a cell's height: that of the vectors that it hands on, but no less than a line of type.
func (p *plan) boxHeight() float64 { return math.Max(p.vectorsHeight(), 20) }

func (p *plan) vectorsHeight() float64 {
	return float64(p.lanes*p.shown)*unitHeight + float64(p.lanes-1)*p.laneApart()
}

// laneApart is the space between an LSTM's two vectors, where the lower one has its name.
func (p *plan) laneApart() float64 { return pick(p.layers > 1, 19, 16) }

// lane is the top of the k-th vector that a cell hands on, from the cell's head.
func (p *plan) lane(k int) float64 {
	return math.Floor((p.boxHeight()-p.vectorsHeight())/2) + float64(k)*(float64(p.shown)*unitHeight+p.laneApart())
}

// stripGap is the space between a cell and the vector that it hands on.
func (p *plan) stripGap() float64 { return pick(p.wide, 6, 3) }

// stripX is where the vector that a slot's cell hands on begins.
func (p *plan) stripX(s *slot, f *floor) float64 {
	if f.back {
		return s.x - p.stripGap() - p.breadth
	}
	return s.x + p.boxWidth + p.stripGap()
}

// back is the line, right of the vectors, on which an output goes back down to be the next input.
func (p *plan) back(s *slot) float64 {
	from := s.x + p.boxWidth + p.stripGap() + p.breadth
	return from + math.Round((s.x+p.pitch-from)*.5)
}
