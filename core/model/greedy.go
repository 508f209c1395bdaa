package model

import "unroll/core/corpus"

// decodeFreely feeds each step the true token or the most probable one of the step before, as coins fall.
func (m *Model) decodeFreely(b *corpus.Batch, l Lesson) {
	copy(m.input, b.Input[:b.Size])
	for t := range m.t {
		m.decode(t, t+1)
		if t+1 == m.t {
			return
		}
		for i := range m.b {
			at := (t+1)*m.b + i
			m.input[at] = m.said(t, i)
			if l.Truth > 0 && float64(l.Coins.Uint64()>>11)*0x1p-53 < l.Truth {
				m.input[at] = b.Input[at]
			}
		}
	}
}

// decodeGreedily feeds each step the most probable token of the step before it. It marks the sentences
// that have said End, stops when all have, and returns the steps taken.
func (m *Model) decodeGreedily(finished []bool) int {
	for i := range m.b {
		m.input[i] = corpus.Start
	}
	clear(finished)
	for t := range m.t {
		m.decode(t, t+1)
		all := true
		for i := range m.b {
			said := m.said(t, i)
			finished[i] = finished[i] || said == corpus.End
			all = all && finished[i]
			if t+1 < m.t {
				m.input[(t+1)*m.b+i] = said
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
	best, row := 0, m.Logits(t, b)
	for i, x := range row {
		if x > row[best] {
			best = i
		}
	}
	return int32(best)
}

// Logits are those of sentence b at step t, [V].
func (m *Model) Logits(t, b int) []float32 {
	return place(m.logits, t*m.b+b, m.Config.TargetVocabulary)
}

// Greedy decodes every source of the batch, at most MaxTarget tokens each, and appends to out what
// was said to each, End left out. The batch's targets are not read.
func (m *Model) Greedy(b *corpus.Batch, out [][]int) [][]int {
	m.encode(b.Source, b.SourceLength, nil, b.S, m.Config.MaxTarget, b.Size, nil)
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
