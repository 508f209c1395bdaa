package model

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/token"
)

func small(cell, attention string) Config {
	return Config{Cell: cell, Attention: attention, Embedding: 3, Hidden: 4, SourceVocabulary: 7,
		TargetVocabulary: 6, MaxSource: 5, MaxTarget: 6, MaxBatch: 4}
}

func drawn(t testing.TB, ops kernel.Ops, c Config) *Model {
	m, err := New(ops, c)
	if err != nil {
		t.Fatal(err)
	}
	m.Params.Draw(rand.New(rand.NewPCG(3, 3)))
	return m
}

func pairs(r *rand.Rand, n int) []corpus.Pair {
	var out []corpus.Pair
	draw := func(most, vocabulary int) (ids []int) {
		for range 1 + r.IntN(most) {
			ids = append(ids, 3+r.IntN(vocabulary-3))
		}
		return ids
	}
	for range n {
		out = append(out, corpus.Pair{Source: draw(5, 7), Target: draw(5, 6)})
	}
	return out
}

func fill(p ...corpus.Pair) *corpus.Batch {
	b := corpus.NewBatch(4, 5, 6)
	b.Fill(p)
	return b
}

var cellNames, attentionNames = []string{"rnn", "gru", "lstm"}, []string{"none", "dot", "general"}

// every runs a test for each architecture.
func every(t *testing.T, f func(t *testing.T, c Config)) {
	for _, cell := range cellNames {
		for _, attention := range attentionNames {
			t.Run(cell+"/"+attention, func(t *testing.T) { f(t, small(cell, attention)) })
		}
	}
}

// TestGradients checks the gradient of the whole model's loss by every parameter against differences.
func TestGradients(t *testing.T) {
	formula := fd.Formula{
		Stencil:    []fd.Point{{Loc: -2, Coeff: 1. / 12}, {Loc: -1, Coeff: -8. / 12}, {Loc: 1, Coeff: 8. / 12}, {Loc: 2, Coeff: -1. / 12}},
		Derivative: 1, Step: 0.03,
	}
	every(t, func(t *testing.T, c Config) {
		m, b := drawn(t, kernel.Naive{}, c), fill(pairs(rand.New(rand.NewPCG(4, 4)), 3)...)
		m.Forward(b, true)
		m.Backward(b)
		grad := slices.Clone(m.Params.Grad)
		for i, at := range slices.Clone(m.Params.Value) {
			want := fd.Derivative(func(v float64) float64 {
				m.Params.Value[i] = float32(v)
				return m.Forward(b, true)
			}, float64(at), &fd.Settings{Formula: formula})
			m.Params.Value[i] = at
			if got := float64(grad[i]); math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
				t.Errorf("∂loss/∂θ[%d] is %v, differences say %v", i, got, want)
			}
		}
	})
}

// A sentence's loss must not depend on what it is batched with: neither on the padding that a longer
// neighbour brings nor on its place.
func TestBatchmatesDoNotMatter(t *testing.T) {
	every(t, func(t *testing.T, c Config) {
		m := drawn(t, kernel.Naive{}, c)
		r := rand.New(rand.NewPCG(5, 5))
		for range 20 {
			p := pairs(r, 4)
			sum := 0.0
			for _, one := range p {
				b := fill(one)
				sum += m.Forward(b, true) * float64(b.Tokens)
			}
			b := fill(p...)
			if got := m.Forward(b, true) * float64(b.Tokens); math.Abs(got-sum) > 1e-5*sum {
				t.Fatalf("together the losses add up to %v, alone to %v", got, sum)
			}
			slices.Reverse(p)
			if got := m.Forward(fill(p...), true) * float64(b.Tokens); math.Abs(got-sum) > 1e-5*sum {
				t.Fatalf("in another order the losses add up to %v, alone to %v", got, sum)
			}
		}
	})
}

// Whatever stands in the padded places, loss and gradients are the same bits.
func TestPaddingIsNotRead(t *testing.T) {
	every(t, func(t *testing.T, c Config) {
		m, b := drawn(t, kernel.Plain{}, c), fill(pairs(rand.New(rand.NewPCG(6, 6)), 4)...)
		loss := m.Forward(b, true)
		m.Backward(b)
		grad := slices.Clone(m.Params.Grad)
		changed := 0
		for row, n := range b.SourceLength {
			for s := n; s < b.S; s++ {
				b.Source[s*b.Size+row] = 5
				changed++
			}
		}
		for row, n := range b.TargetLength {
			for s := n; s < b.T; s++ {
				b.Input[s*b.Size+row] = 4
				changed++
			}
		}
		if changed == 0 {
			t.Fatal("the batch has no padding to change")
		}
		if got := m.Forward(b, true); got != loss {
			t.Errorf("the loss changes from %v to %v", loss, got)
		}
		m.Backward(b)
		if i := differs(grad, m.Params.Grad); i >= 0 {
			t.Errorf("gradient %d changes from %v to %v", i, grad[i], m.Params.Grad[i])
		}
	})
}

