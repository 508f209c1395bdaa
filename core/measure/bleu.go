package measure

import "math"

// Order is the longest n-gram that BLEU counts.
const Order = 4

// Overlap is what BLEU is computed from: what outputs and references, one reference an output, have in
// common. Overlaps add.
type Overlap struct {
	// Matches[n−1] is how many n-grams of the outputs the references have too. An n-gram counts in a
	// sentence at most as often as the reference has it (Papineni et al. 2002, §2.1: clipped).
	Matches [Order]int
	Totals  [Order]int // n-grams of the outputs

	Output, Reference int // tokens
}

// Add adds the overlap of other sentences.
func (o *Overlap) Add(p *Overlap) {
	for n := range Order {
		o.Matches[n] += p.Matches[n]
		o.Totals[n] += p.Totals[n]
	}
	o.Output += p.Output
	o.Reference += p.Reference
}

// BLEU is the bilingual evaluation understudy of Papineni, Roukos, Ward & Zhu 2002,
//
//	BLEU = BP · (p₁ p₂ p₃ p₄)^¼    BP = min(1, e^(1 − r⁄c))
//
// with c tokens of output and r of reference, as sacreBLEU defines it (Post 2018, version 2.6.0): in
// per cent, and smoothed by its method "exp", NIST's own: the first order without a match has half
// of one, the next a quarter, and so on. Where nothing matches at all, everything but BP is zero.
type BLEU struct {
	Score          float64        // 0 to 100
	Precisions     [Order]float64 // pₙ, in per cent
	BrevityPenalty float64        // BP
}

// Defined reports whether the outputs have any 4-gram. Without one, as when no output is longer than
// three tokens, the Corpus score is zero however right they are, and had better not be shown.
func (o *Overlap) Defined() bool { return o.Totals[Order-1] > 0 }

// Corpus is the score of all sentences together, the one that is meant by BLEU.
func (o *Overlap) Corpus() BLEU { return o.score(false) }

// Sentence is the score of a single sentence: for one that is too short to have 4-grams the mean is
// taken over the orders that it has (sacreBLEU's effective order).
func (o *Overlap) Sentence() BLEU { return o.score(true) }

func (o *Overlap) score(effective bool) BLEU {
	b := BLEU{BrevityPenalty: 1}
	if o.Output < o.Reference { // 0 if nothing was said: e to the −∞
		b.BrevityPenalty = math.Exp(1 - float64(o.Reference)/float64(o.Output))
	}
	if o.Matches[0] == 0 { // nor of any longer n-gram
		return b
	}
	matchless, order := 1.0, 0
	for n, total := range o.Totals {
		if total == 0 {
			break
		}
		order = n + 1
		if o.Matches[n] == 0 {
			matchless *= 2
			b.Precisions[n] = 100 / (matchless * float64(total))
		} else {
			b.Precisions[n] = 100 * float64(o.Matches[n]) / float64(total)
		}
	}
	if !effective {
		order = Order
	}
	b.Score = b.BrevityPenalty * geometricMean(b.Precisions[:order])
	return b
}

// geometricMean is that of 1 to 4 numbers. Roots, unlike logarithms, are the same on every platform,
// and leave the mean of equals what it was: a perfect score is 100, not a little more.
func geometricMean(x []float64) float64 {
	product := 1.0
	for _, p := range x {
		product *= p
	}
	switch len(x) {
	case 1:
		return product
	case 2:
		return math.Sqrt(product)
	case 3:
		return math.Cbrt(product)
	}
	return math.Sqrt(math.Sqrt(product))
}
