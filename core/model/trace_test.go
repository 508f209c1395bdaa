package model

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/token"
	"unroll/core/trace"
)

func vocabulary(n int) *corpus.Vocabulary {
	var s []string
	for i := range n - 3 {
		s = append(s, fmt.Sprint("w", i))
	}
	return corpus.NewVocabulary(token.Words{}, s)
}

// The trace of a greedy run must be what a forced pass over the same tokens computes, and be whole.
func TestTraceIsWhatTheModelComputed(t *testing.T) {
	all, _ := architectures()
	for _, a := range append(all[:len(all):len(all)], various...) {
		c := small(a)
		m := drawn(t, kernel.Plain{}, c)
		b := corpus.NewBatch(1, 5, 6)
		b.Fill([]corpus.Pair{{Source: []int{3, 5, 4}}})
		said := m.Greedy(b, nil)[0]
		source, target := vocabulary(c.SourceVocabulary), vocabulary(c.TargetVocabulary)
		run := m.Trace(0, source, target)
		var out []int
		for _, s := range run.Decoder {
			out = append(out, s.Output.ID)
		}
		if !slices.Equal(slices.DeleteFunc(slices.Clone(out), func(id int) bool { return id == corpus.End }), said) {
			t.Fatalf("%s: the trace says %v, the decoder said %v", name(a), out, said)
		}

		forced := corpus.NewBatch(1, 5, 6)
		forced.Fill([]corpus.Pair{{Source: []int{3, 5, 4}, Target: out[:len(out)-1]}})
		m.Forward(forced, Teach)
		same(t, name(a), run, m.TraceForced(0, source, target, out))
		if t.Failed() {
			t.FailNow()
		}
		whole(t, a.plain(), run)
	}
}

// same compares every number of two runs.
func same(t *testing.T, what string, a, b *trace.Run) {
	t.Helper()
	one, other := numbers(a), numbers(b)
	if len(one) != len(other) {
		t.Fatalf("%s: %d numbers in the trace, %d in that of the forced pass", what, len(one), len(other))
	}
	for i := range one {
		if math.Abs(float64(one[i]-other[i])) > 1e-5 {
			t.Errorf("%s: number %d is %v, forced %v", what, i, one[i], other[i])
			return
		}
	}
}

// numbers are all that a run has, in one order.
func numbers(r *trace.Run) (all []float32) {
	state := func(s trace.State) { all = append(append(all, s.H...), s.C...) }
	cells := func(cells []trace.Cell) {
		for _, c := range cells {
			for _, g := range c.Gates {
				all = append(all, g.Values...)
			}
			state(c.State)
		}
	}
	for _, s := range r.Encoder {
		all = append(append(all, s.Embedding...), s.Out...)
		cells(s.Layers)
		cells(s.Backwards)
	}
	for _, s := range r.Bridge {
		state(s)
	}
	all = append(all, r.Summary...)
	for _, s := range r.Decoder {
		all = append(append(append(all, s.Embedding...), s.Logits...), s.Probabilities...)
		cells(s.Layers)
		if a := s.Attention; a != nil {
			all = append(append(append(append(all, a.Scores...), a.Weights...), a.Context...), a.Attentional...)
		}
	}
	return all
}

// whole checks that a run has all that its architecture computes, and that it fits together.
func whole(t *testing.T, a Architecture, r *trace.Run) {
	t.Helper()
	fail := func(format string, args ...any) { t.Helper(); t.Fatalf(name(a)+": "+format, args...) }
	order := []string{"w0", "w2", "w1"}
	if a.Encoder == "reversed" {
		slices.Reverse(order)
	}
	for i, s := range r.Encoder {
		if s.Token.Text != order[i] {
			fail("token %d that is read is %q, want %q", i, s.Token.Text, order[i])
		}
		top := s.Top().H
		if a.both() {
			top = append(slices.Clone(top), s.Backwards[len(s.Backwards)-1].H...)
		} else if s.Backwards != nil {
			fail("there is a second direction")
		}
		if len(s.Layers) != a.Layers || !a.Residual && !slices.Equal(s.Out, top) {
			fail("step %d of %d layers says %v over the state %v", i, len(s.Layers), s.Out, top)
		}
	}
	last := len(r.Encoder) - 1
	for k, start := range r.Bridge {
		zero := !slices.ContainsFunc(start.H, func(v float32) bool { return v != 0 })
		if a.Bridge == "pass" && !slices.Equal(start.H, r.Encoder[last].Layers[k].H) || (a.Bridge == "zero") != zero {
			fail("over the bridge %s goes %v", a.Bridge, start.H)
		}
	}
	if a.Feed == "every" {
		want := slices.Clone(r.Encoder[last].Top().H)
		if a.both() { // the other direction ends at the beginning
			want = append(want, r.Encoder[0].Backwards[a.Layers-1].H...)
		}
		if !slices.Equal(r.Summary, want) {
			fail("the decoder is fed %v, the encoder ended in %v", r.Summary, want)
		}
	} else if r.Summary != nil {
		fail("there is a summary")
	}
	for i, s := range r.Decoder {
		sum := float32(0)
		for _, p := range s.Probabilities {
			sum += p
		}
		if math.Abs(float64(sum)-1) > 1e-5 || len(s.Layers) != a.Layers {
			fail("step %d has %d layers and probabilities that sum to %v", i, len(s.Layers), sum)
		}
		if (s.Attention != nil) != a.attending() || a.attending() && (s.Attention.Attentional == nil) != a.before() {
			fail("step %d has the attention %+v", i, s.Attention)
		}
		if s.Attention == nil {
			continue
		}
		for d, got := range s.Attention.Context {
			want := float32(0)
			for j, w := range s.Attention.Weights {
				want += w * r.Encoder[j].Out[d]
			}
			if math.Abs(float64(got-want)) > 1e-5 {
				fail("step %d: the context's number %d is %v, its weighted states sum to %v", i, d, got, want)
			}
		}
	}
}
