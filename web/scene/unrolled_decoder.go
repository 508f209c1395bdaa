package scene

import (
	"math"
	"strconv"

	"unroll/core/trace"
	"unroll/web/say"
)

// cross draws the encoder's last state on its way to the decoder, and at rest between the two.
func (v *unrolledView) cross() {
	n := len(v.source)
	for k := range v.lanes {
		ref, values, sentence, letter := "bridge/h", v.run.Bridge.H, v.text.Hint.Handed, "h"
		if k < v.lanes-1 {
			ref, values, sentence, letter = "bridge/c", v.run.Bridge.C, v.text.Hint.HandedCell, "C"
		}
		way := v.bridgeWay(k)
		v.arrow(ref+"/way", Muted, way, v.clock.bridge, false)
		home := point{v.bridge.x, v.laneMiddle(v.target[0], k)}
		trip := journey(extended(way, v.breadth/2+1, v.breadth/2+1), home)
		going := v.motion(appears(v.clock.bridge, .2).travels(v.clock.bridge+.1, trip.seconds(), trip))
		v.strip(going, &strip{ref: ref, memory: k < v.lanes-1, values: values, shown: v.shown, role: Hidden,
			x: v.bridge.x - v.breadth/2, y: v.target[0].y + v.lane(k), across: v.breadth, along: unitHeight,
			hint: func(i int) string {
				return v.hint(unitHint(sentence, i, n), indexed(letter, n), values[i])
			}})
	}
	at := v.clock.bridge + .6
	v.stateLabels("bridge", Hidden, n, v.bridge.x-v.breadth/2, v.target[0].y, at)

	x, y, anchor := v.bridge.x, v.bridge.y+v.boxHeight()+32, int8(0)
	if !v.inline {
		x, y, anchor = v.titleX(), v.bridgeLevel()-5, -1
	}
	v.add(words, v.motion(appears(at, .3)), Shape{Key: "bridge/name", Kind: Text, Role: Hidden, Bold: true, X: x, Y: y, R: 12, Anchor: anchor,
		Label: v.text.Handed})
}

// decode draws the decoder's step i.
func (v *unrolledView) decode(i int) {
	m, s, step := v.clock.decoder[i], v.target[i], &v.run.Decoder[i]
	name := key("decoder", i)
	before := &v.run.Bridge
	if i > 0 {
		before = &v.run.Decoder[i-1].State
		v.hand(key("decoder", i-1), *before, v.number(i)-1, v.target[i-1], s, Decoder, m)
	} else {
		v.handBridge(s, m)
	}
	v.box(name, Decoder, s, m, 9)
	v.read(i)
	v.stepNumber(name, s, v.number(i), m)

	out := v.motion(appears(m.start+m.state, .3).comesFrom(-v.boxWidth*.6, 0, m.start+m.state, moveTime))
	v.stateStrips(out, name, Decoder, &step.Cell, before, v.number(i), v.stripX(s), s.y, i+1,
		v.text.Hint.Decoder, v.text.Hint.DecoderCell)
	v.stateLabels(name, Decoder, v.number(i), v.stripX(s), s.y, m.start+m.state+.2)
	if v.attention {
		v.look(i)
	}
	v.speak(i)
}

// handBridge shows the handed context on its way into the decoder's first cell.
func (v *unrolledView) handBridge(to slot, m moments) {
	before := slot{x: v.bridge.x - v.breadth/2 - v.stripGap() - v.boxWidth, y: to.y, row: to.row, top: to.top}
	v.hand("bridge", v.run.Bridge, len(v.source), before, to, Hidden, m)
}

// read draws the word that a step reads: ⟨start⟩ at first, then what the step before said, which
// comes down to be read.
func (v *unrolledView) read(i int) {
	m, s, step := v.clock.decoder[i], v.target[i], &v.run.Decoder[i]
	name := key("decoder", i)
	rest := point{v.middle(s), v.wordLevel(s)}
	coming := appears(m.start, .3)
	if i == 0 {
		coming = coming.comesFrom(0, 5, m.start, moveTime)
	} else {
		said := v.run.Decoder[i-1].Output
		from := v.target[i-1]
		way := v.backWay(from, s)
		v.arrow(name+"/back", Decoder, v.between(way, v.wordWidth(said), v.wordWidth(step.Token)), m.start, true)
		coming = coming.travels(m.start, m.read, journey(way, rest))
	}
	v.word(v.motion(coming), name+"/word", Decoder, step.Token, rest.x, rest.y,
		say.Fill(v.text.Hint.Input, "token", step.Token.Text, "step", strconv.Itoa(i+1)))
	v.upArrow(name+"/read", s, m.start+m.read-.2)
}

