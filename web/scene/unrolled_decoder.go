package scene

import (
	"unroll/web/say"
)

// decode draws the decoder's step i.
func (v *unrolledView) decode(i int) {
	cells, s, m := v.decoded[i], &v.target[i], v.clock.steps[i]
	for _, n := range cells {
		if n.from == nil {
			v.handBridge(n)
		} else {
			v.take(n)
		}
		v.box(n, 9)
	}
	v.hear(i)
	name := key("decoder", i)
	v.stepNumber(name, s, v.number(i), m.start)
	for _, n := range cells {
		at := n.start + .1
		if n.layer == 0 {
			at = m.start + m.read - .2
		}
		v.read(n, at)
		v.emerge(n)
	}
	for k := range v.layers {
		v.join(Decoder, k, s, cells)
	}
	v.feed(i)
	if v.attending {
		v.look(i)
	}
	v.speak(i)
}

// hear draws the word that a step reads: ⟨start⟩ at first, then what the step before said, which
// comes down to be read.
func (v *unrolledView) hear(i int) {
	m, s, step := v.clock.steps[i], &v.target[i], &v.run.Decoder[i]
	name := key("decoder", i)
	rest := point{s.middle(), v.wordLevel(s)}
	coming := appears(m.start, .3)
	if i == 0 {
		coming = coming.comesFrom(0, 5, m.start, moveTime)
	} else {
		said := v.run.Decoder[i-1].Output
		way := v.backWay(&v.target[i-1], s)
		v.arrow(name+"/back", Decoder, m.start, v.between(way, v.wordWidth(said, &v.target[i-1]), v.wordWidth(step.Token, s))).Dashed = true
		coming = coming.travels(m.start, m.read, journey(way, rest))
	}
	v.word(v.motion(coming), name+"/word", Decoder, step.Token, s, rest.y,
		say.Fill(v.text.Hint.Input, "token", isolated(step.Token.Text), "step", itoa(i+1)))
}

// speak draws the word that a step says and how probable the model found it.
func (v *unrolledView) speak(i int) {
	m, s, step := v.clock.steps[i], &v.target[i], &v.run.Decoder[i]
	name := key("decoder", i)
	at := m.start + m.output
	from := s.y + s.tower.top().exit
	for _, stop := range v.stops(i) {
		v.arrow(name+stop.name+"/in", Muted, stop.at, []point{{s.middle(), from}, {s.middle(), s.y - stop.foot + 2}})
		from = s.y - stop.head - 2
	}
	v.arrow(name+"/say", Muted, at, []point{{s.middle(), from}, {s.middle(), s.y - v.outputTop() + v.pill() + 2}})
	rising := v.motion(appears(at, .4).comesFrom(0, 10, at, moveTime))
	v.word(rising, name+"/output", Decoder, step.Output, s, v.outputLevel(s), v.outputHint(i))
	id := step.Output.ID
	p := v.on(words, v.motion(appears(at+.2, .3))).text(name+"/p", Output, s.middle(), s.y-v.outputTop()-4, type1, v.num.short(step.Probabilities[id], 2))
	p.Mono, p.Ref, p.Hint = true, key(name+"/probabilities", id), v.probabilityHint(i)
}

// stop is a lying vector on the way up from the cells to what is said: its name, when the way reaches it,
// and how far over the cells its edges are.
type stop struct {
	name           string
	at, foot, head float64
}

func (v *unrolledView) stops(i int) []stop {
	m := v.clock.steps[i]
	if !v.attending {
		return nil
	}
	at := m.start + m.context
	if v.before {
		at = m.start + m.output - .2
	}
	stops := []stop{{"/context", at, v.contextTop() - v.lyingHeight(), v.contextTop()}}
	if v.fed {
		stops = append(stops, stop{"/attentional", m.start + m.attentional, v.attentionalTop() - lieHeight, v.attentionalTop()})
	}
	return stops
}
