// Package scenetest makes up runs for the tests of scenes and painters: small, always the same, and
// consistent in themselves. States follow from their gates by the cell's own equations, weights
// and probabilities are the softmax of their scores, and the bridge is the encoder's last state.
package scenetest

import (
	"math/rand/v2"
	"strings"

	"unroll/core/trace"
)

// Spec says what run to make up.
type Spec struct {
	Source, Target []string // tokens, without marks; the target is what the decoder will say
	Cell           string   // "gru" (the zero value's meaning) or "lstm"
	NoAttention    bool
	Hidden         int  // 0 means 6
	Trained        int  // 0 makes a model that knows nothing: weights and probabilities nearly even
	Cut            bool // the run stops before it says ⟨end⟩
}

// Reverse is the run of a model that says a word backwards.
func Reverse(word string) Spec {
	source := strings.Split(word, "")
	target := make([]string, len(source))
	for i, c := range source {
		target[len(source)-1-i] = c
	}
	return Spec{Source: source, Target: target, Trained: 4200}
}

// Words is the example of the reading, in which the adjective goes behind the noun.
func Words() Spec {
	return Spec{Source: strings.Fields("je suis étudiant"), Target: strings.Fields("I am a student"), Trained: 12345}
}

// maker holds what the parts of one run share.
type maker struct {
	spec   Spec
	random *rand.Rand
	hidden int
}

// Run makes the run up.
func Run(s Spec) *trace.Run {
	m := &maker{spec: s, random: rand.New(rand.NewPCG(1, uint64(len(s.Source)))), hidden: s.Hidden}
	if m.hidden == 0 {
		m.hidden = 6
	}
	if s.Cell == "" {
		m.spec.Cell = "gru"
	}
	r := &trace.Run{Cell: m.spec.Cell, Attention: "general", Trained: s.Trained, Input: joined(s.Source)}
	if s.NoAttention {
		r.Attention = "none"
	}
	r.Targets = []string{"⟨pad⟩", "⟨start⟩", "⟨end⟩"}
	ids := make([]int, len(s.Target))
	for i, t := range s.Target {
		ids[i] = id(&r.Targets, t)
	}
	state := trace.State{H: make([]float32, m.hidden)}
	if m.spec.Cell == "lstm" {
		state.C = make([]float32, m.hidden)
	}
	for i, t := range s.Source {
		c := m.cell(trace.Token{ID: 3 + i, Text: t}, state)
		r.Encoder = append(r.Encoder, c)
		state = c.State
	}
	r.Bridge = trace.State{H: append([]float32(nil), state.H...), C: append([]float32(nil), state.C...)}
	said := trace.Token{ID: 1, Text: r.Targets[1]}
	if !s.Cut {
		ids = append(ids, 2)
	}
	for t, next := range ids {
		step := m.step(r, t, said, state, next)
		r.Decoder = append(r.Decoder, step)
		said, state = step.Output, step.State
	}
	return r
}

func joined(tokens []string) string {
	for _, t := range tokens {
		if len(t) > 1 {
			return strings.Join(tokens, " ")
		}
	}
	return strings.Join(tokens, "")
}

func id(vocabulary *[]string, text string) int {
	for i, t := range *vocabulary {
		if t == text {
			return i
		}
	}
	*vocabulary = append(*vocabulary, text)
	return len(*vocabulary) - 1
}
