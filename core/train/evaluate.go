package train

import (
	"slices"

	"unroll/core/corpus"
)

// Shown is how many samples an Evaluation carries.
const Shown = 12

// Evaluate decodes n held-out pairs greedily, always the same ones; fewer where the task cannot say
// enough. It leaves the run as it was.
func (s *Session) Evaluate(n int) *Evaluation {
	if len(s.heldOut) < n {
		s.heldOut = s.task.HeldOut(n)
	}
	held := s.heldOut[:min(n, len(s.heldOut))]
	e := &Evaluation{Step: s.trained, Count: len(held)}
	s.outputs = s.outputs[:0]
	for chunk := range slices.Chunk(held, s.config.Batch) {
		s.batch.Fill(chunk)
		s.outputs = s.model.Greedy(s.batch, s.outputs)
	}
	right, tokens := 0, 0
	for i, p := range held {
		out := s.outputs[i]
		right += agreement(out, p.Target)
		tokens += len(p.Target) + 1
		exact := slices.Equal(out, p.Target)
		if exact {
			e.Exact++
		}
		if i < Shown {
			e.Samples = append(e.Samples, Sample{
				Source: s.task.Source().Join(p.Source),
				Target: s.task.Target().Join(p.Target),
				Output: s.task.Target().Join(out),
				Right:  exact,
			})
		}
	}
	if tokens > 0 {
		e.TokenAccuracy = float64(right) / float64(tokens)
	}
	return e
}

// agreement is how many tokens of the target, End counted, the output has in their places.
func agreement(out, target []int) int {
	id := func(x []int, i int) int {
		if i < len(x) {
			return x[i]
		}
		return corpus.End
	}
	n := 0
	for i := range len(target) + 1 {
		if i <= len(out) && id(out, i) == id(target, i) {
			n++
		}
	}
	return n
}
