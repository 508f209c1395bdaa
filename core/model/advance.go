package model

import "fmt"

// Encode reads one source and prepares as many decodings of it, side by side as the rows of a batch. They
// are then taken on by Advance, for up to MaxTarget steps, and told apart only by what each is fed.
func (m *Model) Encode(source []int, rows int) {
	if len(source) < 1 || len(source) > m.Config.MaxSource || rows < 1 || rows > m.Config.MaxBatch {
		panic(fmt.Sprintf("model: %d decodings of a source of %d tokens; the buffers hold 1 to %d of 1 to %d",
			rows, len(source), m.Config.MaxBatch, m.Config.MaxSource))
	}
	if len(m.copies) < rows*len(source) {
		m.copies = make([]int32, m.Config.MaxBatch*m.Config.MaxSource)
	}
	m.lengths = m.lengths[:0]
	for range rows {
		m.lengths = append(m.lengths, len(source))
	}
	for s, id := range source {
		for b := range rows {
			m.copies[s*rows+b] = int32(id)
		}
	}
	m.encode(m.copies[:rows*len(source)], m.lengths, nil, len(source), m.Config.MaxTarget, rows, nil)
}

// Advance feeds row b of every decoding fed[b] and takes step t, which follows step t−1; Logits(t, b) are
// then what it says. At step 0 the rows are fed corpus.Start.
func (m *Model) Advance(t int, fed []int) {
	for b := range m.b {
		m.input[t*m.b+b] = int32(fed[b])
	}
	m.decode(t, t+1)
}

// Reorder has row b go on, after step t, from where row parent[b] stands.
func (m *Model) Reorder(t int, parent []int) {
	m.decoder.Reorder(t, parent)
	if m.attentional != nil {
		m.attentional.Reorder(t, parent)
	}
}
