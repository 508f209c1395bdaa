package scenetest

import (
	"slices"

	"unroll/core/trace"
)

// read makes up the encoder's steps, then, where it reads in both directions, those from the end.
func (m *maker) read(r *trace.Run) {
	before := m.zeros()
	for i, t := range m.source {
		c := trace.Reading{Token: trace.Token{ID: 3 + i, Text: t}, Embedding: m.vector(4, .8)}
		c.Layers = m.cells(before)
		before = states(c.Layers)
		r.Encoder = append(r.Encoder, c)
	}
	before = m.zeros()
	for i := len(r.Encoder) - 1; i >= 0 && m.model.Encoder == "both"; i-- {
		r.Encoder[i].Backwards = m.cells(before)
		before = states(r.Encoder[i].Backwards)
	}
	for i := range r.Encoder {
		c := &r.Encoder[i]
		for k := range c.Layers {
			h := slices.Clone(c.Layers[k].H)
			if c.Backwards != nil {
				h = append(h, c.Backwards[k].H...)
			}
			if m.model.Residual && k > 0 {
				for u := range h {
					h[u] += c.Out[u]
				}
			}
			c.Out = h
		}
	}
}

// cross makes what the decoder is given of the encoder's last states.
func (m *maker) cross(r *trace.Run) {
	last := &r.Encoder[len(r.Encoder)-1]
	for k := range last.Layers {
		s := last.Layers[k].State
		switch m.model.Bridge {
		case "pass":
			s.H, s.C = slices.Clone(s.H), slices.Clone(s.C)
		case "dense":
			s.H = m.vector(m.hidden, 1)
			if s.C != nil {
				s.C = m.vector(m.hidden, 2)
			}
		case "zero":
			s = m.zeros()[k]
		}
		r.Bridge = append(r.Bridge, s)
	}
	if m.model.Feed == "every" {
		r.Summary = slices.Clone(last.Top().H)
		if first := r.Encoder[0].Backwards; first != nil {
			r.Summary = append(r.Summary, first[len(first)-1].H...)
		}
	}
}

func (m *maker) zeros() []trace.State {
	s := make([]trace.State, m.model.Layers)
	for k := range s {
		s[k].H = make([]float32, m.hidden)
		if m.model.Cell == "lstm" {
			s[k].C = make([]float32, m.hidden)
		}
	}
	return s
}

func states(cells []trace.Cell) []trace.State {
	s := make([]trace.State, len(cells))
	for k := range cells {
		s[k] = cells[k].State
	}
	return s
}
