package scene

import "math"

const (
	titleRoom = 48.0 // the film's title and the line under it
	nameRoom  = 24.0 // a frame's own title
	arcRoom   = 40.0 // where attention's arcs rise over the frames
)

// placeInline puts the decoder to the right of the encoder, all on one line.
func (p *plan) placeInline(sources, targets int) {
	s, t := float64(sources)*p.pitch, float64(targets)*p.pitch
	total := 2*p.margin + 2*p.inset + bridgeRoom + s + t
	left := math.Floor((p.width-total)/2) + p.margin
	top := titleRoom
	if p.attention {
		top += arcRoom
	}
	height := nameRoom + p.over + p.boxHeight() + p.under
	// The gap after a cell is part of its step; the frames share out the last one.
	p.encoder = frame{left, top, p.inset + s, height}
	p.decoder = frame{left + p.inset + s + bridgeRoom - p.inset, top, p.inset + t + p.inset, height}
	y := top + nameRoom + p.over
	for i := range sources {
		p.source = append(p.source, slot{left + p.inset + float64(i)*p.pitch, y, 0, i == 0, i == sources-1, top})
	}
	for i := range targets {
		p.target = append(p.target, slot{p.decoder.x + p.inset + float64(i)*p.pitch, y, 0, i == 0, i == targets-1, top})
	}
	p.bridge = point{p.encoder.x + p.encoder.w + (bridgeRoom-p.inset)/2 - 2, y}
	p.close(p.encoder.x, p.decoder.x+p.decoder.w)
}

// placeStacked puts the decoder under the encoder, each in as many rows as it takes.
func (p *plan) placeStacked(sources, targets int) {
	room := p.width - 2*p.margin - 2*p.inset - p.tail()
	lead := p.bridgeLead(p.pitch)
	encoderRows := rows(sources, room-p.lead(), p.pitch)
	decoderRows := rows(targets, room-lead, p.pitch)
	across := math.Max(p.lead()+float64(even(sources, encoderRows))*p.pitch, lead+float64(even(targets, decoderRows))*p.pitch)
	left := math.Floor((p.width - across - p.tail() - 2*p.inset) / 2)
	w := across + p.tail() + 2*p.inset
	p.gutter = 15 + 4*float64(p.lanes)

	over, under := 18.0, p.under
	if p.attention {
		under += weightRoom
	}
	top := titleRoom
	p.encoder = frame{left, top, w, 0}
	y := p.place(&p.source, sources, encoderRows, left+p.inset+p.lead(), top+nameRoom, over, under)
	p.encoder.h = y - top

	top = y + 30
	p.decoder = frame{left, top, w, 0}
	p.gutter += 6
	y = p.place(&p.target, targets, decoderRows, left+p.inset+lead, top+nameRoom-4, p.over, p.under)
	p.decoder.h = y - top
	p.bridge = point{left + p.inset + lead - p.gap() + p.stripGap() + p.breadth/2, p.target[0].y}
	p.close(left, left+w)
}

// place fills slots row by row and returns where the last row ends.
func (p *plan) place(slots *[]slot, n, rows int, x, y, over, under float64) float64 {
	each := even(n, rows)
	for i := range n {
		row, column := i/each, i%each
		last := column == each-1 || i == n-1
		top := y + over + float64(row)*(over+p.boxHeight()+under+p.gutter)
		*slots = append(*slots, slot{x + float64(column)*p.pitch, top, row, column == 0, last, top - over})
	}
	return (*slots)[n-1].y + p.boxHeight() + under
}

// even is how many steps are in a row when n are shared out evenly.
func even(n, rows int) int { return (n + rows - 1) / rows }

// close draws the outer frame round the two, and leaves room for the legend under it.
func (p *plan) close(left, right float64) {
	bottom := math.Max(p.encoder.y+p.encoder.h, p.decoder.y+p.decoder.h) + p.margin
	p.outer = frame{left - p.margin + .75, .75, right - left + 2*p.margin - 1.5, bottom - .75}
	p.legendTop = bottom + 18
	p.height = p.legendTop
}

// strip is how far right of its cell a handed vector begins.
func (p *plan) stripGap() float64 { return pick(p.wide, 6, 3) }

// stripX is where the vector that a slot hands on begins.
func (p *plan) stripX(s slot) float64 { return s.x + p.boxWidth + p.stripGap() }

// back is the line, right of the vectors, on which an output goes back down to be the next input.
func (p *plan) back(s slot) float64 {
	from := p.stripX(s) + p.breadth
	return from + math.Round((s.x+p.pitch-from)*.5)
}

// middle is the x of a slot's cell's middle.
func (p *plan) middle(s slot) float64 { return s.x + p.boxWidth/2 }

// foot is the y of a slot's cell's lower edge.
func (p *plan) foot(s slot) float64 { return s.y + p.boxHeight() }
