package scene

import ()

// encode draws the encoder's step i.
func (v *unrolledView) encode(i int) {
	cells, s := v.encoded[i], &v.source[i]
	for _, n := range cells {
		v.take(n)
		v.box(n, 2)
	}
	name, token, at := key("encoder", i), v.run.Encoder[i].Token, v.clock.words[i]
	waiting := from(.4).fadesTo(1, at, moveTime).comesFrom(0, 5, at, moveTime)
	v.word(v.motion(waiting), name+"/word", Encoder, token, s, v.wordLevel(s), v.sourceHint(i))
	v.stepNumber(name, s, i+1, at)
	for _, n := range cells {
		v.read(n, n.start+.2)
		v.emerge(n)
	}
	for k := range v.layers {
		if v.outs || k < v.layers-1 { // else nothing reads it
			v.join(Encoder, k, s, cells)
		}
	}
	if v.outs {
		v.out(i)
	}
}

// emerge shows a node's new state as it comes out of its cell.
func (v *unrolledView) emerge(n *node) {
	away := -n.w * .6
	if n.back {
		away = -away
	}
	out := appears(n.state, .3).comesFrom(away, 0, n.state, moveTime)
	seen := v.attending && !v.outs && n.layer == v.layers-1
	if n.part == Encoder && !seen {
		out = out.fadesTo(.45, v.used(n), moveTime)
	}
	v.states(v.motion(out), n)
	v.label(&labels{ref: n.name, role: n.role(), x: v.stripX(n.slot, n.floor), y: n.slot.y + n.y, at: n.state + .2,
		called: func(letter string) string { return n.self(v.stage, letter) },
		back:   n.back, long: v.both && n.part == Encoder, counts: n.index == 0 && (v.wide || n.x == 0 || n.part == Encoder), aside: n.x > 0})
}

// used is when an encoder's state has been taken over by all that comes after it.
func (v *unrolledView) used(n *node) float64 {
	at, next := n.state+moveTime, n.step
	if n.back {
		next = n.step - 2
	}
	if next >= 0 && next < len(v.encoded) {
		to := v.encoded[next][n.index]
		at = to.start + to.arrive
	} else {
		at = v.clock.bridge + 1
	}
	for _, above := range v.encoded[n.step-1] {
		if above.layer > n.layer {
			at = max(at, above.compute)
			break
		}
	}
	return at
}

// stepNumber counts the time step under its word, which is read at that time.
func (v *unrolledView) stepNumber(name string, s *slot, n int, at float64) {
	y := s.foot() + v.wordTop(s.tower) + v.pill() + 14
	v.on(words, v.motion(appears(at+moveTime, .3))).text(name+"/step", Muted, s.middle(), y, type1, itoa(n))
}

// out draws what attention will see of the encoder's step i, over its cells.
func (v *unrolledView) out(i int) {
	s, r := &v.source[i], &v.run.Encoder[i]
	at := v.said(v.encoded[i], v.layers-1) + .3
	v.arrow(key("encoder", i)+"/say", Muted, at, []point{{s.middle(), s.y + s.tower.top().exit}, {s.middle(), s.y - v.outTop() + v.lyingHeight() + 2}})
	v.lie(v.motion(appears(at, .4).comesFrom(0, 8, at, moveTime)), &lying{ref: key("encoder", i) + "/out", values: r.Out, role: Hidden,
		x: s.middle(), y: s.y - v.outTop(), along: v.lieAlong(s), sums: v.sums(),
		hint: func(u int) string {
			return v.hint(unitHint(v.text.Hint.Out, u, i+1), v.outEquation(i, u), r.Out[u])
		}})
}
