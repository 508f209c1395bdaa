package model

import (
	"math/rand/v2"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/layer"
)

// Lesson is how a batch is taught.
type Lesson struct {
	// Truth is the probability with which the decoder reads the true token, and not what it said itself
	// the step before: 1 is teacher forcing (Williams & Zipser 1989), less is scheduled sampling (Bengio
	// et al. 2015).
	Truth float64
	// Coins decide for each token, where 0 < Truth < 1.
	Coins *rand.PCG
	// Noise says what is dropped; nil drops nothing.
	Noise *layer.Noise
	// Smoothing is the part of each target that is spread over the vocabulary.
	Smoothing float64
}

// Teach is the lesson of which nothing is left to chance: teacher forcing.
var Teach = Lesson{Truth: 1}

// Forward runs the batch through encoder and decoder and returns its loss: the mean cross-entropy of
// the target tokens, padding left out, in nats, or a part's share in the whole batch's.
func (m *Model) Forward(b *corpus.Batch, l Lesson) float64 {
	m.encode(b.Source, b.SourceLength, b.TargetLength, b.S, b.T, b.Size, l.Noise)
	if l.Truth >= 1 {
		copy(m.input, b.Input[:b.T*b.Size])
		m.decode(0, b.T)
	} else {
		m.decodeFreely(b, l)
	}
	loss, v := 0.0, m.Config.TargetVocabulary
	for _, s := range m.spans(0, m.t) {
		row, n := s.Row, s.N
		loss += layer.CrossEntropy(m.ops, m.p[row*v:], m.logits[row*v:], v, targets(b, row, n, l))
	}
	return loss / float64(b.Divisor())
}

// targets are those of n rows.
func targets(b *corpus.Batch, row, n int, l Lesson) kernel.Targets {
	return kernel.Targets{Labels: b.Label[row : row+n], Ignored: corpus.Pad, Smoothing: float32(l.Smoothing)}
}

// encode reads the source and hands its last state to the decoder, which is to take t steps, but none
// beyond the target lengths where they are known.
func (m *Model) encode(source []int32, length, target []int, s, t, b int, noise *layer.Noise) {
	m.source, m.length, m.s, m.t, m.b = source, length, s, t, b
	m.dropping = noise != nil && m.Config.Dropout > 0
	if m.reversed != nil {
		m.order().Tokens(m.reversed[:s*b], source[:s*b])
		m.source = m.reversed
	}
	m.encoder.Begin(s, b, length, noise)
	m.read(noise)
	m.encoder.Forward(0, s)

	m.decoder.Begin(t, b, target, noise)
	m.bridge.Forward(m.encoder, m.decoder, b)
	if m.summary != nil {
		m.decoder.Way(0, 0).BeginConstant(m.constant, m.sum())
	}
	if m.attention != nil {
		m.attention.Begin(s, b, t, length, target, m.encoder.Out())
	}
	if m.attentional != nil {
		m.attentional.Begin(t, b, target)
	}
	if m.dropping {
		m.dropTarget.Draw(noise.Next(), t*b*m.Config.Embedding)
		m.dropTop.Draw(noise.Next(), t*b*m.Config.Hidden)
	}
}

// sum is the encoder's summary of the source, [B×D]: its highest layer's last state.
func (m *Model) sum() []float32 { return m.encoder.Final(m.Config.Layers-1, false, m.summary) }

// spans are those of the decoder's steps.
func (m *Model) spans(from, to int) []layer.Span {
	return m.decoder.Way(0, 0).Spans(from, to)
}

// stepwise reports whether a step reads what the step before it has found: no two can then be taken
// together.
func (m *Model) stepwise() bool { return m.Config.InputFeeding || m.Config.before() }

// decode takes the steps from ≤ t < to, reading m.input: all of them at once when the inputs are
// known, one by one when each depends on the last.
func (m *Model) decode(from, to int) {
	h, v := m.Config.Hidden, m.Config.TargetVocabulary
	m.hear(from, to)
	if m.stepwise() {
		for t := from; t < to; t++ {
			m.think(t, t+1)
		}
	} else {
		m.think(from, to)
	}
	top := m.top()
	if m.dropping {
		m.dropTop.Apply(m.dropped, top, from*m.b*h, to*m.b*h)
		top = m.dropped
	}
	for _, s := range m.spans(from, to) {
		row, n := s.Row, s.N
		if m.Config.before() {
			m.output.Forward(n, m.logits[row*v:], top[row*h:], m.attention.Context()[row*m.Config.width():])
		} else {
			m.output.Forward(n, m.logits[row*v:], top[row*h:])
		}
	}
}

// think is decode between the embedding and the output layer.
func (m *Model) think(from, to int) {
	bottom := m.decoder.Way(0, 0)
	switch {
	case m.Config.before():
		m.attention.Forward(m.asking(), from, to)
		bottom.Feed(from, 0, place(m.attention.Context(), from, m.b*m.Config.width()))
	case m.Config.InputFeeding && from > 0: // before the first step there is nothing
		bottom.Feed(from, 0, place(m.attentional.Before(), from, m.b*m.Config.Hidden))
	}
	if m.summary != nil {
		bottom.FeedConstant(m.constant, from, to)
	}
	m.decoder.Forward(from, to)
	if m.attentional != nil {
		m.attention.Forward(m.asking(), from, to)
		m.attentional.Forward(m.attention.Context(), m.decoder.Out(), from, to)
	}
}

// asking are the queries of attention, [T][B×H]: what the decoder says at a step, or the state of its
// highest layer before it.
func (m *Model) asking() []float32 {
	if m.Config.before() {
		return m.decoder.Way(m.Config.Layers-1, 0).Before()
	}
	return m.decoder.Out()
}

// place is place t of a sequence whose places are n long.
func place(x []float32, t, n int) []float32 { return x[t*n : (t+1)*n] }

// top is what the output layer reads, [T][B×H]: the attentional states, or what the decoder says.
func (m *Model) top() []float32 {
	if m.attentional != nil {
		return m.attentional.Out()
	}
	return m.decoder.Out()
}
