// Package measure says how well a model does on held-out pairs: loss and perplexity, token accuracy,
// exact match, edit distance and BLEU, over all pairs and for each source length.
//
// It takes plain data, one Answer a pair, and counts: a Tally is those counts, and every measure is a
// ratio of some of them. Tallies add, so that a measure over some lengths together is taken of their
// sum and never averaged. All counts but the log-probability are integers; no order in which the
// pairs come changes a measure made of them by a bit. (Perplexity and BLEU's brevity penalty are
// exponentials, by package math, whose last bit may differ between platforms.)
//
// A measure that has nothing to be taken of, such as the loss of no pairs, is NaN; only BLEU is then 0,
// as it is for sacreBLEU, and Overlap.Defined tells.
package measure

import "slices"

// Answer is one held-out pair and what the model made of it. Tokens are ids of the target's
// vocabulary without the marks around a sentence; texts are what a reader sees.
type Answer struct {
	Source                 int   // tokens of the source
	Output, Target         []int // what the model said, what it should have said
	OutputText, TargetText string

	// LogProbability is what the model gives the target when it is forced to say it:
	// Σ ln p(token | those before it, source), in nats, over Scored tokens, the end of the sentence
	// counted. Both are zero where nobody asked the model.
	LogProbability float64
	Scored         int
}

// Meter measures answers. The zero value is ready, and counts BLEU's n-grams over 13a tokens. It
// keeps the room that it works in, and each word that it met: once those have grown, a Tally of
// sentences of up to 127 tokens, without entities to be replaced, allocates nothing.
type Meter struct {
	Tokenisation Tokenisation // of BLEU; every other measure is of the model's own tokens

	cutter      cutter
	out, target []uint32 // the two texts' tokens
	grams       grams
}

// Tally counts one answer.
func (m *Meter) Tally(a *Answer) Tally {
	t := Tally{
		Pairs:          1,
		Right:          agreement(a.Output, a.Target),
		Tokens:         len(a.Target) + 1,
		Edits:          EditDistance(a.Output, a.Target),
		Reference:      len(a.Target),
		LogProbability: a.LogProbability,
		Scored:         a.Scored,
	}
	if slices.Equal(a.Output, a.Target) {
		t.Exact = 1
	}
	m.cutter.forget()
	m.out = m.cutter.cut(m.out[:0], m.Tokenisation, a.OutputText)
	m.target = m.cutter.cut(m.target[:0], m.Tokenisation, a.TargetText)
	t.Overlap = m.grams.overlap(m.out, m.target)
	return t
}

// agreement is how many tokens of the target, its end counted, the output has in their places. An
// output ends after its last token; of what stands in a target beyond that, nothing is right.
func agreement(output, target []int) int {
	n := 0
	for i, id := range target {
		if i < len(output) && output[i] == id {
			n++
		}
	}
	if len(output) == len(target) {
		n++
	}
	return n
}
