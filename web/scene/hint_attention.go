package scene

import (
	"unroll/core/trace"
	"unroll/web/say"
)

// attentionalName is that of the attentional state, which joins state and context.
const attentionalName = "h̃"

// written is the place, counted from 1, at which the encoder's step j reads the source as it is written.
func (s *stage) written(j int) int {
	if s.reversed {
		return len(s.run.Encoder) - j
	}
	return j + 1
}

// seen is the name of what attention sees at the encoder's step of this index.
func (s *stage) seen(index string) string { return s.says(Encoder, s.layers-1, index) }

// query is the name of what a decoding step, counted from 0, asks with.
func (s *stage) query(t int) string {
	n := len(s.run.Encoder) + t + 1
	top := s.layers - 1
	switch {
	case !s.before:
		return s.says(Decoder, top, subscript(n))
	case t == 0:
		return s.start("h", top)
	}
	return indexed(s.ofLayer("h", top), n-1)
}

// scoreEquation is how the score of the encoder's step j came about at decoding step t, as far as the
// trace can tell: it has no weights.
func (s *stage) scoreEquation(t, j int) string {
	q, h := s.query(t), s.seen(subscript(j+1))
	switch s.attention {
	case "dot":
		if s.residual {
			return q + "·" + h // of which the query, a sum, is not in the trace
		}
		asks := s.run.Decoder[t].Top().H
		product := func(i int) (float32, float32) { return asks[i], s.run.Encoder[j].Out[i] }
		order := ranked(s.hidden, func(i int) float32 {
			a, b := product(i)
			return max(a*b, -a*b)
		})
		return q + "·" + h + " = " + s.sum(order, product)
	case "general":
		return q + "·W·" + h
	}
	return "v·tanh(W_q·" + q + " + W_k·" + h + " + b)"
}

func (s *stage) weightHint(t, j int) string {
	a := s.run.Decoder[t].Attention
	sentence := say.Fill(s.text.Hint.Weight, "source", quoted(s.run.Encoder[j].Token),
		"position", itoa(s.written(j)), "step", itoa(t+1))
	score := s.num.short(a.Scores[j], 3)
	return s.hint(sentence, "s = "+s.scoreEquation(t, j)+" = "+score+", exp("+score+") / Σ exp(s)", a.Weights[j])
}

// contextEquation is how unit i of the attention's context came about at time step n: the greatest
// terms of the sum over the source.
func (s *stage) contextEquation(a *trace.Attention, order []int, n, i int) string {
	return indexed("c", n) + " = Σ aⱼ·" + s.seen("ⱼ") + " = " +
		s.sum(order, func(j int) (w, h float32) { return a.Weights[j], s.run.Encoder[j].Out[i] })
}

// attentionalEquation is how the attentional state came about at time step n.
func (s *stage) attentionalEquation(n int) string {
	index := subscript(n)
	return attentionalName + index + " = tanh(W·[c" + index + "; " + s.says(Decoder, s.layers-1, index) + "] + b)"
}

// outEquation is how unit i of what attention sees at the encoder's step j came about.
func (s *stage) outEquation(j, i int) string {
	r, top := &s.run.Encoder[j], s.layers-1
	index := subscript(j + 1)
	if !s.residual {
		back := i >= s.hidden
		return s.of("h", top, back) + index
	}
	// Every layer's state is added to what the first one says.
	sum, terms := "", ""
	for k := top; k >= 0; k-- {
		cells, back := r.Layers, i >= s.hidden
		if back {
			cells = r.Backwards
		}
		if k < top {
			sum, terms = sum+" + ", terms+" + "
		}
		sum += s.of("h", k, back) + index
		terms += s.term(cells[k].H[i%s.hidden])
	}
	return s.says(Encoder, top, index) + " = " + sum + " = " + terms
}
