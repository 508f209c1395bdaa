package scene

import (
	"strings"

	"unroll/core/trace"
)

// node is one copy of the RNN cell: a layer at a time step.
type node struct {
	*floor
	cue
	name   string // the front of its refs
	part   Role   // Encoder or Decoder
	cell   *trace.Cell
	before trace.State // what it takes; nothing in it is zeros
	from   *node       // who hands it that; nil for the first
	slot   *slot
	step   int // counted from 1, of its part
	time   int // counted from 1, of the whole

	arriving [][]point // the ways of its state, where they are not drawn by themselves
}

// cue is when a node does what, in seconds of the film; arrive is how long its state takes to come.
type cue struct{ start, arrive, compute, state float64 }

// nodes gathers the cells of every time step.
func (v *unrolledView) nodes() {
	v.encoded, v.decoded = make([][]*node, len(v.source)), make([][]*node, len(v.target))
	for i := range v.source {
		r := &v.run.Encoder[i]
		for k := range v.reader.floors {
			f := &v.reader.floors[k]
			n := v.node(f, Encoder, i)
			if f.back {
				n.name, n.cell = key(key("encoder", i)+"/backwards", f.layer), &r.Backwards[f.layer]
			} else {
				n.name, n.cell = key(key("encoder", i)+"/layers", f.layer), &r.Layers[f.layer]
			}
			v.encoded[i] = append(v.encoded[i], n)
		}
	}
	for i, column := range v.encoded {
		for k, n := range column {
			switch {
			case n.back && i+1 < len(v.encoded):
				n.takes(v.encoded[i+1][k])
			case !n.back && i > 0:
				n.takes(v.encoded[i-1][k])
			}
		}
	}
	for i := range v.target {
		for k := range v.speaker.floors {
			n := v.node(&v.speaker.floors[k], Decoder, i)
			n.name, n.cell = key(key("decoder", i)+"/layers", k), &v.run.Decoder[i].Layers[k]
			if i > 0 {
				n.takes(v.decoded[i-1][k])
			} else {
				n.before = v.run.Bridge[k]
			}
			v.decoded[i] = append(v.decoded[i], n)
		}
	}
}

// node begins the node of a part's step i.
//
//go:noinline
func (v *unrolledView) node(f *floor, part Role, i int) *node {
	n := &node{floor: f, part: part, step: i + 1, time: i + 1}
	if part == Encoder {
		n.slot = &v.source[i]
	} else {
		n.slot, n.time = &v.target[i], v.number(i)
	}
	return n
}

//go:noinline
func (n *node) takes(from *node) { n.from, n.before = from, from.cell.State }

// role is that of the states that a node hands on.
func (n *node) role() Role {
	if n.part == Encoder {
		return Hidden
	}
	return Decoder
}

// box draws a node's cell, which pulses while it computes. Its place is hinted at from the
// beginning, so that the whole of the way can be seen before it is gone.
func (v *unrolledView) box(n *node, radius float64) {
	x, y, h := n.slot.x+n.x, n.slot.y+n.y, v.boxHeight()
	copied := v.motion(from(.1).fadesTo(1, n.start, .4).pulsesAt(n.compute, moveTime))
	v.on(boxes, copied).rect(n.name, n.part, Solid, x, y-1, n.w, h+1, radius)
	size := pick(v.wide, 13, type1)
	label := v.boxLabel(n, size)
	if label == nil {
		return
	}
	named := v.on(boxes, v.motion(appears(n.start, .4).pulsesAt(n.compute, moveTime)))
	for i, line := range label {
		at := y + h/2 + size*.35 + (size+1)*(float64(i)-float64(len(label)-1)/2)
		sh := named.text(n.name+"/cell"+strings.Repeat("/arrow", i), n.part, x+n.w/2, at, size, line)
		sh.Finish, sh.Bold = Outline, true
	}
}

// boxLabel is the most that can be said in a cell, in lines: what it is, the number of its layer, the
// direction in which it reads.
func (v *unrolledView) boxLabel(n *node, size float64) []string {
	layer, arrow := "", ""
	if v.layers > 1 {
		layer = itoa(n.layer + 1)
	}
	if v.both && n.part == Encoder {
		arrow = n.arrow()
	}
	for _, lines := range [][]string{{strings.TrimSpace(v.cellName() + " " + layer + arrow)}, {layer + arrow}, {layer, arrow}, {arrow}} {
		fits := float64(len(lines))*(size+1) < v.boxHeight() && lines[0] != ""
		for _, line := range lines {
			fits = fits && textWidth(line, size, true, false) <= n.w-pick(v.wide, 2, 1)
		}
		if fits {
			return lines
		}
	}
	return nil
}

func (f *floor) arrow() string {
	if f.back {
		return "←"
	}
	return "→"
}

// states draws what a node hands on: its h and, for an LSTM, its cell state above it.
func (v *unrolledView) states(motion int, n *node) {
	said, memorySaid := v.text.Hint.Encoder, v.text.Hint.EncoderCell
	if n.part == Decoder {
		said, memorySaid = v.text.Hint.Decoder, v.text.Hint.DecoderCell
	}
	x, y := v.stripX(n.slot, n.floor), n.slot.y+n.y
	v.strip(motion, &strip{ref: n.name + "/h", values: n.cell.H, shown: v.shown, role: n.role(), x: x, y: y + v.lane(v.lanes-1), across: v.breadth, along: unitHeight,
		hint: func(i int) string { return v.hint(v.whose(n, said, i), v.stateEquation(n, i), n.cell.H[i]) }})
	if v.lanes > 1 {
		v.strip(motion, &strip{ref: n.name + "/c", memory: true, values: n.cell.C, shown: v.shown, role: n.role(), x: x, y: y, across: v.breadth, along: unitHeight,
			hint: func(i int) string { return v.hint(v.whose(n, memorySaid, i), v.memoryEquation(n, i), n.cell.C[i]) }})
	}
}

// take shows a node's state on its way to it: a copy of the strips that goes in behind the cell, and the
// arrow that it follows.
func (v *unrolledView) take(n *node) {
	if n.from == nil {
		return
	}
	v.hand(n.from.name, n.before, n.from.slot, n, n.from.role())
}

// hand moves a state from beside one slot into a node.
func (v *unrolledView) hand(name string, st trace.State, from *slot, n *node, role Role) {
	for k := range v.lanes {
		ref, values := name+"/h", st.H
		if k < v.lanes-1 {
			ref, values = name+"/c", st.C
		}
		way := v.stateWay(from, n.slot, n.floor, k)
		if v.terse {
			n.arriving = append(n.arriving, way) // to be drawn with what the cell reads, as one shape
		} else {
			v.arrow("handed/"+ref, Muted, n.start, way)
		}
		x := v.stripX(from, n.floor)
		rest := point{x + v.breadth/2, v.laneMiddle(from, n.floor, k)}
		trip := journey(extended(way, v.breadth/2+1, n.w/2), rest)
		going := v.motion(appears(n.start, .15).travels(n.start+.05, n.arrive, trip).fadesTo(0, n.start+n.arrive-.05, .25))
		v.strip(going, &strip{ref: ref, memory: k < v.lanes-1, key: "handed/" + ref, values: values, shown: v.shown, role: role,
			x: x, y: from.y + n.y + v.lane(k), across: v.breadth, along: unitHeight})
	}
}
