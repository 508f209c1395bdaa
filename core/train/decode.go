package train

import (
	"unroll/core/decode"
	"unroll/core/trace"
)

// Decoded is what the model makes of an input.
type Decoded struct {
	Run        *trace.Run // that of one of the hypotheses
	Picked     int        // which one
	Hypotheses []Said     // the best first
	Tree       *trace.Beam
}

// Said is a hypothesis as text.
type Said struct {
	Text     string  // without End; unknown words replaced by those of the input that attention looked at
	Copied   int     // how many were
	Tokens   int     // End counted, if it was said
	Finished bool    // rather than cut off
	LogProb  float64 // log p(it | input), natural
	Score    float64 // after the length penalty
}

// Run decodes an input greedily and returns everything that was computed on the way. The errors are
// those of corpus.Task.Parse.
func (s *Session) Run(input string) (*trace.Run, error) {
	d, err := s.Decode(input, decode.Options{}, 0)
	if err != nil {
		return nil, err
	}
	return d.Run, nil
}

// Decode makes an output of an input, and traces the hypothesis of that number, or the best if there
// are not so many. The errors are those of corpus.Task.Parse and of decode.Options.Check.
func (s *Session) Decode(input string, o decode.Options, pick int) (*Decoded, error) {
	ids, typed, err := s.task.Read(input)
	if err != nil {
		return nil, err
	}
	r, err := s.decoder.Decode(ids, o)
	if err != nil {
		return nil, err
	}
	return s.decoded(input, ids, typed, r, pick), nil
}

// Force says how probable the model finds a target that is given. The errors are those of
// corpus.Task.Parse, about the input, and of ParseTarget.
func (s *Session) Force(input, target string) (*Decoded, error) {
	ids, typed, err := s.task.Read(input)
	if err != nil {
		return nil, err
	}
	wanted, err := s.task.ParseTarget(target)
	if err != nil {
		return nil, &TargetError{err}
	}
	h, err := s.decoder.Force(ids, wanted)
	if err != nil {
		return nil, err
	}
	return s.decoded(input, ids, typed, decode.Result{Hypotheses: []decode.Hypothesis{h}}, 0), nil
}

// TargetError is an error of Parse that is about a target.
type TargetError struct{ Err error }

func (e *TargetError) Error() string { return "the target: " + e.Err.Error() }
func (e *TargetError) Unwrap() error { return e.Err }

func (s *Session) decoded(input string, ids []int, typed []string, r decode.Result, pick int) *Decoded {
	d := &Decoded{Tree: r.Tree}
	if pick < len(r.Hypotheses) {
		d.Picked = pick
	}
	open := s.task.Target().Open()
	for i, h := range r.Hypotheses {
		said := Said{Text: s.task.Target().Join(h.IDs), Tokens: len(h.LogProbs), Finished: h.Finished, LogProb: h.LogProb, Score: h.Score}
		if i == d.Picked || open {
			run := s.decoder.Trace(ids, h)
			run.Trained, run.Input = s.trained, input
			said.Text, said.Copied = s.replaced(run, typed)
			if i == d.Picked {
				d.Run, run.Said = run, said.Text
			}
		}
		d.Hypotheses = append(d.Hypotheses, said)
	}
	return d
}

// replaced is a run's output, in which unknown words have become those of the input.
func (s *Session) replaced(run *trace.Run, typed []string) (text string, copied int) {
	var words []string
	for _, w := range s.decoder.Replace(run, typed) {
		words = append(words, w.Text)
		if w.From >= 0 {
			copied++
		}
	}
	return s.task.Target().Cutter().Join(words), copied
}
