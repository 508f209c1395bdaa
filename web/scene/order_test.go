package scene

import (
	"testing"

	"unroll/core/trace"
	"unroll/web/scene/scenetest"
)

// TestOrderOfComputation holds the film of every model to the order in which things are computed: no cell
// computes before all that it reads has come out of what makes it, attention looks when what it asks with
// is there, and nothing is said before that.
func TestOrderOfComputation(t *testing.T) {
	models(func(m trace.Model) {
		v := newUnrolled(newStage("unrolled", scenetest.Run(scenetest.Reverse("abc").With(m)), Options{Width: 700}))
		after := func(what string, cause, effect float64) {
			t.Helper()
			if effect < cause-1e-9 {
				t.Fatalf("%+v: %s at %.2f, but what it needs is there at %.2f", m, what, effect, cause)
			}
		}
		for i, column := range v.encoded {
			for _, n := range column {
				after(n.name+" computes before its word is read", v.clock.words[i], n.cue.compute)
				cell(v, n, column, after)
			}
		}
		crossing := v.clock.bridge
		for _, column := range v.encoded {
			for _, n := range column {
				after("the state crosses", n.state, crossing)
			}
		}
		said := v.clock.handed // when the step before has said its word
		for i, column := range v.decoded {
			s, step := v.clock.steps[i], v.run.Decoder[i]
			after("step begins", said, s.start)
			for _, n := range column {
				cell(v, n, column, after)
			}
			lowest, highest := column[0], column[len(column)-1]
			after("the word is read", s.start+s.read-.1, lowest.cue.compute)
			for _, f := range v.feeds(i) {
				after(f.name+" is read", s.start+f.at+f.way.seconds(), lowest.cue.compute)
			}
			said = s.start + s.output
			after("the word is said", highest.state, said)
			if step.Attention == nil {
				continue
			}
			after("the context is there", s.start+s.look, s.start+s.context)
			if m.Attention == "bahdanau" {
				after("the context sets out", s.start+s.context, s.start+contextRead)
				after("the cell computes", s.start+s.context, lowest.cue.compute)
				continue
			}
			after("attention looks", highest.state, s.start+s.look)
			after("the word is said", s.start+s.context, said)
			if m.InputFeeding {
				after("the attentional state is there", s.start+s.context, s.start+s.attentional)
				after("the word is said", s.start+s.attentional, said)
			}
		}
	})
}

// cell checks one cell's time against those of the state that it takes and of the layer below.
func cell(v *unrolledView, n *node, column []*node, after func(string, float64, float64)) {
	if n.from != nil {
		after(n.name+" takes a state", n.from.state, n.start)
		after(n.name+" computes", n.start+n.arrive-.1, n.cue.compute)
	}
	for _, below := range column {
		if below.layer == n.layer-1 {
			after(n.name+" reads the layer below", below.state, n.cue.compute)
		}
	}
	after(n.name+" makes its state", n.cue.compute, n.state)
}