// speak draws the word that a step says and how probable the model found it.
func (v *unrolledView) speak(i int) {
	m, s, step := v.clock.decoder[i], v.target[i], &v.run.Decoder[i]
	name := key("decoder", i)
	at := m.start + m.output
	foot := s.y - 3
	if v.attention {
		v.arrow(name+"/context/in", Muted, []point{{v.middle(s), foot}, {v.middle(s), s.y - v.contextTop() + 13}}, m.start+m.context, false)
		foot = s.y - v.contextTop() - 2
	}
	v.arrow(name+"/say", Muted, []point{{v.middle(s), foot}, {v.middle(s), s.y - v.outputTop() + v.pill() + 2}}, at, false)
	rising := v.motion(appears(at, .4).comesFrom(0, 10, at, moveTime))
	v.word(rising, name+"/output", Decoder, step.Output, v.middle(s), v.outputLevel(s),
		say.Fill(v.text.Hint.Output, "token", step.Output.Text, "step", strconv.Itoa(i+1)))
	id := step.Output.ID
	v.add(words, v.motion(appears(at+.2, .3)), Shape{Key: name + "/p", Ref: key(name+"/probabilities", id), Hint: v.probabilityHint(i),
		Kind: Text, Role: Output, Mono: true, X: v.middle(s), Y: s.y - v.outputTop() - 4, R: type1,
		Label: v.num.short(step.Probabilities[id], 2)})
}

// look draws where a step's attention goes: a box under each source position, an arc from it where
// there is room, and the context that comes of it.
func (v *unrolledView) look(i int) {
	m, step := v.clock.decoder[i], &v.run.Decoder[i]
	name := key("decoder", i)
	at, until := m.start+m.look, v.clock.end
	if i+1 < len(v.target) {
		until = v.clock.decoder[i+1].start
	}
	looking := v.motion(appears(at, moveTime).fadesTo(0, until, .4))
	spanning := v.motion(appears(at, moveTime).fadesTo(0, until, .4).fadesTo(1, max(v.clock.end+.4, until+.4), .8))
	for j, s := range v.source {
		w := step.Attention.Weights[j]
		ref := key(name+"/attention/weights", j)
		x, y, width := v.weightAt(s)
		hint := v.weightHint(i, j)
		v.add(words, looking,
			Shape{Key: ref, Ref: ref, Hint: hint, Role: Weight, Finish: Cell, X: x, Y: y, W: width, H: weightBox, R: 2, Value: share(w)},
			Shape{Key: ref + "/number", Ref: ref, Kind: Text, Role: Weight, Finish: Cell, Value: share(w), Mono: true,
				X: x + width/2, Y: y + weightBox/2 + type1*.36, R: type1, Label: v.num.short(w, 2)})
		if v.arcs() {
			start, outline := v.arc(s, v.target[i])
			v.add(lines, spanning, Shape{Key: ref + "/arc", Ref: ref, Kind: Path, Role: Weight, Finish: Stroke, X: start.x, Y: start.y,
				W: .75 + 2.5*share(w), Opacity: .06 + .9*share(w), Outline: outline})
		}
	}
	v.context(i, step.Attention)
}

// context draws attention's context vector, lying between the cell and what it says.
func (v *unrolledView) context(i int, a *trace.Attention) {
	m, s := v.clock.decoder[i], v.target[i]
	at := m.start + m.context
	order := byWeight(a.Weights)
	along := min(math.Floor((v.boxWidth+pick(v.wide, 4, 7))/float64(v.shown)), 12)
	c := strip{ref: key("decoder", i) + "/attention/context", values: a.Context, shown: v.shown, role: Context, lying: true,
		y: s.y - v.contextTop(), across: 11, along: along,
		hint: func(u int) string {
			return v.hint(unitHint(v.text.Hint.Context, u, i+1), v.contextEquation(a, order, v.number(i), u), a.Context[u])
		}}
	c.x = v.middle(s) - c.length()/2
	v.strip(v.motion(appears(at, .4).comesFrom(0, -8, at, moveTime)), &c)
}
