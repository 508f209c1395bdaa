package scene

import "unroll/core/trace"

// look draws where a step's attention goes: a box under each source position, an arc from it where
// there is room, and the context that comes of it.
func (v *unrolledView) look(i int) {
	m, step := v.clock.steps[i], &v.run.Decoder[i]
	name := key("decoder", i)
	at, until := m.start+m.look, v.clock.end
	if i+1 < len(v.target) {
		until = v.clock.steps[i+1].start
	}
	looking := v.motion(appears(at, moveTime).fadesTo(0, until, .4))
	spanning := v.motion(appears(at, moveTime).fadesTo(0, until, .4).fadesTo(1, max(v.clock.end+.4, until+.4), .8))
	for j := range v.source {
		s := &v.source[j]
		w := step.Attention.Weights[j]
		ref := key(name+"/attention/weights", j)
		x, y, width := v.weightAt(s)
		hint := v.weightHint(i, j)
		v.add(words, looking,
			Shape{Key: ref, Ref: ref, Hint: hint, Role: Weight, Finish: Cell, X: x, Y: y, W: width, H: weightBox, R: 2, Value: share(w)},
			Shape{Key: ref + "/number", Ref: ref, Kind: Text, Role: Weight, Finish: Cell, Value: share(w), Mono: true,
				X: x + width/2, Y: y + weightBox/2 + type1*.36, R: type1, Label: v.num.short(w, 2)})
		if v.arcs() {
			start, outline := v.arc(s, &v.target[i])
			v.add(lines, spanning, Shape{Key: ref + "/arc", Ref: ref, Kind: Path, Role: Weight, Finish: Stroke, X: start.x, Y: start.y,
				W: .75 + 2.5*share(w), Opacity: .06 + .9*share(w), Outline: outline})
		}
	}
	v.context(i, step.Attention)
}

// context draws attention's context vector, lying between the cells and what they say, and over it the
// attentional state where the next step will read that.
func (v *unrolledView) context(i int, a *trace.Attention) {
	m, n := v.clock.steps[i], v.number(i)
	at := m.start + m.context
	order := ranked(len(a.Weights), func(j int) float32 { return a.Weights[j] })
	c := v.contextOf(i)
	c.hint = func(u int) string {
		return v.hint(unitHint(v.text.Hint.Context, u, i+1), v.contextEquation(a, order, n, u), a.Context[u])
	}
	v.lie(v.motion(appears(at, .4).comesFrom(0, -8, at, moveTime)), &c)
	if v.fed {
		at, h := m.start+m.attentional, v.attentionalOf(i)
		h.hint = func(u int) string {
			return v.hint(unitHint(v.text.Hint.Attentional, u, i+1), v.attentionalEquation(n), a.Attentional[u])
		}
		v.lie(v.motion(appears(at, .4).comesFrom(0, 8, at, moveTime)), &h)
	}
}

// contextOf is the context of a step at its place, attentionalOf the attentional state, which joins
// context and state.
func (v *unrolledView) contextOf(i int) lying {
	s := &v.target[i]
	return lying{ref: key("decoder", i) + "/attention/context", values: v.run.Decoder[i].Attention.Context, role: Context,
		x: s.middle(), y: s.y - v.contextTop(), along: v.lieAlong(s), sums: v.sums()}
}

func (v *unrolledView) attentionalOf(i int) lying {
	s := &v.target[i]
	return lying{ref: key("decoder", i) + "/attention/attentional", values: v.run.Decoder[i].Attention.Attentional, role: Decoder,
		x: s.middle(), y: s.y - v.attentionalTop(), along: v.lieAlong(s)}
}
