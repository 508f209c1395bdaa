package train

import (
	"slices"

	"unroll/core/corpus"
	"unroll/core/measure"
)

// Shown is how many samples an Evaluation carries.
const Shown = 12

// Evaluate measures the model on n held-out pairs, always the same ones; fewer where the task cannot say
// enough, and none where its corpus is not there. It leaves the run as it was.
func (s *Session) Evaluate(n int) *Evaluation {
	if len(s.heldOut) < n {
		s.heldOut = s.task.HeldOut(n)
	}
	held := s.heldOut[:min(n, len(s.heldOut))]
	e := &Evaluation{Step: s.trained}
	s.outputs, s.answers = s.outputs[:0], s.answers[:0]
	for chunk := range slices.Chunk(held, s.config.Batch) {
		s.batch.Fill(chunk)
		s.outputs = s.model.Greedy(s.batch, s.outputs)
		s.scores = s.model.Scores(s.batch, s.scores[:0])
		for i, p := range chunk {
			s.answers = append(s.answers, s.answer(p, s.outputs[len(s.answers)], s.scores[i]))
		}
	}
	for i, p := range held[:min(Shown, len(held))] {
		a := &s.answers[i]
		e.Samples = append(e.Samples, Sample{
			Source: s.task.Source().Join(p.Source), Target: a.TargetText, Output: a.OutputText,
			Right: slices.Equal(a.Output, a.Target),
		})
	}
	s.meter.Tokenisation = tokenisation(s.task)
	e.Report = s.meter.Report(s.answers)
	return e
}

func (s *Session) answer(p corpus.Pair, output []int, score float64) measure.Answer {
	return measure.Answer{
		Source: len(p.Source), Output: output, Target: p.Target,
		OutputText: s.task.Target().Join(output), TargetText: s.task.Target().Join(p.Target),
		LogProbability: score, Scored: len(p.Target) + 1,
	}
}

// tokenisation is how BLEU should cut what the task says: characters as characters, sentences as
// sentences; what only looks like words, names of actions and of sounds, at the spaces.
func tokenisation(t *corpus.Task) measure.Tokenisation {
	switch {
	case t.Target().Cutter().Name() == "characters":
		return measure.TokeniseChar
	case t.Symbolic():
		return measure.TokeniseNone
	}
	return measure.Tokenise13a
}
