package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/layer"
)

// small is a configuration whose sizes all differ, so that no two are mixed up unseen; sizes that an
// architecture needs to be equal are made so.
func small(a Architecture) Config {
	a.Embedding, a.Hidden = 3, 4
	c := Config{SourceVocabulary: 7, TargetVocabulary: 6, MaxSource: 5, MaxTarget: 6, MaxBatch: 4}
	a = a.plain()
	if a.tied() {
		a.Embedding = a.Hidden
	}
	if a.shared() {
		c.TargetVocabulary = c.SourceVocabulary
	}
	c.Architecture = a
	return c
}

func drawn(t testing.TB, ops kernel.Ops, c Config) *Model {
	t.Helper()
	m, err := New(ops, c)
	if err != nil {
		t.Fatal(err)
	}
	m.Params.Draw(rand.New(rand.NewPCG(3, 3)))
	return m
}

func pairs(r *rand.Rand, n int) []corpus.Pair {
	var out []corpus.Pair
	draw := func(most, vocabulary int) (ids []int) {
		for range 1 + r.IntN(most) {
			ids = append(ids, 3+r.IntN(vocabulary-3))
		}
		return ids
	}
	for range n {
		out = append(out, corpus.Pair{Source: draw(5, 7), Target: draw(5, 6)})
	}
	return out
}

func fill(p ...corpus.Pair) *corpus.Batch {
	b := corpus.NewBatch(4, 5, 6)
	b.Fill(p)
	return b
}

// gradient is the loss of a batch and its gradient.
func gradient(m *Model, b *corpus.Batch, l Lesson) (float64, []float32) {
	clear(m.Params.Grad)
	loss := m.Forward(b, l)
	m.Backward(b, l)
	return loss, slices.Clone(m.Params.Grad)
}

// lessons are the ways to teach that can be mixed; each call of one begins its chances anew.
var lessons = map[string]func() Lesson{
	"forced":    func() Lesson { return Teach },
	"free":      func() Lesson { return Lesson{} },
	"scheduled": func() Lesson { return Lesson{Truth: 0.5, Coins: rand.NewPCG(1, 2)} },
	"smoothed":  func() Lesson { return Lesson{Truth: 1, Smoothing: 0.1} },
	"noisy": func() Lesson {
		noise := new(layer.Noise)
		noise.Seed(5, 6)
		return Lesson{Truth: 1, Noise: noise}
	},
}

var (
	cellNames      = []string{"rnn", "gru", "lstm"}
	attentionNames = []string{"none", "dot", "general", "additive", "bahdanau"}
)

// architectures are all combinations of what changes how a model is connected, of those that can be.
func architectures() (all []Architecture, refused int) {
	for _, cell := range cellNames {
		for layers := 1; layers <= MostLayers; layers++ {
			for _, encoder := range []string{"forward", "reversed", "both"} {
				for _, bridge := range []string{"pass", "dense", "zero"} {
					for _, feed := range []string{"start", "every"} {
						for _, attention := range attentionNames {
							for _, feeding := range []bool{false, true} {
								a := Architecture{Cell: cell, Layers: layers, Encoder: encoder, Bridge: bridge, Feed: feed, Attention: attention, InputFeeding: feeding, Embedding: 1, Hidden: 1}
								if a.Check() != nil {
									refused++
								} else {
									all = append(all, a)
								}
							}
						}
					}
				}
			}
		}
	}
	return all, refused
}

func name(a Architecture) string {
	s := fmt.Sprintf("%s×%d/%s/%s/%s/%s", a.Cell, a.Layers, a.Encoder, a.Bridge, a.Feed, a.Attention)
	if a.InputFeeding {
		s += "+feeding"
	}
	return s
}

// a few architectures that between them have everything.
var various = []Architecture{
	{Cell: "gru"},
	{Cell: "lstm", Attention: "general"},
	{Cell: "rnn", Attention: "dot", Encoder: "reversed", Bridge: "dense"},
	{Cell: "lstm", Layers: 2, Residual: true, Attention: "additive", InputFeeding: true, Dropout: 0.3},
	{Cell: "gru", Layers: 3, Residual: true, Encoder: "both", Bridge: "dense", Attention: "bahdanau", Feed: "every", Dropout: 0.2},
	{Cell: "lstm", Layers: 2, Encoder: "both", Bridge: "zero", Attention: "general", InputFeeding: true, Feed: "every", Embeddings: "all"},
	{Cell: "gru", Layers: 2, Embeddings: "output", Attention: "general", Dropout: 0.4},
	{Cell: "gru", Embeddings: "shared", Feed: "every"},
}

// every runs a test for each of the various architectures, with each of the lessons.
func every(t *testing.T, f func(t *testing.T, c Config, lesson func() Lesson)) {
	for _, a := range various {
		for what, lesson := range lessons {
			t.Run(name(a)+"/"+what, func(t *testing.T) { f(t, small(a), lesson) })
		}
	}
}

// differs is the first place where two slices differ (0 and −0 are equal), or −1.
func differs(a, b []float32) int {
	for i := range a {
		if a[i] != b[i] {
			return i
		}
	}
	return -1
}
