// Package model is the family of encoder–decoders: two recurrent networks that share one hidden state
// (Cho et al. 2014; Sutskever, Vinyals & Le 2014), deeper, in both directions or with attention if
// wanted. Architecture says what there is to choose.
//
// Forward, loss, backward and decoding all work on the same buffers, and a trace is read from those
// buffers: what a reader sees is what training computes.
//
// Shapes: B batch, S source length, T target length, E embedding, H hidden, V vocabulary, D the width of
// what the encoder says at a step: H, or 2H in both directions. Sequences are time-major.
package model

import (
	"fmt"

	"unroll/core/kernel"
	"unroll/core/layer"
)

// Model is an encoder–decoder with its parameters, their gradients and its buffers. Its parameters'
// names are those of the PyTorch module that the tests compare it with.
type Model struct {
	Config Config
	Params layer.Set

	ops                          kernel.Ops
	sourceEmbedding, targetTable *layer.Embedding
	encoder, decoder             *layer.Stack
	bridge                       *layer.Bridge
	attention                    *layer.Attention   // nil without
	attentional                  *layer.Attentional // of an attention after the step
	output                       *layer.Linear

	dropSource, dropTarget, dropTop *layer.Dropout
	dropping                        bool // in the pass under way
	constant                        int  // which of the decoder's feeds is the summary, if one is

	s, t, b   int       // of the batch under way
	source    []int32   // [S][B] in the order in which it is read: the batch's own, or
	reversed  []int32   // room for it reversed
	backwards []int32   // [S][B], for the second direction
	length    []int     // [B], of the sources
	input     []int32   // [T][B], what the decoder was fed
	x, xBack  []float32 // [S][B×E] embedded tokens, in the two directions
	y         []float32 // [T][B×E]
	logits, p []float32 // [T][B×V], and their softmax
	dx, dy    []float32
	dlogits   []float32
	dropped   []float32 // [T][B×H] what the output layer reads, if some of it is dropped
	dtop      []float32 // [T][B×H], gradient by what the output layer reads
	dfed      []float32 // [B×feed], gradient by what a step was fed
	summary   []float32 // [B×D] the encoder's last state, put together
	dsummary  []float32
	finished  []bool  // [B], in greedy decoding
	copies    []int32 // [S][B] of one source
	lengths   []int   // [B] of the copies
}

// New makes a model whose parameters are all zero; draw or load them next.
func New(ops kernel.Ops, c Config) (*Model, error) {
	if err := c.Check(); err != nil {
		return nil, fmt.Errorf("model: %w", err)
	}
	c.Architecture = c.plain()
	m := &Model{Config: c, ops: ops}
	s, t, b, e, h, width := c.MaxSource, c.MaxTarget, c.MaxBatch, c.Embedding, c.Hidden, c.width()

	m.embed()
	stack := layer.StackConfig{Cell: c.Cell, Layers: c.Layers, Hidden: h, Both: c.both(), Residual: c.Residual, Dropout: c.Dropout, In: e, MaxT: s, MaxB: b}
	m.encoder = layer.NewStack(ops, &m.Params, "enc.", stack)
	m.bridge = layer.NewBridge(ops, &m.Params, c.Bridge, c.Cell, c.Layers, width, h, b)
	stack.Both, stack.Feeds, stack.MaxT = false, c.feeds(), t
	m.decoder = layer.NewStack(ops, &m.Params, "dec.", stack)
	if c.attending() {
		m.attention = layer.NewAttention(ops, &m.Params, c.Attention, h, width, s, t, b)
		if !c.before() {
			m.attentional = layer.NewAttentional(ops, &m.Params, !c.NoConcatBias, width, h, t, b)
		}
	}
	switch {
	case c.tied():
		m.output = layer.Tied(ops, &m.Params, m.targetTable.W, "out.b")
	case c.before():
		m.output = layer.NewLinear(ops, &m.Params, "out.w", "out.b", c.TargetVocabulary, h, width)
	default:
		m.output = layer.NewLinear(ops, &m.Params, "out.w", "out.b", c.TargetVocabulary, h)
	}
	m.Params.Allocate()
	m.allocate()
	return m, nil
}

// embed declares the tables: one or two, one of which may be the output layer's too.
func (m *Model) embed() {
	c := &m.Config
	bound := 1.0
	if c.tied() {
		bound = layer.FanIn(c.Embedding)
	}
	if c.shared() {
		m.sourceEmbedding = layer.NewEmbedding(m.ops, &m.Params, "emb", bound, c.SourceVocabulary, c.Embedding)
		m.targetTable = m.sourceEmbedding
		return
	}
	m.sourceEmbedding = layer.NewEmbedding(m.ops, &m.Params, "emb_src", 1, c.SourceVocabulary, c.Embedding)
	m.targetTable = layer.NewEmbedding(m.ops, &m.Params, "emb_tgt", bound, c.TargetVocabulary, c.Embedding)
}

// allocate makes every buffer that the layers do not own.
func (m *Model) allocate() {
	c := &m.Config
	s, t, b, e, h, width := c.MaxSource, c.MaxTarget, c.MaxBatch, c.Embedding, c.Hidden, c.width()
	numbers := func(n int) []float32 { return make([]float32, n) }
	m.input, m.finished = make([]int32, t*b), make([]bool, b)
	m.x, m.dx = numbers(s*b*e), numbers(s*b*e)
	m.y, m.dy = numbers(t*b*e), numbers(t*b*e)
	m.logits, m.p, m.dlogits = numbers(t*b*c.TargetVocabulary), numbers(t*b*c.TargetVocabulary), numbers(t*b*c.TargetVocabulary)
	m.dtop = numbers(t * b * h)
	if c.Encoder == "reversed" {
		m.reversed = make([]int32, s*b)
	}
	if c.both() {
		m.backwards, m.xBack = make([]int32, s*b), numbers(s*b*e)
	}
	if feeds := c.feeds(); len(feeds) > 0 {
		m.dfed, m.constant = numbers(b*feeds[0]), len(feeds)-1
	}
	if c.Feed == "every" {
		m.summary, m.dsummary = numbers(b*width), numbers(b*width)
	}
	m.dropSource = layer.NewDropout(m.ops, c.Dropout, s*b*e)
	m.dropTarget = layer.NewDropout(m.ops, c.Dropout, t*b*e)
	m.dropTop = layer.NewDropout(m.ops, c.Dropout, t*b*h)
	if c.Dropout > 0 {
		m.dropped = numbers(t * b * h)
	}
}
