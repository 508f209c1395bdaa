package scene

import "math"

// plan is where everything of the unrolled view stands. It depends on the width and on counts: of
// tokens, of units, of things that a cell hands on. It never depends on a number of the trace.
type plan struct {
	width, height float64
	inline        bool // encoder and decoder side by side; else one under the other
	attention     bool
	wide          bool    // room for larger type
	pitch         float64 // from one time step to the next
	boxWidth      float64 // an RNN cell's width
	breadth       float64 // a vector's breadth
	shown, lanes  int     // numbers shown of a vector; vectors that a cell hands on
	margin, inset float64 // of the outer frame; of the two inner frames

	outer, encoder, decoder frame
	source, target          []slot // one a time step
	over, under             float64
	bridge                  point // the middle of the handed context's column at its first lane's top
	gutter                  float64
	legendTop               float64 // where the legend's first line begins
}

type frame struct{ x, y, w, h float64 }

// slot is one time step's place: the left edge of its cell and the top of its cell.
type slot struct {
	x, y        float64
	row         int
	first, last bool    // of its row
	top         float64 // of its row, words and all
}

const (
	rowLeast   = 44.0 // the least pitch at which type of 11 px still fits
	rowMost    = 112.0
	lineLeast  = 58.0 // the least pitch at which one line is better than two
	unitHeight = 9.0  // a cell's pitch in an upright vector
	laneApart  = 16.0 // between an LSTM's two vectors
	type1      = 11.0 // the least type anywhere
)

func newPlan(width float64, sources, targets, hidden, lanes int, attention bool) *plan {
	p := &plan{width: width, attention: attention, lanes: lanes, margin: 14, inset: 12}
	if width < 600 {
		p.margin, p.inset = 7, 6
	}
	p.inlinePitch(sources, targets)
	if !p.inline {
		p.stackedPitch(sources, targets)
	}
	p.wide = p.pitch >= 56
	p.shown = p.fold(hidden, sources+targets)
	p.breadth = 9
	if p.wide {
		p.breadth = 14
	}
	p.boxWidth = p.pitch - p.gap()
	p.over, p.under = p.reach()
	if p.inline {
		p.placeInline(sources, targets)
	} else {
		p.placeStacked(sources, targets)
	}
	return p
}

// fold is how many of a vector's numbers are shown: all of a short one, else so few that the whole
// picture stays within about 600 shapes. Nothing is folded to save a single cell.
func (p *plan) fold(hidden, steps int) int {
	most := 8
	switch {
	case !p.wide || steps > 20:
		most = 4
	case p.lanes > 1:
		most = 5
	}
	if hidden <= most+1 {
		return hidden
	}
	return most
}

// bridgeRoom is the width between the two frames of the inline form.
const bridgeRoom = 84

func (p *plan) inlinePitch(sources, targets int) {
	room := p.width - 2*p.margin - 2*p.inset - bridgeRoom
	p.pitch = math.Min(math.Floor(room/float64(sources+targets)), rowMost)
	p.inline = p.pitch >= lineLeast
}

// stackedPitch is the greatest pitch that takes no more rows than the least one would.
func (p *plan) stackedPitch(sources, targets int) {
	room := p.width - 2*p.margin - 2*p.inset - p.tail()
	above, below := rows(sources, room-p.lead(), rowLeast), rows(targets, room-p.bridgeLead(rowLeast), rowLeast)
	p.pitch = rowMost
	for p.pitch > rowLeast && (rows(sources, room-p.lead(), p.pitch) > above ||
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

// gapAt is the gap at a pitch: where an LSTM's h has its name between two cells, wide enough for that.
func (p *plan) gapAt(pitch float64) float64 {
	return math.Round(math.Min(math.Max(pitch*.46, 18+3*float64(p.lanes)), 50))
}

// lead and tail are the room at a row's ends for the arrows that go round to the next row.
func (p *plan) lead() float64 { return 12 + 5*float64(p.lanes) }
func (p *plan) tail() float64 { return 5 + 4*float64(p.lanes) }

// bridgeLead is the room before the decoder's first cell, where the handed context arrives.
func (p *plan) bridgeLead(pitch float64) float64 { return p.lead() + p.gapAt(pitch) - 8 }

// boxHeight is a cell's height: that of the vectors that it hands on.
func (p *plan) boxHeight() float64 {
	return float64(p.lanes*p.shown)*unitHeight + float64(p.lanes-1)*laneApart
}

// lane is the top of the k-th vector in a slot.
func (p *plan) lane(k int) float64 { return float64(k) * (float64(p.shown)*unitHeight + laneApart) }

// Sizes that go with the room there is.
func (p *plan) pill() float64  { return pick(p.wide, 26, 22) }
func (p *plan) token() float64 { return pick(p.wide, 15, 13) }
func (p *plan) reachUp() float64 {
	return pick(p.wide, 26, 20)
}

func pick(b bool, yes, no float64) float64 {
	if b {
		return yes
	}
	return no
}

// reach is how far a decoder slot reaches over its cell's top and a slot under its cell's foot.
func (p *plan) reach() (over, under float64) {
	over = p.outputTop() + 16
	under = p.wordTop() + p.pill() + 18
	return over, under
}

// contextTop and outputTop are how far over the cell the attention's context and the output word
// begin; wordTop is how far under the cell's foot the word that it reads begins.
func (p *plan) contextTop() float64 { return p.reachUp() + 10 }
func (p *plan) outputTop() float64 {
	if p.attention {
		return p.contextTop() + 14 + p.pill()
	}
	return p.reachUp() + 4 + p.pill()
}
func (p *plan) wordTop() float64 { return p.reachUp() + 2 }

// weightHeight is a weight's box, with the space round it.
const weightBox, weightRoom = 16.0, 20.0