// differs is the first place where two slices differ (0 and −0 are equal), or −1.
func differs(a, b []float32) int {
	for i := range a {
		if a[i] != b[i] {
			return i
		}
	}
	return -1
}

// Without teacher forcing the decoder must read what it said, and only that.
func TestFreeRunningReadsItsOwnOutput(t *testing.T) {
	every(t, func(t *testing.T, c Config) {
		m, b := drawn(t, kernel.Plain{}, c), fill(pairs(rand.New(rand.NewPCG(8, 8)), 3)...)
		free := m.Forward(b, false)
		for t := 1; t < b.T; t++ {
			for row := range b.Size {
				if m.input[t*b.Size+row] != m.said(t-1, row) {
					panic("the decoder read something else")
				}
			}
		}
		// Forcing it to read just that must give the same loss and gradient.
		m.Backward(b)
		grad := slices.Clone(m.Params.Grad)
		copy(b.Input, m.input[:b.T*b.Size])
		if forced := m.Forward(b, true); math.Abs(forced-free) > 1e-6 {
			t.Errorf("loss %v when running free, %v when forced to the same tokens", free, forced)
		}
		m.Backward(b)
		for i := range grad {
			if math.Abs(float64(grad[i]-m.Params.Grad[i])) > 1e-6 {
				t.Fatalf("gradient %d is %v running free, %v forced", i, grad[i], m.Params.Grad[i])
			}
		}
	})
}

// The trace of a greedy run must be what a forced pass over the same tokens computes, and be whole.
func TestTraceIsWhatTheModelComputed(t *testing.T) {
	texts := func(n int) *corpus.Vocabulary {
		var s []string
		for i := range n - 3 {
			s = append(s, fmt.Sprint("w", i))
		}
		return corpus.NewVocabulary(token.Characters{}, s)
	}
	every(t, func(t *testing.T, c Config) {
		m := drawn(t, kernel.Plain{}, c)
		b := corpus.NewBatch(1, 5, 6)
		b.Fill([]corpus.Pair{{Source: []int{3, 5, 4}}})
		said := m.Greedy(b, nil)[0]
		run := m.Trace(0, texts(7), texts(6))
		if len(run.Encoder) != 3 || run.Encoder[1].Token.Text != "w2" {
			t.Fatalf("the encoder's trace is %d steps, its second token %v", len(run.Encoder), run.Encoder[1].Token)
		}
		var out []int
		for _, s := range run.Decoder {
			if s.Output.ID != corpus.End {
				out = append(out, s.Output.ID)
			}
		}
		if !slices.Equal(out, said) {
			t.Fatalf("the trace says %v, the decoder said %v", out, said)
		}
		if !slices.Equal(run.Bridge.H, run.Encoder[2].H) {
			t.Error("the bridge is not the encoder's last state")
		}

		forced := corpus.NewBatch(1, 5, 6)
		target := append(slices.Clone(said), corpus.End)[:len(run.Decoder)-1]
		forced.Fill([]corpus.Pair{{Source: []int{3, 5, 4}, Target: target}})
		m.Forward(forced, true)
		for i, s := range run.Decoder {
			sum := float32(0)
			for _, p := range s.Probabilities {
				sum += p
			}
			if math.Abs(float64(sum)-1) > 1e-5 {
				t.Errorf("step %d's probabilities sum to %v", i, sum)
			}
			for k, h := range m.decoder.H(i) {
				if math.Abs(float64(h-s.H[k])) > 1e-6 {
					t.Fatalf("step %d: h[%d] is %v in the trace, %v forced", i, k, s.H[k], h)
				}
			}
			if (s.Attention == nil) != (c.Attention == "none") {
				t.Fatalf("attention %q, but the trace has %v", c.Attention, s.Attention)
			}
			if s.Attention != nil && !slices.Equal(s.Attention.Weights, m.attention.Weights(i, 0)) {
				for k, w := range m.attention.Weights(i, 0) {
					if math.Abs(float64(w-s.Attention.Weights[k])) > 1e-6 {
						t.Fatalf("step %d: weight %d differs", i, k)
					}
				}
			}
		}
	})
}

func TestConfigSaysWhatIsWrong(t *testing.T) {
	for _, c := range []Config{{}, {Cell: "gru"}, small("gru", "bahdanau"), small("transformer", "none"), {Cell: "gru", Attention: "none", Hidden: -1}} {
		if _, err := New(kernel.Plain{}, c); err == nil {
			t.Errorf("%+v went through", c)
		}
	}
}
