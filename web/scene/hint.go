package scene

import (
	"strings"

	"unroll/web/say"
)

// Hints say whose number it is that a shape shows, then the equation that made it: with names, with
// its values to three decimals, and the number itself in full.

// hint is the sentence, the equation and the number.
//
//go:noinline
func (s *stage) hint(sentence, equation string, v float32) string {
	return sentence + ": " + equation + " = " + s.num.exact(v)
}

// term writes a factor of a product: a negative one in brackets.
//
//go:noinline
func (s *stage) term(v float32) string {
	t := s.num.short(v, 3)
	if v < 0 {
		return "(" + t + ")"
	}
	return t
}

// sumTerms is how many products of a sum a hint spells out.
const sumTerms = 3

// sum spells out the greatest products of a sum; order is its indices, the greatest first.
func (s *stage) sum(order []int, factors func(j int) (a, b float32)) string {
	var t strings.Builder
	for k, j := range order[:min(sumTerms, len(order))] {
		if k > 0 {
			t.WriteString(" + ")
		}
		a, b := factors(j)
		t.WriteString(s.term(a) + "·" + s.term(b))
	}
	if len(order) > sumTerms {
		t.WriteString(" + …")
	}
	return t.String()
}

// ranked is the indices of n things, from the greatest to the least.
func ranked(n int, value func(j int) float32) []int {
	order := make([]int, n)
	for j := range order {
		order[j] = j
		// Insertion keeps equals, and what is not a number, in their order.
		for k := j; k > 0 && value(order[k]) > value(order[k-1]); k-- {
			order[k], order[k-1] = order[k-1], order[k]
		}
	}
	return order
}

// unitHint fills a sentence that names a unit and a step.
func unitHint(template string, i, step int) string {
	return say.Fill(template, "unit", itoa(i+1), "step", itoa(step))
}

// sourceHint is what there is to say of the token that the encoder reads at step i.
func (s *stage) sourceHint(i int) string {
	template := s.text.Hint.Source
	if s.reversed {
		template = s.text.Hint.SourceReversed
	}
	return say.Fill(template, "token", isolated(s.run.Encoder[i].Token.Text), "step", itoa(i+1), "position", itoa(s.written(i)))
}

// outputHint is what there is to say of the token that decoding step t says.
func (s *stage) outputHint(t int) string {
	return say.Fill(s.text.Hint.Output, "token", isolated(s.run.Decoder[t].Output.Text), "step", itoa(t+1))
}

func (s *stage) probabilityHint(t int) string {
	step := &s.run.Decoder[t]
	sentence := say.Fill(s.text.Hint.Probability, "output", quoted(step.Output), "step", itoa(t+1))
	id := step.Output.ID
	return s.hint(sentence, "exp("+s.num.short(step.Logits[id], 3)+") / Σ exp(logits)", step.Probabilities[id])
}
