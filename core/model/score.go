package model

import (
	"unroll/core/corpus"
	"unroll/core/layer"
)

// Scores appends to out, for each pair of the batch, the log-probability that the model gives the target
// when it is forced to say it: Σ ln p(token | those before it, source), in nats, End counted.
func (m *Model) Scores(b *corpus.Batch, out []float64) []float64 {
	m.Forward(b, Teach)
	v := m.Config.TargetVocabulary
	for i := range b.Size {
		sum := 0.0
		for t := range b.TargetLength[i] {
			row := t*b.Size + i
			sum -= layer.CrossEntropy(m.ops, place(m.p, row, v), m.Logits(t, i), v, targets(b, row, 1, Teach))
		}
		out = append(out, sum)
	}
	return out
}
