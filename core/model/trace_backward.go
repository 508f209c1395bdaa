package model

import (
	"unroll/core/layer"
	"unroll/core/trace"
)

// TraceBackward reads from the buffers, after Backward, how the gradient went back through sentence b, of
// so many target tokens, End counted: the parts of an Update that concern a sentence, its Run apart.
func (m *Model) TraceBackward(b, steps int) *trace.Update {
	u := new(trace.Update)
	e, layers := m.Config.Embedding, m.Config.Layers
	for s := range m.length[b] {
		g := trace.ReadingGradient{Embedding: make([]float32, e)}
		m.encoder.Way(0, 0).DInput(s, b, g.Embedding)
		back := m.length[b] - 1 - s
		if way := m.encoder.Way(0, 1); way != nil {
			way.DInput(back, b, g.Embedding)
		}
		for k := range layers {
			g.Layers = append(g.Layers, m.dstate(m.encoder.Way(k, 0), s, b))
			if way := m.encoder.Way(k, 1); way != nil {
				g.Backwards = append(g.Backwards, m.dstate(way, back, b))
			}
		}
		u.Encoder = append(u.Encoder, g)
	}
	for k := range layers {
		u.Bridge = append(u.Bridge, m.dstate(m.decoder.Way(k, 0), -1, b))
	}
	for t := range steps {
		at := t*m.b + b
		g := trace.StepGradient{Embedding: make([]float32, e), Logits: row(m.dlogits, at, m.Config.TargetVocabulary)}
		m.decoder.Way(0, 0).DInput(t, b, g.Embedding)
		for k := range layers {
			g.Layers = append(g.Layers, m.dstate(m.decoder.Way(k, 0), t, b))
		}
		if m.attention != nil {
			g.Scores = clone(m.attention.DScores(t, b)[:m.length[b]])
			g.Context = row(m.attention.DContext(), at, m.Config.width())
		}
		if m.attentional != nil {
			g.Attentional = row(m.dtop, at, m.Config.Hidden)
		}
		u.Decoder = append(u.Decoder, g)
	}
	return u
}

// dstate is the gradient by sentence b's state after step t.
func (m *Model) dstate(l *layer.Recurrent, t, b int) trace.State {
	s := trace.State{H: row(l.DH(t), b, m.Config.Hidden)}
	if l.DC(t) != nil {
		s.C = make([]float32, m.Config.Hidden)
		l.DMemory(t, b, s.C)
	}
	return s
}
