package scene

import (
	"slices"
	"strconv"
	"strings"

	"unroll/core/trace"
	"unroll/web/say"
)

// Hints say whose number a shape shows, then the equation that made it: with names, with its
// values to three decimals, and the number itself in full.

// hint is the sentence, the equation and the number.
func (s *stage) hint(sentence, equation string, v float32) string {
	return sentence + ": " + equation + " = " + s.num.exact(v)
}

// term writes a factor of a product: a negative one in brackets.
func (s *stage) term(v float32) string {
	t := s.num.short(v, 3)
	if v < 0 {
		return "(" + t + ")"
	}
	return t
}

// stateEquation is how unit i of a cell's h came about, at time step n. The zero state that the
// encoder begins with is not in the trace; before is then empty.
func (s *stage) stateEquation(c *trace.Cell, before []float32, n, i int) string {
	h := indexed("h", n)
	if s.run.Cell == "gru" {
		if z, g := gateOf(c, "z"), gateOf(c, "n"); z != nil && g != nil {
			zi := s.num.short(z[i], 3)
			return h + " = (1 − z)·n + z·" + indexed("h", n-1) +
				" = (1 − " + zi + ")·" + s.term(g[i]) + " + " + zi + "·" + s.term(unit(before, i))
		}
	}
	if o := gateOf(c, "o"); s.run.Cell == "lstm" && o != nil && c.C != nil {
		return h + " = o·tanh(" + indexed("C", n) + ") = " + s.num.short(o[i], 3) + "·tanh(" + s.num.short(c.C[i], 3) + ")"
	}
	return h
}

// memoryEquation is how unit i of an LSTM's cell state came about.
func (s *stage) memoryEquation(c *trace.Cell, before []float32, n, i int) string {
	name := indexed("C", n)
	f, in, g := gateOf(c, "f"), gateOf(c, "i"), gateOf(c, "g")
	if f == nil || in == nil || g == nil {
		return name
	}
	return name + " = f·" + indexed("C", n-1) + " + i·g = " + s.num.short(f[i], 3) + "·" + s.term(unit(before, i)) +
		" + " + s.num.short(in[i], 3) + "·" + s.term(g[i])
}

// unit is one number of a state, zero where the state is the zeros before the first step.
func unit(v []float32, i int) float32 {
	if v == nil {
		return 0
	}
	return v[i]
}

// contextTerms is how many products of the context's sum a hint spells out.
const contextTerms = 3

// contextEquation is how unit i of the attention's context came about at time step n: the greatest
// terms of the sum over the source.
func (s *stage) contextEquation(a *trace.Attention, order []int, n, i int) string {
	var b strings.Builder
	b.WriteString(indexed("c", n) + " = Σ aⱼ·hⱼ = ")
	for k, j := range order[:min(contextTerms, len(order))] {
		if k > 0 {
			b.WriteString(" + ")
		}
		b.WriteString(s.num.short(a.Weights[j], 3) + "·" + s.term(s.run.Encoder[j].H[i]))
	}
	if len(order) > contextTerms {
		b.WriteString(" + …")
	}
	return b.String()
}

// byWeight is the source positions from the one looked at most to the least.
func byWeight(weights []float32) []int {
	order := make([]int, len(weights))
	for j := range order {
		order[j] = j
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case weights[a] > weights[b]:
			return -1
		case weights[a] < weights[b]:
			return 1
		}
		return 0
	})
	return order
}

func (s *stage) weightHint(t, j int) string {
	a := s.run.Decoder[t].Attention
	sentence := say.Fill(s.text.Hint.Weight, "source", visible(s.run.Encoder[j].Token),
		"position", strconv.Itoa(j+1), "step", strconv.Itoa(t+1))
	return s.hint(sentence, "exp("+s.num.short(a.Scores[j], 3)+") / Σ exp(s)", a.Weights[j])
}

func (s *stage) probabilityHint(t int) string {
	step := &s.run.Decoder[t]
	sentence := say.Fill(s.text.Hint.Probability, "output", visible(step.Output), "step", strconv.Itoa(t+1))
	id := step.Output.ID
	return s.hint(sentence, "exp("+s.num.short(step.Logits[id], 3)+") / Σ exp(logits)", step.Probabilities[id])
}

// unitHint fills a sentence that names a unit and a step.
func unitHint(template string, i, step int) string {
	return say.Fill(template, "unit", strconv.Itoa(i+1), "step", strconv.Itoa(step))
}
