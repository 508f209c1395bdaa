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
	looking := v.on(words, v.motion(appears(at, moveTime).fadesTo(0, until, .4)))
	spanning := v.on(lines, v.motion(appears(at, moveTime).fadesTo(0, until, .4).fadesTo(1, max(v.clock.end+.4, until+.4), .8)))
	for j := range v.source {
		s := &v.source[j]
		w := step.Attention.Weights[j]
		ref := key(name+"/attention/weights", j)
		x, y, width := v.weightAt(s)
		box := looking.rect(ref, Weight, Cell, x, y, width, weightBox, 2)
		box.Ref, box.Value, box.Hint = ref, share(w), v.weightHint(i, j)
		looking.weightNumber(ref, w, x+width/2, y+weightBox/2)
		if v.arcs() {
			start, outline := v.arc(s, &v.target[i])
			arc := spanning.path(ref+"/arc", Weight, .75+2.5*share(w), start, outline)
			arc.Ref, arc.Opacity = ref, .06+.9*share(w)
		}
	}
	v.context(i, step.Attention)
}

// weightNumber writes a weight in its cell, whose middle is given.
func (b brush) weightNumber(ref string, w float32, x, y float64) {
	sh := b.text(ref+"/number", Weight, x, y+type1*.36, type1, b.num.short(w, 2))
	sh.Finish, sh.Value, sh.Mono, sh.Ref = Cell, share(w), true, ref
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
