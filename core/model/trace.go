package model

import (
	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/layer"
	"unroll/core/trace"
)

// Trace reads from the buffers what the last Forward or Greedy computed for sentence b, up to the
// step at which it said End. Trained and Input are the caller's to fill in.
func (m *Model) Trace(b int, source, target *corpus.Vocabulary) *trace.Run {
	r := &trace.Run{Cell: m.Config.Cell, Attention: m.Config.Attention, Targets: target.Texts()}
	length, e := m.length[b], m.Config.Embedding
	for s := range length {
		token := int(m.source[s*m.b+b])
		r.Encoder = append(r.Encoder, m.cell(m.encoder, s, b, row(m.x, s*m.b+b, e), trace.Token{ID: token, Text: source.Text(token)}))
	}
	r.Bridge = m.state(m.encoder, length-1, b)
	for t := range m.t {
		token, said := int(m.input[t*m.b+b]), int(m.said(t, b))
		step := trace.Step{
			Cell:          m.cell(m.decoder, t, b, row(m.y, t*m.b+b, e), trace.Token{ID: token, Text: target.Text(token)}),
			Logits:        row(m.logits, t*m.b+b, m.Config.TargetVocabulary),
			Probabilities: row(m.logits, t*m.b+b, m.Config.TargetVocabulary),
			Output:        trace.Token{ID: said, Text: target.Text(said)},
		}
		m.ops.Softmax(kernel.Dense(1, len(step.Probabilities), step.Probabilities))
		if m.attention != nil {
			step.Attention = &trace.Attention{
				Scores:      clone(m.attention.Scores(t, b)[:length]),
				Weights:     clone(m.attention.Weights(t, b)[:length]),
				Context:     clone(m.attention.Context(t, b)),
				Attentional: row(m.attention.Out(), t*m.b+b, m.Config.Hidden),
			}
		}
		r.Decoder = append(r.Decoder, step)
		if said == corpus.End {
			break
		}
	}
	return r
}

func (m *Model) cell(l *layer.Recurrent, t, b int, embedding []float32, token trace.Token) trace.Cell {
	names, h := l.GateNames(), m.Config.Hidden
	gates := row(l.Gates(t), b, len(names)*h)
	c := trace.Cell{Token: token, Embedding: embedding, State: m.state(l, t, b)}
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
