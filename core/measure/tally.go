package measure

import "math"

// Tally is what has been counted over some pairs. The zero value is that of no pairs.
type Tally struct {
	Pairs, Exact int // pairs; those of them whose output is right to the last token

	Right, Tokens int // target tokens, the end of each counted, that are right in their place; all

	Edits, Reference int // Σ EditDistance; target tokens, the ends not counted

	LogProbability float64 // Σ ln p(target | source), in nats
	Scored         int     // the tokens that it sums over

	Overlap Overlap // of the texts' n-grams, which BLEU is made of
}

// Add adds what was counted over other pairs.
func (t *Tally) Add(u *Tally) {
	t.Pairs += u.Pairs
	t.Exact += u.Exact
	t.Right += u.Right
	t.Tokens += u.Tokens
	t.Edits += u.Edits
	t.Reference += u.Reference
	t.LogProbability += u.LogProbability
	t.Scored += u.Scored
	t.Overlap.Add(&u.Overlap)
}

// Loss is the mean cross-entropy of a target token, in nats: −LogProbability ⁄ Scored. Labels are not
// smoothed, however the model was trained.
func (t *Tally) Loss() float64 { return (0 - t.LogProbability) / float64(t.Scored) }

// Perplexity is e to the Loss: among how many equally likely tokens the model is as unsure.
func (t *Tally) Perplexity() float64 { return math.Exp(t.Loss()) }

// TokenAccuracy is the share of target tokens, the end of each counted, that are right in their place.
func (t *Tally) TokenAccuracy() float64 { return ratio(t.Right, t.Tokens) }

// ExactMatch is the share of outputs that are right to the last token.
func (t *Tally) ExactMatch() float64 { return ratio(t.Exact, t.Pairs) }

// EditDistance is the mean EditDistance of an output from its target, in tokens.
func (t *Tally) EditDistance() float64 { return ratio(t.Edits, t.Pairs) }

// ErrorRate is the token error rate: all edits by all target tokens, the ends not counted. Where the
// tokens are characters, words or phonemes it is known as CER, WER or PER. It exceeds 1 when the
// outputs are much too long, and is +Inf for edits of targets that are all empty.
func (t *Tally) ErrorRate() float64 { return ratio(t.Edits, t.Reference) }

// BLEU is the corpus score of the texts.
func (t *Tally) BLEU() BLEU { return t.Overlap.Corpus() }

func ratio(a, b int) float64 { return float64(a) / float64(b) }
