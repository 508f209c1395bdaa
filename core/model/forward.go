package model

import (
	"unroll/core/corpus"
	"unroll/core/layer"
)

// Forward runs the batch through encoder and decoder and returns its loss: the mean cross-entropy of
// the target tokens, padding left out, in nats, or a part's share in the whole batch's. With teacher forcing (Williams & Zipser 1989) the
// decoder reads the true tokens; without, what it said itself one step before.
func (m *Model) Forward(b *corpus.Batch, teacher bool) float64 {
	m.encode(b.Source, b.SourceLength, b.TargetLength, b.S, b.T, b.Size)
	if teacher {
		copy(m.input, b.Input[:b.T*b.Size])
		m.decode(0, b.T)
	} else {
		m.decodeGreedily(nil)
	}
	loss, v := 0.0, m.Config.TargetVocabulary
	for row, n := range m.decoder.Spans(0, m.t) {
		loss += layer.CrossEntropy(m.ops, m.p[row*v:], m.logits[row*v:], b.Label[row:row+n], v, corpus.Pad)
	}
	return loss / float64(b.Divisor())
}

// encode reads the source and hands its last state to the decoder, which is to take t steps, but none
// beyond the target lengths where they are known.
func (m *Model) encode(source []int32, length, target []int, s, t, b int) {
	m.source, m.length, m.s, m.t, m.b = source, length, s, t, b
	m.sourceEmbedding.Forward(source[:s*b], m.x)
	m.encoder.Begin(s, b, length, nil, nil)
	m.encoder.ProjectTokens(m.sourceEmbedding, source, m.x, 0, s)
	for i := range s {
		m.encoder.Step(i)
	}
	m.decoder.Begin(t, b, target, m.encoder.H(s-1), m.encoder.C(s-1))
	if m.attention != nil {
		m.attention.Begin(s, b, t, length, target, m.encoder.States())
	}
}

// decode takes the steps from ≤ t < to, reading m.input: all of them at once when the inputs are
// known, one by one when each depends on the last.
func (m *Model) decode(from, to int) {
	b, e, h, v := m.b, m.Config.Embedding, m.Config.Hidden, m.Config.TargetVocabulary
	m.targetTable.Forward(m.input[from*b:to*b], m.y[from*b*e:])
	m.decoder.ProjectTokens(m.targetTable, m.input, m.y, from, to)
	for t := from; t < to; t++ {
		m.decoder.Step(t)
	}
	if m.attention != nil {
		m.attention.Forward(m.decoder.States(), from, to)
	}
	for row, n := range m.decoder.Spans(from, to) {
		m.output.Forward(n, m.top()[row*h:], m.logits[row*v:])
	}
}

// top is what the output layer reads, [T][B×H]: the attentional states, or the decoder's own.
func (m *Model) top() []float32 {
	if m.attention != nil {
		return m.attention.Out()
	}
	return m.decoder.States()
}

// decodeGreedily feeds each step the most probable token of the step before it. With finished, it
// marks the sentences that have said End and stops when all have. It returns the steps taken.
func (m *Model) decodeGreedily(finished []bool) int {
	b := m.b
	for i := range b {
		m.input[i] = corpus.Start
	}
	clear(finished)
	for t := range m.t {
		m.decode(t, t+1)
		all := finished != nil
		for i := range b {
			said := m.said(t, i)
			if finished != nil {
				finished[i] = finished[i] || said == corpus.End
				all = all && finished[i]
			}
			if t+1 < m.t {
				m.input[(t+1)*b+i] = said
			}
		}
		if all {
			return t + 1
		}
	}
	return m.t
}

// said is the most probable token of sentence b at step t; of equals the first.
func (m *Model) said(t, b int) int32 {
	v := m.Config.TargetVocabulary
	row := m.logits[(t*m.b+b)*v : (t*m.b+b+1)*v]
	best := 0
	for i, x := range row {
		if x > row[best] {
			best = i
		}
	}
	return int32(best)
}

// Greedy decodes every source of the batch, at most MaxTarget tokens each, and appends to out what
// was said to each, End left out. The batch's targets are not read.
func (m *Model) Greedy(b *corpus.Batch, out [][]int) [][]int {
	m.encode(b.Source, b.SourceLength, nil, b.S, m.Config.MaxTarget, b.Size)
	steps := m.decodeGreedily(m.finished[:b.Size])
	for i := range b.Size {
		var ids []int
		for t := 0; t < steps && m.said(t, i) != corpus.End; t++ {
			ids = append(ids, int(m.said(t, i)))
		}
		out = append(out, ids)
	}
	return out
}
