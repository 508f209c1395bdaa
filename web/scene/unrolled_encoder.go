package scene

import (
	"strconv"

	"unroll/core/trace"
	"unroll/web/say"
)

// frames draws the outline of the whole model, its title, and the two frames with theirs.
func (v *unrolledView) frames() {
	still := v.motion(always())
	o, e, d := v.outer, v.encoder, v.decoder
	v.add(backdrop, still,
		Shape{Key: "model", Role: Frame, Finish: Stroke, X: o.x, Y: o.y, W: o.w, H: o.h, R: 14},
		Shape{Key: "encoder", Role: Encoder, Finish: Tint, X: e.x, Y: e.y, W: e.w, H: e.h, R: 3},
		Shape{Key: "decoder", Role: Decoder, Finish: Tint, X: d.x, Y: d.y, W: d.w, H: d.h, R: 14},
	)
	template := v.say.NoAttention
	if v.attention {
		template = v.say.Attention
	}
	room := o.w - 2*v.margin
	title := fit(say.Fill(v.say.Title, "cell", v.cell()), room, 16, true)
	under := fit(say.Fill(template, "trained", v.trained()), room, 12, false)
	v.add(words, still,
		Shape{Key: "title", Kind: Text, Role: Frame, Bold: true, X: e.x, Y: 24, R: 16, Anchor: -1, Label: title},
		Shape{Key: "subtitle", Kind: Text, Role: Muted, X: e.x, Y: 40, R: 12, Anchor: -1, Label: under},
		v.frameTitle("encoder/title", Encoder, v.text.Encoder, e),
		v.frameTitle("decoder/title", Decoder, v.text.Decoder, d),
	)
}

func (v *unrolledView) frameTitle(key string, role Role, name string, f frame) Shape {
	x := f.x + v.inset - 2
	if !v.inline {
		x = v.titleX()
	}
	return Shape{Key: key, Kind: Text, Role: role, Bold: true, X: x, Y: f.y + 17, R: 12.5, Anchor: -1,
		Label: fit(name, f.x+f.w-x-4, 12.5, true)}
}

// encode draws the encoder's step i.
func (v *unrolledView) encode(i int) {
	m, s, c := v.clock.encoder[i], v.source[i], &v.run.Encoder[i]
	name := key("encoder", i)
	if i > 0 {
		v.hand(key("encoder", i-1), v.run.Encoder[i-1].State, i, v.source[i-1], s, Hidden, m)
	}
	v.box(name, Encoder, s, m, 2)

	waiting := motion{opacity: .4}.fadesTo(1, m.start, moveTime).comesFrom(0, 5, m.start, moveTime)
	v.word(v.motion(waiting), name+"/word", Encoder, c.Token, v.middle(s), v.wordLevel(s),
		say.Fill(v.text.Hint.Source, "token", c.Token.Text, "step", strconv.Itoa(i+1)))
	v.upArrow(name+"/read", s, m.start+.2)
	v.stepNumber(name, s, i+1, m)

	var before *trace.State
	if i > 0 {
		before = &v.run.Encoder[i-1].State
	}
	out := appears(m.start+m.state, .3).comesFrom(-v.boxWidth*.6, 0, m.start+m.state, moveTime)
	if !v.attention {
		out = out.fadesTo(.45, v.used(i), moveTime)
	}
	v.stateStrips(v.motion(out), name, Hidden, c, before, i+1, v.stripX(s), s.y, i+1,
		v.text.Hint.Encoder, v.text.Hint.EncoderCell)
	v.stateLabels(name, Hidden, i+1, v.stripX(s), s.y, m.start+m.state+.2)
}

// used is when the encoder's state i has been taken over by what comes after it.
func (v *unrolledView) used(i int) float64 {
	if i+1 < len(v.source) {
		next := v.clock.encoder[i+1]
		return next.start + next.arrive
	}
	return v.clock.bridge + 1
}

// box draws a copy of the RNN cell, which pulses while it computes. Its place is hinted at from the
// beginning, so that the whole of the way can be seen before it is gone.
func (v *unrolledView) box(name string, role Role, s slot, m moments, radius float64) {
	h := v.boxHeight()
	copied := v.motion(motion{opacity: .1}.fadesTo(1, m.start, .4).pulsesAt(m.start+m.compute, moveTime))
	v.add(boxes, copied, Shape{Key: name, Role: role, X: s.x, Y: s.y - 1, W: v.boxWidth, H: h + 1, R: radius})
	if size := pick(v.wide, 13, type1); textWidth(v.cell(), size, true, false) <= v.boxWidth-2 {
		named := v.motion(appears(m.start, .4).pulsesAt(m.start+m.compute, moveTime))
		v.add(boxes, named, Shape{Key: name + "/cell", Kind: Text, Role: role, Finish: Outline, Bold: true,
			X: v.middle(s), Y: s.y + h/2 + size*.35, R: size, Label: v.cell()})
	}
}

// stepNumber counts the time step under its word.
func (v *unrolledView) stepNumber(name string, s slot, n int, m moments) {
	y := v.foot(s) + v.wordTop() + v.pill() + 14
	v.add(words, v.motion(appears(m.start+moveTime, .3)), Shape{Key: name + "/step", Kind: Text, Role: Muted,
		X: v.middle(s), Y: y, R: type1, Label: strconv.Itoa(n)})
}

// upArrow is the grey arrow from a word up to its cell.
func (v *unrolledView) upArrow(key string, s slot, at float64) {
	from, to := point{v.middle(s), v.foot(s) + v.wordTop() - 2}, point{v.middle(s), v.foot(s) + 3}
	v.arrow(key, Muted, []point{from, to}, at, false)
}

func (v *unrolledView) arrow(key string, role Role, way []point, at float64, dashed bool) {
	v.add(lines, v.motion(appears(at, .4)), Shape{Key: key, Kind: Path, Role: role, Finish: Stroke, W: 1.25, Dashed: dashed,
		X: way[0].x, Y: way[0].y, Outline: newRoute(way...).outline(5, 4)})
}
