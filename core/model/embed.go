package model

import (
	"unroll/core/kernel"
	"unroll/core/layer"
)

// read embeds the source and gives the lowest layers of the encoder their share of it, in both directions
// if there are two. Where nothing is dropped, equal tokens share what is computed of them.
func (m *Model) read(noise *layer.Noise) {
	n, e := m.s*m.b, m.Config.Embedding
	forwards, backwards := m.encoder.Way(0, 0), m.encoder.Way(0, 1)
	m.sourceEmbedding.Forward(m.source[:n], m.x)
	if m.dropping {
		m.dropSource.Draw(noise.Next(), n*e)
		m.dropSource.Apply(m.x, m.x, 0, n*e)
		forwards.Project(m.x, 0, m.s)
		if backwards != nil {
			m.order().Copy(kernel.Dense(n, e, m.xBack), kernel.Dense(n, e, m.x))
			backwards.Project(m.xBack, 0, m.s)
		}
		return
	}
	forwards.ProjectTokens(m.sourceEmbedding, m.source, m.x, 0, m.s)
	if backwards != nil {
		m.order().Tokens(m.backwards[:n], m.source[:n])
		m.sourceEmbedding.Forward(m.backwards[:n], m.xBack)
		backwards.ProjectTokens(m.sourceEmbedding, m.backwards, m.xBack, 0, m.s)
	}
}

// readBackward adds to the gradients of the encoder's lowest layers and of the source's table. It uses
// up the buffers of embedded tokens.
func (m *Model) readBackward() {
	n, e := m.s*m.b, m.Config.Embedding
	forwards, backwards := m.encoder.Way(0, 0), m.encoder.Way(0, 1)
	if !m.dropping {
		forwards.BackwardTokens(m.sourceEmbedding, m.source, m.dx)
		if backwards != nil {
			backwards.BackwardTokens(m.sourceEmbedding, m.backwards, m.dx)
		}
		return
	}
	forwards.BackwardParams()
	forwards.Unproject(m.dx, 0, m.s, 0)
	if backwards != nil {
		backwards.BackwardParams()
		backwards.Unproject(m.xBack, 0, m.s, 0)
		m.order().Add(m.ops, kernel.Dense(n, e, m.dx), kernel.Dense(n, e, m.xBack))
	}
	m.dropSource.Apply(m.dx, m.dx, 0, n*e)
	for _, s := range forwards.Spans(0, m.s) {
		row, n := s.Row, s.N
		m.sourceEmbedding.Backward(m.source[row:row+n], m.dx[row*e:(row+n)*e])
	}
}

// order is that of the second direction.
func (m *Model) order() layer.Reading {
	return layer.Reading{Backwards: true, B: m.b, Length: m.length}
}

// hear gives the decoder's lowest layer its share of the tokens that it is fed at steps from ≤ t < to.
func (m *Model) hear(from, to int) {
	b, e := m.b, m.Config.Embedding
	r := m.decoder.Way(0, 0)
	m.targetTable.Forward(m.input[from*b:to*b], m.y[from*b*e:])
	if m.dropping {
		m.dropTarget.Apply(m.y, m.y, from*b*e, to*b*e)
		r.Project(m.y, from, to)
		return
	}
	r.ProjectTokens(m.targetTable, m.input, m.y, from, to)
}

// hearBackward adds to the gradients of the decoder's lowest layer and of the target's table.
func (m *Model) hearBackward() {
	e, r := m.Config.Embedding, m.decoder.Way(0, 0)
	if !m.dropping {
		r.BackwardTokens(m.targetTable, m.input, m.dy)
		return
	}
	r.BackwardParams()
	r.Unproject(m.dy, 0, m.t, 0)
	m.dropTarget.Apply(m.dy, m.dy, 0, m.t*m.b*e)
	for _, s := range r.Spans(0, m.t) {
		row, n := s.Row, s.N
		m.targetTable.Backward(m.input[row:row+n], m.dy[row*e:(row+n)*e])
	}
}
