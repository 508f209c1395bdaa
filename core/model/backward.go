package model

import (
	"unroll/core/corpus"
	"unroll/core/layer"
)

// Backward adds the gradient of the loss that Forward returned for the same batch and lesson, by every
// parameter, to Params.Grad: back-propagation through time (Werbos 1990).
func (m *Model) Backward(b *corpus.Batch, l Lesson) {
	m.encoder.BeginBackward()
	m.decoder.BeginBackward()
	if m.attention != nil {
		m.attention.BeginBackward(m.encoder.DOut())
	}
	m.outputBackward(b, l)
	if m.stepwise() {
		for t := m.t - 1; t >= 0; t-- {
			m.thinkBackward(t, t+1)
		}
	} else {
		m.thinkBackward(0, m.t)
	}
	m.finishDecoder()

	// What the decoder began with, the encoder ended with.
	m.bridge.Backward(m.encoder, m.decoder, m.b)
	m.encoder.Backward(0, m.s)
	m.encoder.BackwardParams()
	m.readBackward()
}

// outputBackward carries the gradient from the loss through the output layer. It is left where what the
// layer read takes it from: in dtop, and in the gradient of the contexts where the layer reads those.
func (m *Model) outputBackward(b *corpus.Batch, l Lesson) {
	h, v, width := m.Config.Hidden, m.Config.TargetVocabulary, m.Config.width()
	scale := 1 / float32(b.Divisor())
	top := m.top()
	if m.dropping {
		top = m.dropped
	}
	for _, s := range m.spans(0, m.t) {
		row, n := s.Row, s.N
		d := m.dlogits[row*v:]
		layer.CrossEntropyBackward(m.ops, d, m.p[row*v:], v, targets(b, row, n, l), scale)
		m.output.BackwardInput(n, d, 0, 0, m.dtop[row*h:])
		if m.Config.before() {
			m.output.BackwardParams(n, d, top[row*h:], m.attention.Context()[row*width:])
			m.output.BackwardInput(n, d, 1, 0, m.attention.DContext()[row*width:])
		} else {
			m.output.BackwardParams(n, d, top[row*h:])
		}
		if m.dropping {
			m.dropTop.Apply(m.dtop, m.dtop, row*h, (row+n)*h)
		}
	}
}

// thinkBackward is think's backward.
func (m *Model) thinkBackward(from, to int) {
	n, c := m.b*m.Config.Hidden, &m.Config
	bottom := m.decoder.Way(0, 0)
	switch {
	case m.attentional != nil:
		m.attentional.Backward(m.dtop, m.attention.DContext(), m.decoder.DOut(), from, to)
		m.attention.Backward(m.asking(), m.decoder.DOut(), from, to)
	default:
		for _, s := range m.spans(from, to) {
			row, k := s.Row, s.N
			m.ops.Axpy(1, m.dtop[row*c.Hidden:(row+k)*c.Hidden], m.decoder.DOut()[row*c.Hidden:(row+k)*c.Hidden])
		}
	}
	m.decoder.Backward(from, to)
	switch {
	case c.before():
		k := bottom.Running(from) * c.width()
		dcontext := place(m.attention.DContext(), from, m.b*c.width())
		bottom.FeedBackward(from, 0, m.dfed)
		m.ops.Axpy(1, m.dfed[:k], dcontext[:k])
		m.attention.Backward(m.asking(), m.decoder.Way(c.Layers-1, 0).DBefore(), from, to)
	case c.InputFeeding && from > 0:
		k := bottom.Running(from) * c.Hidden
		bottom.FeedBackward(from, 0, m.dfed)
		m.ops.Axpy(1, m.dfed[:k], place(m.dtop, from-1, n)[:k])
	}
}

// finishDecoder adds to the gradients of all that is computed at once for all steps.
func (m *Model) finishDecoder() {
	c, bottom := &m.Config, m.decoder.Way(0, 0)
	if m.attentional != nil {
		m.attentional.FinishBackward(m.attention.Context(), m.decoder.Out())
	}
	if m.attention != nil {
		m.attention.FinishBackward(m.asking())
	}
	switch {
	case c.before():
		bottom.FeedParams(0, m.attention.Context())
	case c.InputFeeding:
		bottom.FeedParams(0, m.attentional.Before())
	}
	if m.summary != nil {
		summary := m.sum()
		bottom.ConstantBackward(m.constant, summary, m.dsummary)
		m.encoder.AddDFinal(c.Layers-1, false, m.dsummary)
	}
	m.decoder.BackwardParams()
	m.hearBackward()
}
