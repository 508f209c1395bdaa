package model

import (
	"fmt"

	"unroll/core/layer"
)

// Architecture is how an encoder–decoder is built. Where a choice has an empty value, that is the plainest.
type Architecture struct {
	Cell     string // "rnn", "gru", "lstm"
	Layers   int    // 1 to 3 in the encoder and as many in the decoder; 0 is 1
	Residual bool   // layers from the second on add what they read to what they say

	// Encoder is the order in which the source is read: "forward" or "", "reversed" (Sutskever, Vinyals
	// & Le 2014, § 3.3), or "both", by two networks (Schuster & Paliwal 1997).
	Encoder string
	// Bridge is how the encoder's last state becomes the decoder's first: "pass" or "", "dense", "zero".
	Bridge string
	// Feed is whether the decoder is given the encoder's last state only to start from, "start" or "", or
	// to read at every step as well, "every" (Cho et al. 2014).
	Feed string

	// Attention is "none" or "", one of Luong's, after the decoder's step, "dot", "general", "additive",
	// or "bahdanau", before it.
	Attention string
	// InputFeeding has each step read the attentional state of the step before (Luong, Pham & Manning
	// 2015, § 3.3).
	InputFeeding bool
	// NoConcatBias leaves out b_c, the bias of the layer that joins context and state.
	NoConcatBias bool

	// Embeddings says which tables are one: none, "separate" or ""; "shared", the source's and the
	// target's; "output", the target's and the output layer's (Press & Wolf 2017); "all" three.
	Embeddings string
	Embedding  int // E
	Hidden     int // H, of each direction

	// Dropout is the share of numbers dropped in training between embedding, layers and output.
	Dropout float64
}

// Config is the architecture and the room that its buffers take.
type Config struct {
	Architecture
	SourceVocabulary, TargetVocabulary int
	MaxSource, MaxTarget, MaxBatch     int
}

// MostLayers is how many layers there can be above each other.
const MostLayers = 3

// plain returns the architecture with every empty value filled in.
func (a Architecture) plain() Architecture {
	fill := func(s *string, value string) {
		if *s == "" {
			*s = value
		}
	}
	a.Layers = max(a.Layers, 1)
	fill(&a.Encoder, "forward")
	fill(&a.Bridge, "pass")
	fill(&a.Feed, "start")
	fill(&a.Attention, "none")
	fill(&a.Embeddings, "separate")
	return a
}

func (a Architecture) both() bool      { return a.Encoder == "both" }
func (a Architecture) shared() bool    { return a.Embeddings == "shared" || a.Embeddings == "all" }
func (a Architecture) tied() bool      { return a.Embeddings == "output" || a.Embeddings == "all" }
func (a Architecture) before() bool    { return a.Attention == "bahdanau" }
func (a Architecture) attending() bool { return a.Attention != "none" }

// width is that of what the encoder says at each step.
func (a Architecture) width() int {
	if a.both() {
		return 2 * a.Hidden
	}
	return a.Hidden
}

// feeds are the widths of what the decoder's lowest layer reads besides its token: what attention found,
// then the encoder's summary.
func (a Architecture) feeds() []int {
	var widths []int
	switch {
	case a.before():
		widths = append(widths, a.width())
	case a.InputFeeding:
		widths = append(widths, a.Hidden)
	}
	if a.Feed == "every" {
		widths = append(widths, a.width())
	}
	return widths
}

// Check says what in the architecture cannot be, and what could be instead.
func (a Architecture) Check() error {
	negative := a.Layers < 0
	a = a.plain()
	if err := layer.CheckCell(a.Cell); err != nil {
		return err
	}
	if negative || a.Layers > MostLayers {
		return fmt.Errorf("there are %d layers; there can be 1 to %d", a.Layers, MostLayers)
	}
	for _, choice := range []struct {
		what, value string
		of          []string
	}{
		{"encoder", a.Encoder, []string{"forward", "reversed", "both"}},
		{"feed", a.Feed, []string{"start", "every"}},
		{"way to share embeddings", a.Embeddings, []string{"separate", "shared", "output", "all"}},
	} {
		if !in(choice.value, choice.of) {
			return fmt.Errorf("no %s is called %q; there are %v", choice.what, choice.value, choice.of)
		}
	}
	if a.Embedding < 1 {
		return fmt.Errorf("the embedding size is %d; it must be at least 1", a.Embedding)
	}
	if a.Hidden < 1 {
		return fmt.Errorf("the hidden size is %d; it must be at least 1", a.Hidden)
	}
	if err := layer.CheckBridge(a.Bridge, a.both()); err != nil {
		return err
	}
	if err := layer.CheckAttention(a.Attention, a.Hidden, a.width()); err != nil {
		return err
	}
	switch {
	case a.InputFeeding && !a.attending():
		return fmt.Errorf("input feeding feeds what attention found, and there is no attention")
	case a.InputFeeding && a.before():
		return fmt.Errorf("Bahdanau's attention feeds what it found to the same step; input feeding belongs to an attention after the step")
	case a.tied() && a.before():
		return fmt.Errorf("the output layer after Bahdanau's attention reads the context too, and is wider than an embedding: its table cannot be the embeddings'")
	case a.tied() && a.Embedding != a.Hidden:
		return fmt.Errorf("an output layer reads %d numbers and an embedding has %d; to be one table they must be equal", a.Hidden, a.Embedding)
	case !(a.Dropout >= 0 && a.Dropout < 1): // NaN too
		return fmt.Errorf("dropout is %v; it must be at least 0 and below 1", a.Dropout)
	}
	return nil
}

func in(value string, of []string) bool {
	for _, v := range of {
		if v == value {
			return true
		}
	}
	return false
}

// Check says what in the configuration cannot be.
func (c *Config) Check() error {
	if err := c.Architecture.Check(); err != nil {
		return err
	}
	for _, size := range []struct {
		name string
		n    int
	}{
		{"source vocabulary", c.SourceVocabulary}, {"target vocabulary", c.TargetVocabulary},
		{"source length", c.MaxSource}, {"target length", c.MaxTarget}, {"batch", c.MaxBatch},
	} {
		if size.n < 1 {
			return fmt.Errorf("the %s size is %d; it must be at least 1", size.name, size.n)
		}
	}
	if c.shared() && c.SourceVocabulary != c.TargetVocabulary {
		return fmt.Errorf("source and target have vocabularies of %d and %d tokens; only with one vocabulary can they share a table", c.SourceVocabulary, c.TargetVocabulary)
	}
	return nil
}
