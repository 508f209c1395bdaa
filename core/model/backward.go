package model

import (
	"unroll/core/corpus"
	"unroll/core/layer"
)

// Backward computes the gradient of the loss that Forward returned for the same batch, by every
// parameter, by back-propagation through time (Werbos 1990). It replaces what Params.Grad held.
func (m *Model) Backward(b *corpus.Batch) {
	rows, v := m.t*m.b, m.Config.TargetVocabulary
	clear(m.Params.Grad)
	scale := 1 / float32(b.Tokens)
	layer.CrossEntropyBackward(m.ops, m.dlogits, m.p, b.Label, v, corpus.Pad, scale)
	m.output.Backward(rows, m.top(), m.dlogits, m.dtop)

	m.encoder.BeginBackward()
	m.decoder.BeginBackward()
	if m.attention != nil {
		m.attention.Backward(m.dtop, m.decoder.DStates(), m.encoder.DStates())
	} else {
		copy(m.decoder.DStates(), m.dtop)
	}

	for t := m.t - 1; t >= 0; t-- {
		m.decoder.StepBackward(t)
	}
	m.decoder.FinishBackward(m.dy)
	m.targetTable.Backward(m.input[:rows], m.dy)

	// What the decoder began with, the encoder ended with.
	m.ops.Axpy(1, m.decoder.DH(-1), m.encoder.DH(m.s-1))
	if dc := m.decoder.DC(-1); dc != nil {
		m.ops.Axpy(1, dc, m.encoder.DC(m.s-1))
	}
	for s := m.s - 1; s >= 0; s-- {
		m.encoder.StepBackward(s)
	}
	m.encoder.FinishBackward(m.dx)
	m.sourceEmbedding.Backward(m.source[:m.s*m.b], m.dx)
}
