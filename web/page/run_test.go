package page

import (
	"strings"

	"github.com/vugu/html"

	"unroll/core/corpus"
	"unroll/core/trace"
	"unroll/core/train"
	"unroll/web/wire"
)

type htmlNode = html.Node

func contains(s, part string) bool { return strings.Contains(s, part) }

func withRole(role string) func(*html.Node) bool {
	return func(n *html.Node) bool { return get(n, "role") == role }
}

// someRun is a run of a model that repeats its input, with numbers that stay the same.
func someRun(input string) *trace.Run {
	const size = 64
	seed := 0.37
	vector := func(n int) []float32 {
		v := make([]float32, n)
		for i := range v {
			seed = 3.9 * seed * (1 - seed)
			v[i] = float32(2*seed - 1)
		}
		return v
	}
	share := func(n, at int) []float32 {
		v := make([]float32, n)
		for i := range v {
			v[i] = 0.2 / float32(n)
		}
		v[at] += 0.8
		return v
	}
	cells := func() []trace.Cell {
		return []trace.Cell{{State: trace.State{H: vector(size)},
			Gates: []trace.Gate{{Name: "r", Values: vector(size)}, {Name: "z", Values: vector(size)}, {Name: "n", Values: vector(size)}}}}
	}
	run := &trace.Run{Trained: 10, Input: input, Decoding: "greedy",
		Model:   trace.Model{Cell: "gru", Layers: 1, Encoder: "forward", Bridge: "pass", Feed: "start", Attention: "general"},
		Targets: []string{"⟨pad⟩", "⟨start⟩", "⟨end⟩"}}
	letters := strings.Split(input, "")
	var tokens []trace.Token
	for _, l := range letters {
		t := trace.Token{ID: len(run.Targets), Text: l}
		for id, known := range run.Targets {
			if known == l {
				t.ID = id
			}
		}
		if t.ID == len(run.Targets) {
			run.Targets = append(run.Targets, l)
		}
		tokens = append(tokens, t)
		c := cells()
		run.Encoder = append(run.Encoder, trace.Reading{Token: t, Embedding: vector(size), Layers: c, Out: c[0].H})
	}
	run.Bridge = []trace.State{run.Encoder[len(run.Encoder)-1].Top().State}
	last := trace.Token{ID: corpus.Start, Text: "⟨start⟩"}
	for i := 0; i <= len(tokens); i++ {
		out := trace.Token{ID: corpus.End, Text: "⟨end⟩"}
		if i < len(tokens) {
			out = tokens[i]
		}
		run.Decoder = append(run.Decoder, trace.Step{Token: last, Embedding: vector(size), Layers: cells(), Output: out,
			Logits: vector(len(run.Targets)), Probabilities: share(len(run.Targets), out.ID),
			Attention: &trace.Attention{Scores: vector(len(tokens)), Weights: share(len(tokens), i%len(tokens)),
				Context: vector(size), Attentional: vector(size)}})
		last = out
	}
	return run
}

func traceOf(b *bench) wire.Trace {
	return traceOfRun(someRun(or(b.root.Values.Input, b.root.Entry.example())))
}

// traceOfRun is what the trainer says of a run that it decoded greedily.
func traceOfRun(run *trace.Run) wire.Trace {
	return wire.Trace{Decoded: &train.Decoded{Run: run, Hypotheses: []train.Said{{Text: strings.Join(run.Output(corpus.End), ""), Finished: true}}}}
}

// onControl is what the browser says of a key that is pressed on a control.
func onControl(tag, kind, key string) map[string]interface{} {
	return map[string]interface{}{"key": key, "target": map[string]interface{}{"tagName": tag, "type": kind}}
}

// pointAt is what the browser says of a pointer over a shape.
func pointAt(key string) map[string]interface{} {
	return map[string]interface{}{"target": map[string]interface{}{"dataset": map[string]interface{}{"key": key}}}
}
