package scene

import (
	"unroll/web/say"
)

const barBreadth = 7.0

// cross draws what becomes of the encoder's last states on their way to the decoder, and what it starts
// from at rest between the two.
func (v *unrolledView) cross() {
	s := &v.target[0]
	for layer := range v.layers {
		name, f := key("bridge", layer), s.floor(layer, false)
		for k := range v.lanes {
			v.crossLane(name, layer, k)
		}
		if v.bridge == "dense" {
			v.bar(name, layer)
		}
		v.label(&labels{ref: name, role: Hidden, x: v.handed.x - v.breadth/2, y: s.y + f.y, at: v.clock.handed,
			called: func(letter string) string { return v.start(letter, layer) },
			counts: layer == 0 && !v.summary}) // which stands there
	}
	v.crossName()
	if v.summary {
		v.sumUp()
	}
}

// crossLane draws one vector of a layer's state.
func (v *unrolledView) crossLane(name string, layer, k int) {
	st := &v.run.Bridge[layer]
	ref, values, sentence, letter := name+"/h", st.H, v.text.Hint.Handed, "h"
	if k < v.lanes-1 {
		ref, values, sentence, letter = name+"/c", st.C, v.text.Hint.HandedCell, "C"
	}
	s, f := &v.target[0], v.target[0].floor(layer, false)
	home := point{v.handed.x, v.laneMiddle(s, f, k)}
	var coming *motion
	switch v.bridge {
	case "pass":
		way := v.bridgeWay(layer, k)
		v.arrow(ref+"/way", Muted, v.clock.bridge, way)
		trip := journey(extended(way, v.breadth/2+1, v.breadth/2+1), home)
		coming = appears(v.clock.bridge, .2).travels(v.clock.bridge+.1, trip.seconds(), trip)
	case "dense":
		v.enterBar(ref, layer, k)
		coming = appears(v.clock.handed-.2, .3).comesFrom(-barRoom, 0, v.clock.handed-.2, moveTime)
	default:
		coming = appears(v.clock.bridge+.1, moveTime)
	}
	v.strip(v.motion(coming), &strip{ref: ref, memory: k < v.lanes-1, values: values, shown: v.shown, role: Hidden,
		x: v.handed.x - v.breadth/2, y: s.y + f.y + v.lane(k), across: v.breadth, along: unitHeight,
		hint: func(i int) string {
			sentence := say.Fill(sentence, "unit", itoa(i+1))
			if v.layers > 1 {
				sentence += say.Fill(v.text.Hint.Layer, "layer", itoa(layer+1))
			}
			return v.hint(sentence, v.startEquation(letter, layer), values[i])
		}})
}

// enterBar draws the last states of a layer on their way into the bar of a dense bridge.
func (v *unrolledView) enterBar(ref string, layer, k int) {
	goal := point{v.arrival(), v.laneMiddle(&v.target[0], v.target[0].floor(layer, false), k)}
	last := v.encoded[len(v.source)-1]
	v.crossing(ref+"/way", last[v.reader.floor(layer, false).index], k, v.acrossFrom(layer, k, goal))
	if v.both {
		v.crossing(ref+"/way/back", v.encoded[0][v.reader.floor(layer, true).index], k, v.acrossFromFirst(layer, k, goal))
	}
}

// crossing moves a copy of a vector that a node handed on along a way that ends where it is taken in.
func (v *unrolledView) crossing(name string, n *node, k int, way []point) {
	v.arrow(name, Muted, v.clock.bridge, way)
	ref, values := n.name+"/h", n.cell.H
	if k < v.lanes-1 {
		ref, values = n.name+"/c", n.cell.C
	}
	x := v.stripX(n.slot, n.floor)
	rest := point{x + v.breadth/2, v.laneMiddle(n.slot, n.floor, k)}
	trip := journey(extended(way, v.breadth/2+1, 0), rest)
	until := v.clock.bridge + .1 + trip.seconds()
	going := v.motion(appears(v.clock.bridge, .2).travels(v.clock.bridge+.1, trip.seconds(), trip).fadesTo(0, until-.1, .25))
	v.strip(going, &strip{ref: ref, key: "crossing/" + name, memory: k < v.lanes-1, values: values, shown: v.shown, role: Hidden,
		x: x, y: n.slot.y + n.y + v.lane(k), across: v.breadth, along: unitHeight})
}

// bar draws the layer of a dense bridge, which the state passes through.
func (v *unrolledView) bar(name string, layer int) {
	s, f := &v.target[0], v.target[0].floor(layer, false)
	x := v.arrival() + 1
	there := v.motion(from(.15).fadesTo(1, v.clock.bridge, .4).pulsesAt(v.clock.handed-.5, moveTime))
	sh := v.on(boxes, there).rect(name+"/bar", FeedForward, Solid, x, s.y+f.y-1, barBreadth, v.boxHeight()+1, barBreadth/2)
	sh.Hint = say.Fill(v.text.Hint.Dense, "equation", v.denseEquation(layer))
	for k := range v.lanes {
		y := v.laneMiddle(s, f, k)
		v.arrow(name+"/out/"+itoa(k), Muted, v.clock.handed-.3, []point{{x + barBreadth + 1, y}, {v.handed.x - v.breadth/2 - 1, y}})
	}
}

// crossName writes what stands between encoder and decoder.
func (v *unrolledView) crossName() {
	label := v.text.Handed
	if v.bridge == "zero" {
		label = v.text.Zeros
	}
	x, y, anchor := v.handed.x, v.target[0].foot()+32, int8(0)
	switch {
	case !v.inline:
		if v.summary {
			label = list([]string{label, v.text.Summary}, v.text.And)
		}
		x, y, anchor = v.titleX(), v.bridgeLevel()-5, -1
	case v.summary: // the summary stands below
		y = v.handed.y - 20
	}
	sh := v.on(words, v.motion(appears(v.clock.bridge+.6, .3))).text("bridge/name", Hidden, x, y, 12, label)
	sh.Bold, sh.Anchor = true, anchor
}

// sumUp draws the summary that every step of the decoder will read.
func (v *unrolledView) sumUp() {
	top, l := v.layers-1, v.summaryOf()
	home := v.summaryPlace()
	last := v.encoded[len(v.source)-1]
	k := v.lanes - 1
	goal := point{home.x - v.summaryLength()/2 - 2, home.y}
	v.crossing("summary/way", last[v.reader.floor(top, false).index], k, v.acrossFrom(top, k, goal))
	if v.both {
		v.crossing("summary/way/back", v.encoded[0][v.reader.floor(top, true).index], k, v.acrossFromFirst(top, k, goal))
	}
	equation := "s = " + v.ends("h", top)
	at := v.clock.handed
	l.hint = func(i int) string {
		return v.hint(say.Fill(v.text.Hint.Summary, "unit", itoa(i+1)), equation, v.run.Summary[i])
	}
	v.lie(v.motion(appears(at, .4)), &l)
	if v.inline {
		v.on(words, v.motion(appears(at, .3))).text("summary/name", Hidden, home.x, home.y+v.lyingHeight()/2+14, 12, v.text.Summary).Bold = true
	}
}

// handBridge shows what the decoder starts from on its way into its first cells.
func (v *unrolledView) handBridge(n *node) {
	before := slot{tower: n.slot.tower, x: v.handed.x - v.breadth/2 - v.stripGap() - v.boxWidth, y: n.slot.y, row: n.slot.row, top: n.slot.top}
	v.hand(key("bridge", n.layer), n.before, &before, n, Hidden)
}
