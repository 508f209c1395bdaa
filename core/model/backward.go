package model

import (
	"unroll/core/corpus"
	"unroll/core/layer"
)

// Backward computes the gradient of the loss that Forward returned for the same batch, by every
// parameter, by back-propagation through time (Werbos 1990). It replaces what Params.Grad held.
func (m *Model) Backward(b *corpus.Batch) {
	h, v := m.Config.Hidden, m.Config.TargetVocabulary
	clear(m.Params.Grad)
	scale := 1 / float32(b.Divisor())
	m.encoder.BeginBackward()
	m.decoder.BeginBackward()
	dtop := m.dtop
	if m.attention == nil {
		dtop = m.decoder.DStates()
	}
	for row, n := range m.decoder.Spans(0, m.t) {
		layer.CrossEntropyBackward(m.ops, m.dlogits[row*v:], m.p[row*v:], b.Label[row:row+n], v, corpus.Pad, scale)
		m.output.Backward(n, m.top()[row*h:], m.dlogits[row*v:], dtop[row*h:])
	}
	if m.attention != nil {
		m.attention.Backward(m.dtop, m.decoder.DStates(), m.encoder.DStates())
	}

	for t := m.t - 1; t >= 0; t-- {
		m.decoder.StepBackward(t)
	}
	m.decoder.FinishBackwardTokens(m.targetTable, m.input, m.dy)

	// What the decoder began with, the encoder ended with.
	m.ops.Axpy(1, m.decoder.DH(-1), m.encoder.DH(m.s-1))
	if dc := m.decoder.DC(-1); dc != nil {
		m.ops.Axpy(1, dc, m.encoder.DC(m.s-1))
	}
	for s := m.s - 1; s >= 0; s-- {
		m.encoder.StepBackward(s)
	}
	m.encoder.FinishBackwardTokens(m.sourceEmbedding, m.source, m.dx)
}
