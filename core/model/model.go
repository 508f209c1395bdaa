// Package model is the encoder–decoder: two recurrent networks that share one hidden state
// (Cho et al. 2014; Sutskever, Vinyals & Le 2014), with Luong's attention if wanted.
//
// Forward, loss, backward and decoding all work on the same buffers, and a trace is read from those
// buffers: what a reader sees is what training computes.
//
// Shapes: B batch, S source length, T target length, E embedding, H hidden, V vocabulary.
// Sequences are time-major.
package model

import (
	"fmt"

	"unroll/core/kernel"
	"unroll/core/layer"
)

// Config is the architecture and the room that its buffers take.
type Config struct {
	Cell      string // "rnn", "gru", "lstm"
	Attention string // "none", "dot", "general"
	// NoConcatBias leaves out b_c, the bias of the layer that joins context and state.
	NoConcatBias bool

	Embedding, Hidden                  int
	SourceVocabulary, TargetVocabulary int
	MaxSource, MaxTarget, MaxBatch     int
}

// Check says what in the configuration cannot be.
func (c *Config) Check() error {
	if err := layer.CheckCell(c.Cell); err != nil {
		return err
	}
	switch c.Attention {
	case "none", "dot", "general":
	default:
		return fmt.Errorf("no attention is called %q; there are none, dot and general", c.Attention)
	}
	for _, size := range []struct {
		name string
		n    int
	}{
		{"embedding", c.Embedding}, {"hidden", c.Hidden},
		{"source vocabulary", c.SourceVocabulary}, {"target vocabulary", c.TargetVocabulary},
		{"source length", c.MaxSource}, {"target length", c.MaxTarget}, {"batch", c.MaxBatch},
	} {
		if size.n < 1 {
			return fmt.Errorf("the %s size is %d; it must be at least 1", size.name, size.n)
		}
	}
	return nil
}

// Model is an encoder–decoder with its parameters, their gradients and its buffers. Its parameters'
// names are those of the PyTorch module that the tests compare it with.
type Model struct {
	Config Config
	Params layer.Set

	ops                          kernel.Ops
	sourceEmbedding, targetTable *layer.Embedding
	encoder, decoder             *layer.Recurrent
	attention                    *layer.Attention // nil without
	output                       *layer.Linear

	s, t, b         int       // of the batch under way
	source          []int32   // [S][B], the batch's
	length          []int     // [B], of the sources
	input           []int32   // [T][B], what the decoder was fed
	x, y            []float32 // [S][B×E], [T][B×E] embedded tokens
	logits, p       []float32 // [T][B×V], and their softmax
	dx, dy, dlogits []float32
	dtop            []float32 // [T][B×H], gradient by what the output layer reads
	finished        []bool    // [B], in greedy decoding
}

// New makes a model whose parameters are all zero; draw or load them next.
func New(ops kernel.Ops, c Config) (*Model, error) {
	if err := c.Check(); err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	m := &Model{Config: c, ops: ops}
	s, t, b := c.MaxSource, c.MaxTarget, c.MaxBatch
	m.sourceEmbedding = layer.NewEmbedding(ops, &m.Params, "emb_src", c.SourceVocabulary, c.Embedding)
	m.targetTable = layer.NewEmbedding(ops, &m.Params, "emb_tgt", c.TargetVocabulary, c.Embedding)
	m.encoder = layer.NewRecurrent(ops, &m.Params, "enc.l0.", c.Cell, c.Embedding, c.Hidden, s, b)
	m.decoder = layer.NewRecurrent(ops, &m.Params, "dec.l0.", c.Cell, c.Embedding, c.Hidden, t, b)
	if c.Attention != "none" {
		m.attention = layer.NewAttention(ops, &m.Params, c.Attention == "general", !c.NoConcatBias, c.Hidden, s, t, b)
	}
	m.output = layer.NewLinear(ops, &m.Params, "out.w", "out.b", c.Hidden, c.TargetVocabulary)
	m.Params.Allocate()

	m.input, m.finished = make([]int32, t*b), make([]bool, b)
	m.x, m.dx = make([]float32, s*b*c.Embedding), make([]float32, s*b*c.Embedding)
	m.y, m.dy = make([]float32, t*b*c.Embedding), make([]float32, t*b*c.Embedding)
	m.logits = make([]float32, t*b*c.TargetVocabulary)
	m.p, m.dlogits = make([]float32, len(m.logits)), make([]float32, len(m.logits))
	m.dtop = make([]float32, t*b*c.Hidden)
	return m, nil
}
