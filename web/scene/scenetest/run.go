// Package scenetest makes up runs for the tests of scenes and painters: small, always the same, and
// consistent in themselves. States follow from their gates by the cell's own equations, weights
// and probabilities are the softmax of their scores, and what the encoder says, the bridge and the
// summary are what the architecture makes of the states.
package scenetest

import (
	"math/rand/v2"
	"slices"
	"strings"

	"unroll/core/trace"
)

// Spec says what run to make up.
type Spec struct {
	Source, Target []string    // tokens, without marks; the target is what the decoder will say
	Model          trace.Model // what is empty is a GRU of one layer that reads forward, with general attention
	Decoding       string      // empty is "greedy"
	Hidden         int         // 0 means 6
	Trained        int         // 0 makes a model that knows nothing: weights and probabilities nearly even
	Cut            bool        // the run stops before it says ⟨end⟩
}

// Attends reports whether the model has attention.
func (s *Spec) Attends() bool { return s.Model.Attention != "none" }

// Reverse is the run of a model that says a word backwards.
func Reverse(word string) Spec {
	source := strings.Split(word, "")
	target := slices.Clone(source)
	slices.Reverse(target)
	return Spec{Source: source, Target: target, Trained: 4200}
}

// Words is the example of the reading, in which the adjective goes behind the noun.
func Words() Spec {
	return Spec{Source: strings.Fields("je suis étudiant"), Target: strings.Fields("I am a student"), Trained: 12345}
}

// With is the same sentence read by another model.
func (s Spec) With(m trace.Model) Spec {
	s.Model = m
	return s
}

// maker holds what the parts of one run share.
type maker struct {
	spec   Spec
	model  trace.Model
	source []string // in the order in which it is read
	random *rand.Rand
	hidden int
}

// Run makes the run up.
func Run(s Spec) *trace.Run {
	m := &maker{spec: s, model: whole(s.Model), source: s.Source, hidden: s.Hidden,
		random: rand.New(rand.NewPCG(1, uint64(len(s.Source))))}
	if m.hidden == 0 {
		m.hidden = 6
	}
	if m.model.Encoder == "reversed" {
		m.source = slices.Clone(s.Source)
		slices.Reverse(m.source)
	}
	r := &trace.Run{Model: m.model, Trained: s.Trained, Input: joined(s.Source), Decoding: s.Decoding}
	if r.Decoding == "" {
		r.Decoding = "greedy"
	}
	r.Targets = []string{"⟨pad⟩", "⟨start⟩", "⟨end⟩"}
	ids := make([]int, len(s.Target))
	for i, t := range s.Target {
		ids[i] = id(&r.Targets, t)
	}
	m.read(r)
	m.cross(r)
	before := r.Bridge
	said := trace.Token{ID: 1, Text: r.Targets[1]}
	if !s.Cut {
		ids = append(ids, 2)
	}
	for t, next := range ids {
		step := m.step(r, t, said, before, next)
		r.Decoder = append(r.Decoder, step)
		said, before = step.Output, states(step.Layers)
	}
	return r
}

// whole fills in the choices that were left empty.
func whole(m trace.Model) trace.Model {
	fill := func(s *string, value string) {
		if *s == "" {
			*s = value
		}
	}
	fill(&m.Cell, "gru")
	fill(&m.Encoder, "forward")
	fill(&m.Bridge, "pass")
	fill(&m.Feed, "start")
	fill(&m.Attention, "general")
	m.Layers = max(m.Layers, 1)
	return m
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
