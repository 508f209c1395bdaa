package model

import (
	"fmt"
	"math"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/trace"
)

// The gradients of boxes must add up to those of the parameters, by equations that the backward pass does
// not use: each bias's gradient is the sum over time of what the state's gradient makes of its gate.
func TestGradientsOfBoxesAddUpToThoseOfParameters(t *testing.T) {
	all, _ := architectures()
	for _, a := range append(all[:len(all):len(all)], various...) {
		a.Dropout = 0
		c := small(a)
		m := drawn(t, kernel.Naive{}, c)
		b := corpus.NewBatch(1, 5, 6)
		b.Fill([]corpus.Pair{{Source: []int{3, 5, 4, 3}, Target: []int{4, 3, 4}}})
		_, _ = gradient(m, b, Teach)
		run := m.TraceForced(0, vocabulary(c.SourceVocabulary), vocabulary(c.TargetVocabulary), []int{4, 3, 4, corpus.End})
		adder{t, m, run, m.TraceBackward(0, 4)}.check()
		if t.Failed() {
			t.Fatalf("%s: the gradients of boxes do not add up", name(a))
		}
	}
}

type adder struct {
	*testing.T
	m   *Model
	run *trace.Run
	u   *trace.Update
}

func (a adder) check() {
	c := a.m.Config
	for k := range c.Layers {
		encoder, decoder, backwards := a.steps(k, false), a.decoder(k), a.steps(k, true)
		a.bias(fmt.Sprintf("enc.l%d.", k), encoder)
		a.bias(fmt.Sprintf("dec.l%d.", k), decoder)
		if c.both() {
			a.bias(fmt.Sprintf("enc.l%d.rev.", k), backwards)
		}
	}
	a.embeddings()
	logits := make([]float64, c.TargetVocabulary)
	for _, g := range a.u.Decoder {
		sum(logits, g.Logits, func(i int, d float32) float64 { return float64(d) })
	}
	a.same("out.b", logits)
	if a.m.attentional != nil {
		pre := make([]float64, c.Hidden)
		for t, g := range a.u.Decoder {
			h := a.run.Decoder[t].Attention.Attentional
			sum(pre, g.Attentional, func(i int, d float32) float64 { return float64(d) * (1 - square(h[i])) })
		}
		a.same("attn.b_c", pre)
	}
	if a.m.attention != nil {
		a.attention()
	}
}

// a moment is one step of a layer: what was before, what it computed, and the gradient by its state.
type moment struct {
	before trace.State
	cell   trace.Cell
	d      trace.State
}

func (a adder) steps(k int, backwards bool) (all []moment) {
	n := a.m.Config.Hidden
	before := trace.State{H: make([]float32, n), C: make([]float32, n)}
	for i := range a.run.Encoder {
		cells, d := a.run.Encoder[i].Layers, a.u.Encoder[i].Layers
		if backwards {
			last := len(a.run.Encoder) - 1
			cells, d = a.run.Encoder[last-i].Backwards, a.u.Encoder[last-i].Backwards
		}
		if cells == nil {
			return nil
		}
		all = append(all, moment{before, cells[k], d[k]})
		before = cells[k].State
	}
	return all
}

func (a adder) decoder(k int) (all []moment) {
	before := a.run.Bridge[k]
	for t := range a.run.Decoder {
		all = append(all, moment{before, a.run.Decoder[t].Layers[k], a.u.Decoder[t].Layers[k]})
		before = a.run.Decoder[t].Layers[k].State
	}
	return all
}

func square(x float32) float64 { return float64(x) * float64(x) }

func sum(to []float64, d []float32, f func(i int, d float32) float64) {
	for i, v := range d {
		to[i] += f(i, v)
	}
}

// bias compares the gradient of b_ih of a layer.
func (a adder) bias(prefix string, steps []moment) {
	a.Helper()
	h := a.m.Config.Hidden
	got := make([]float64, len(a.m.Params.Find(prefix+"b_ih").Grad))
	for _, s := range steps {
		g := func(gate, i int) float64 { return float64(s.cell.Gates[gate].Values[i]) }
		σ := func(x float64) float64 { return x * (1 - x) }
		for i := range h {
			d, before := float64(s.d.H[i]), float64(s.before.H[i])
			switch a.m.Config.Cell {
			case "rnn":
				got[i] += d * (1 - g(0, i)*g(0, i))
			case "gru": // of r, another sum would need W_hn h
				z, n := g(1, i), g(2, i)
				got[h+i] += d * (before - n) * σ(z)
				got[2*h+i] += d * (1 - z) * (1 - n*n)
			case "lstm":
				dc, memory := float64(s.d.C[i]), float64(s.before.C[i])
				got[i] += dc * g(2, i) * σ(g(0, i))
				got[h+i] += dc * memory * σ(g(1, i))
				got[2*h+i] += dc * g(0, i) * (1 - g(2, i)*g(2, i))
				got[3*h+i] += d * math.Tanh(float64(s.cell.C[i])) * σ(g(3, i))
			}
		}
	}
	want := a.m.Params.Find(prefix + "b_ih").Grad
	for i := range got {
		if a.m.Config.Cell == "gru" && i < h {
			continue
		}
		a.close(fmt.Sprintf("%sb_ih[%d]", prefix, i), got[i], float64(want[i]))
	}
}

func (a adder) same(param string, got []float64) {
	a.Helper()
	p := a.m.Params.Find(param)
	for i, v := range got {
		a.close(fmt.Sprintf("%s[%d]", param, i), v, float64(p.Grad[i]))
	}
}

func (a adder) close(what string, got, want float64) {
	a.Helper()
	if !(math.Abs(got-want) <= 1e-6+1e-4*math.Abs(want)) {
		a.Errorf("%s has the gradient %v, its boxes' add up to %v", what, want, got)
	}
}

// embeddings: a table's row has the gradients of its token's occurrences.
func (a adder) embeddings() {
	if a.m.Config.Embeddings != "separate" {
		return // then other gradients go there too
	}
	e := a.m.Config.Embedding
	source, target := make([]float64, len(a.m.sourceEmbedding.W.Grad)), make([]float64, len(a.m.targetTable.W.Grad))
	for i, g := range a.u.Encoder {
		sum(source[a.run.Encoder[i].Token.ID*e:], g.Embedding, func(_ int, d float32) float64 { return float64(d) })
	}
	for t, g := range a.u.Decoder {
		sum(target[a.run.Decoder[t].Token.ID*e:], g.Embedding, func(_ int, d float32) float64 { return float64(d) })
	}
	a.same("emb_src", source)
	a.same("emb_tgt", target)
}

// attention: the scores' gradient is what the softmax makes of that of the context.
func (a adder) attention() {
	for t, g := range a.u.Decoder {
		w, mean := a.run.Decoder[t].Attention.Weights, 0.0
		dw := make([]float64, len(w))
		for j := range w {
			for d, v := range a.run.Encoder[j].Out {
				dw[j] += float64(v) * float64(g.Context[d])
			}
			mean += float64(w[j]) * dw[j]
		}
		for j := range w {
			a.close(fmt.Sprintf("score %d of step %d", j, t), float64(w[j])*(dw[j]-mean), float64(g.Scores[j]))
		}
	}
}
