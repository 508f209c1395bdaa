package scene

import (
	"strconv"

	"unroll/core/trace"
)

// word draws a token in its pill about (x, y): with square corners for the encoder's, round for the
// decoder's.
func (v *unrolledView) word(motion int, key string, role Role, t trace.Token, x, y float64, hint string) {
	w, h := v.wordWidth(t), v.pill()
	radius := 3.0
	if role == Decoder {
		radius = h / 2
	}
	size, bold := v.tokenType(t)
	v.add(words, motion,
		Shape{Key: key, Role: role, Finish: Outline, X: x - w/2, Y: y - h/2, W: w, H: h, R: radius, Hint: hint},
		Shape{Key: key + "/text", Kind: Text, Role: role, Bold: bold, X: x, Y: y + size*.36, R: size,
			Label: fit(visible(t), w-4, size, bold)},
	)
}

// tokenType is the type of a token: bold and large, but a mark such as ⟨start⟩, or a word that
// would not fit, as small and light as it has to be.
func (v *unrolledView) tokenType(t trace.Token) (size float64, bold bool) {
	size = v.token()
	if textWidth(visible(t), size, true, false) <= v.wordMost()-8 {
		return size, true
	}
	return type1, false
}

// wordWidth is how wide a token's pill is.
func (v *unrolledView) wordWidth(t trace.Token) float64 {
	size, bold := v.tokenType(t)
	return min(max(textWidth(visible(t), size, bold, false)+12, v.pill()), v.wordMost())
}

// wordMost is how wide a pill may be.
func (v *unrolledView) wordMost() float64 { return v.pitch - pick(v.wide, 12, 3) }

// stateStrips draws what a cell hands on: its h and, for an LSTM, its cell state above it. n is the
// time step that it came from.
func (v *unrolledView) stateStrips(motion int, name string, role Role, c *trace.Cell, before *trace.State, n int, x, y float64, step int, said, memorySaid string) {
	var beforeH, beforeC []float32
	if before != nil {
		beforeH, beforeC = before.H, before.C
	}
	h := strip{ref: name + "/h", values: c.H, shown: v.shown, role: role, x: x, y: y + v.lane(v.lanes-1), across: v.breadth, along: unitHeight,
		hint: func(i int) string {
			return v.hint(unitHint(said, i, step), v.stateEquation(c, beforeH, n, i), c.H[i])
		}}
	v.strip(motion, &h)
	if v.lanes == 1 {
		return
	}
	memory := strip{ref: name + "/c", memory: true, values: c.C, shown: v.shown, role: role, x: x, y: y, across: v.breadth, along: unitHeight,
		hint: func(i int) string {
			return v.hint(unitHint(memorySaid, i, step), v.memoryEquation(c, beforeC, n, i), c.C[i])
		}}
	v.strip(motion, &memory)
}

// stateLabels names the strips and counts what is folded away.
func (v *unrolledView) stateLabels(name string, role Role, n int, x, y, at float64) {
	named := v.motion(appears(at, .3))
	// All end with the strip, clear of the line on which outputs come back.
	text := func(key, label string, y float64, role Role) Shape {
		return Shape{Key: key, Kind: Text, Role: role, X: x + v.breadth + 2, Y: y, R: type1, Anchor: 1, Label: label}
	}
	h := text(name+"/h/name", indexed("h", n), y+v.lane(v.lanes-1)-4, role)
	if v.lanes > 1 && !v.wide { // between two cells, and clear of the one that it comes from
		h.X, h.Anchor = x-v.stripGap()+1, -1
	}
	v.add(words, named, h)
	if v.lanes > 1 {
		v.add(words, named, text(name+"/c/name", indexed("C", n), y-4, role))
	}
	if folded := len(v.run.Bridge.H) - v.shown; folded > 0 {
		v.add(words, named, text(name+"/h/folded", "+"+strconv.Itoa(folded), y+v.boxHeight()+15, Muted))
	}
}

// hand shows a state on its way into the next cell: a copy of its strips that goes in behind the
// cell, and the arrow that it follows.
func (v *unrolledView) hand(name string, st trace.State, n int, from, to slot, role Role, m moments) {
	for k := range v.lanes {
		ref, values := name+"/h", st.H
		if k < v.lanes-1 {
			ref, values = name+"/c", st.C
		}
		way := v.stateWay(from, to, k)
		v.arrow("handed/"+ref, Muted, way, m.start, false)
		rest := point{v.stripX(from) + v.breadth/2, v.laneMiddle(from, k)}
		trip := journey(extended(way, v.breadth/2+1, v.boxWidth/2), rest)
		going := v.motion(appears(m.start, .15).travels(m.start+.05, m.arrive, trip).fadesTo(0, m.start+m.arrive-.05, .25))
		v.strip(going, &strip{ref: ref, memory: k < v.lanes-1, key: "handed/" + ref, values: values, shown: v.shown, role: role,
			x: v.stripX(from), y: from.y + v.lane(k), across: v.breadth, along: unitHeight})
	}
}
