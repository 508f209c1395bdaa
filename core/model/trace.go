package model

import (
	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/layer"
	"unroll/core/trace"
)

// Trace reads from the buffers what the last pass computed for sentence b, up to the step at which it
// said End. Trained, Input and Decoding are the caller's to fill in.
func (m *Model) Trace(b int, source, target *corpus.Vocabulary) *trace.Run {
	steps := m.t
	for t := range m.t {
		if m.said(t, b) == corpus.End {
			steps = t + 1
			break
		}
	}
	return m.trace(b, steps, source, target, func(t int) int { return int(m.said(t, b)) })
}

// TraceForced is Trace of a pass that was forced to say these tokens, the last of them End.
func (m *Model) TraceForced(b int, source, target *corpus.Vocabulary, said []int) *trace.Run {
	return m.trace(b, len(said), source, target, func(t int) int { return said[t] })
}

func (m *Model) trace(b, steps int, source, target *corpus.Vocabulary, said func(t int) int) *trace.Run {
	c := &m.Config
	r := &trace.Run{Targets: target.Texts(), Model: trace.Model{
		Cell: c.Cell, Layers: c.Layers, Residual: c.Residual, Encoder: c.Encoder, Bridge: c.Bridge, Feed: c.Feed,
		Attention: c.Attention, InputFeeding: c.InputFeeding,
	}}
	for s := range m.length[b] {
		r.Encoder = append(r.Encoder, m.reading(s, b, source))
	}
	for k := range c.Layers {
		r.Bridge = append(r.Bridge, m.state(m.decoder.Way(k, 0), -1, b))
	}
	if m.summary != nil {
		r.Summary = row(m.sum(), b, c.width())
	}
	for t := range steps {
		r.Decoder = append(r.Decoder, m.step(t, b, said(t), target))
	}
	return r
}

// reading is the token that is read at step s.
func (m *Model) reading(s, b int, source *corpus.Vocabulary) trace.Reading {
	at := s*m.b + b
	r := trace.Reading{
		Token:     entry(int(m.source[at]), source),
		Embedding: row(m.x, at, m.Config.Embedding),
		Out:       row(m.encoder.Out(), at, m.Config.width()),
	}
	for k := range m.Config.Layers {
		r.Layers = append(r.Layers, m.cell(m.encoder.Way(k, 0), s, b))
		if way := m.encoder.Way(k, 1); way != nil {
			r.Backwards = append(r.Backwards, m.cell(way, m.length[b]-1-s, b))
		}
	}
	return r
}

func (m *Model) step(t, b, said int, target *corpus.Vocabulary) trace.Step {
	at, v := t*m.b+b, m.Config.TargetVocabulary
	s := trace.Step{
		Token:         entry(int(m.input[at]), target),
		Embedding:     row(m.y, at, m.Config.Embedding),
		Logits:        row(m.logits, at, v),
		Probabilities: row(m.logits, at, v),
		Output:        entry(said, target),
	}
	m.ops.Softmax(kernel.Dense(1, v, s.Probabilities))
	for k := range m.Config.Layers {
		s.Layers = append(s.Layers, m.cell(m.decoder.Way(k, 0), t, b))
	}
	if m.attention != nil {
		n := m.length[b]
		s.Attention = &trace.Attention{
			Scores:  clone(m.attention.Scores(t, b)[:n]),
			Weights: clone(m.attention.Weights(t, b)[:n]),
			Context: row(m.attention.Context(), at, m.Config.width()),
		}
	}
	if m.attentional != nil {
		s.Attention.Attentional = row(m.attentional.Out(), at, m.Config.Hidden)
	}
	return s
}

func entry(id int, v *corpus.Vocabulary) trace.Token { return trace.Token{ID: id, Text: v.Text(id)} }

func (m *Model) cell(l *layer.Recurrent, t, b int) trace.Cell {
	names, h := l.GateNames(), m.Config.Hidden
	gates := row(l.Gates(t), b, len(names)*h)
	c := trace.Cell{State: m.state(l, t, b)}
	for i, name := range names {
		c.Gates = append(c.Gates, trace.Gate{Name: name, Values: gates[i*h : (i+1)*h : (i+1)*h]})
	}
	return c
}

// state is sentence b's state after step t.
func (m *Model) state(l *layer.Recurrent, t, b int) trace.State {
	s := trace.State{H: row(l.H(t), b, m.Config.Hidden)}
	if c := l.C(t); c != nil {
		s.C = row(c, b, m.Config.Hidden)
	}
	return s
}

// row is a copy of row i of a matrix with n columns.
func row(x []float32, i, n int) []float32 { return clone(x[i*n : (i+1)*n]) }

func clone(x []float32) []float32 { return append([]float32(nil), x...) }
