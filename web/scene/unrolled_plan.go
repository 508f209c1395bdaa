package scene

import "math"

// plan is where everything of the unrolled view stands. It depends on the width, on the form of the
// model and on counts: of tokens, of units. It never depends on a number of the trace.
type plan struct {
	form
	width         float64
	inline        bool    // encoder and decoder side by side; else one under the other
	wide          bool    // room for larger type
	pitch         float64 // from one time step to the next
	boxWidth      float64 // a column's width: an RNN cell and the ways that pass it by
	breadth       float64 // a vector's breadth
	shown         int     // numbers shown of a vector
	terse         bool    // vectors and cells go without their names, to spare shapes
	margin, inset float64 // of the outer frame; of the two inner frames
	top           float64 // where the frames begin, under the titles

	outer, encoder, decoder frame
	reader, speaker         tower
	source, target          []slot  // one a time step
	handed                  point   // the middle of the handed context's columns at the head of the highest cell
	legendTop               float64 // where the legend's first line begins
}

type frame struct{ x, y, w, h float64 }

const (
	rowLeast   = 44.0 // the least pitch at which type of 11 px still fits
	rowMost    = 112.0
	lineLeast  = 58.0 // the least pitch at which one line is better than two
	unitHeight = 9.0  // a cell's pitch in an upright vector
	lieHeight  = 11.0 // of a lying vector
	halfApart  = 13.0 // from one direction's half of a lying vector to the other's
	passing    = 6.0  // the breadth of a way past a cell
	type1      = 11.0 // the least type anywhere
)

func newPlan(width, top float64, sources, targets int, f form) *plan {
	p := &plan{width: width, top: top, form: f, margin: 14, inset: 12}
	if width < 600 {
		p.margin, p.inset = 7, 6
	}
	p.inlinePitch(sources, targets)
	if !p.inline {
		p.stackedPitch(sources, targets)
	}
	p.wide = isWide(p.pitch)
	p.fold(sources, targets)
	p.breadth = 9
	if p.wide {
		p.breadth = 14
	}
	p.boxWidth = p.pitch - p.gap()
	p.reader, p.speaker = p.newTower(p.both, false), p.newTower(false, p.feeding())
	if p.inline {
		p.placeInline(sources, targets)
	} else {
		p.placeStacked(sources, targets)
	}
	return p
}

func (p *plan) inlinePitch(sources, targets int) {
	room := p.width - 2*p.margin - 2*p.inset - p.bridgeRoom() - p.sideRoom(lineLeast)
	p.pitch = math.Min(math.Floor(room/float64(sources+targets)), rowMost)
	p.inline = p.pitch >= lineLeast
}

// stackedPitch is the greatest pitch that takes no more rows than the least one would.
func (p *plan) stackedPitch(sources, targets int) {
	room := p.width - 2*p.margin - 2*p.inset - p.tail()
	least := rowLeast + pick(p.both, 8, 0) // with ways past a cell on both of its sides
	above, below := rows(sources, room-p.lead(least), least), rows(targets, room-p.bridgeLead(least), least)
	p.pitch = rowMost
	for p.pitch > least && (rows(sources, room-p.lead(p.pitch), p.pitch) > above ||
		rows(targets, room-p.bridgeLead(p.pitch), p.pitch) > below) {
		p.pitch--
	}
}

// rows is how many rows n steps take at a pitch.
func rows(n int, room, pitch float64) int {
	return int(math.Ceil(float64(n) / math.Max(math.Floor(room/pitch), 1)))
}

// gap is the part of a pitch between two cells, where the state is handed on.
func (p *plan) gap() float64 { return p.gapAt(p.pitch) }

// gapAt is the gap at a pitch: where an LSTM's h has its name between two cells, or a name says the
// direction too, wide enough for that.
func (p *plan) gapAt(pitch float64) float64 {
	return math.Round(math.Min(math.Max(pitch*.46, 18+3*float64(p.lanes)+pick(p.both, 5, 0)), 50))
}

// wires is how many lines side by side lead a state round to the next row. Where there are several
// layers, all of their states go along one.
func (p *plan) wires() int {
	if p.layers > 1 {
		return 1
	}
	return p.lanes
}

// extra is how many more lines go round than states do: backwards, or to be fed to the decoder's cells.
func (p *plan) extra() float64 {
	return math.Max(pick(p.both, 1, 0), pick(p.fed, 1, 0)+pick(p.summary, 1, 0))
}

// lead and tail are the room at a row's ends for the lines that go round to the next row.
func (p *plan) lead(pitch float64) float64 { return p.turn() + p.sideRoom(pitch) }
func (p *plan) tail() float64              { return 5 + 4*float64(p.wires()) + 4*p.extra() }
func (p *plan) turn() float64              { return 12 + 5*float64(p.wires()) }

// sideRoom is the room left of the encoder for the states that are handed to the left, and their names.
func (p *plan) sideRoom(pitch float64) float64 {
	if !p.both {
		return 0
	}
	return pick(isWide(pitch), 20, 12) + p.nameReach()
}

// nameReach is how far left of a vector that is handed to the left its name reaches.
func (p *plan) nameReach() float64 { return pick(p.layers > 1, 15, 10) }

// isWide reports whether there is room for larger type at a pitch.
func isWide(pitch float64) bool { return pitch >= 56 }

// bridgeLead is the room before the decoder's first cell, where the handed context arrives.
func (p *plan) bridgeLead(pitch float64) float64 {
	return p.turn() + p.gapAt(pitch) - 8 + pick(p.bridge == "dense", barRoom, 0)
}

// bridgeRoom is the width between the two frames of the inline form.
func (p *plan) bridgeRoom() float64 {
	return 84 + pick(p.bridge == "dense", barRoom, 0) + pick(p.both, 12, 0)
}

// Sizes that go with the room there is.
func (p *plan) pill() float64    { return pick(p.wide, 26, 22) }
func (p *plan) token() float64   { return pick(p.wide, 15, 13) }
func (p *plan) reachUp() float64 { return pick(p.wide, 26, 20) }

func pick(b bool, yes, no float64) float64 {
	if b {
		return yes
	}
	return no
}
