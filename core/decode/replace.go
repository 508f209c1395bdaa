package decode

import (
	"fmt"

	"unroll/core/corpus"
	"unroll/core/trace"
)

// Word is a token of an output in which unknown words have been replaced.
type Word struct {
	Text string
	From int // the token of the source, from 0, that it was copied from; −1: the model said it
}

// Replace is the output of a run, End left out, in which each ⟨unk⟩ has become the word of the source
// at which attention looked most when it was said; of equals, the first. What an open vocabulary lacks
// is often a name or a number, which is the same in both languages (Luong, Sutskever, Le, Vinyals &
// Zaremba 2015, who look the others up in a dictionary; Jean, Cho, Memisevic & Bengio 2015, who find the
// word by attention, too).
//
// Typed are the source's tokens as a person typed them, in their order: the word that is copied may be
// unknown in the source too. Without attention, and in a closed vocabulary, everything is left as it was.
func (d *Decoder) Replace(run *trace.Run, typed []string) []Word {
	if len(typed) != len(run.Encoder) {
		panic(fmt.Sprintf("decode: a run of %d source tokens, of which %d were typed", len(run.Encoder), len(typed)))
	}
	var words []Word
	for i := range run.Decoder {
		step := &run.Decoder[i]
		if step.Output.ID == corpus.End {
			break
		}
		word := Word{step.Output.Text, -1}
		if step.Output.ID == corpus.Unknown && d.target.Open() && step.Attention != nil {
			word.From = mostRegarded(step.Attention.Weights, run.Model.Encoder == "reversed")
			word.Text = typed[word.From]
		}
		words = append(words, word)
	}
	return words
}

// mostRegarded is the place in the source that has the greatest weight. The weights are in the order in
// which the source was read.
func mostRegarded(weights []float32, reversed bool) int {
	best, most := 0, float32(-1)
	for i := range weights {
		at := i
		if reversed {
			at = len(weights) - 1 - i
		}
		if weights[at] > most {
			best, most = i, weights[at]
		}
	}
	return best
}
