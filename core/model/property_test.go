package model

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/optim"
)

// A sentence's loss must not depend on what it is batched with: neither on the padding that a longer
// neighbour brings nor on its place.
func TestBatchmatesDoNotMatter(t *testing.T) {
	all, _ := architectures()
	for i := 0; i < len(all); i += 7 {
		m := drawn(t, kernel.Naive{}, small(all[i]))
		r := rand.New(rand.NewPCG(5, uint64(i)))
		for range 3 {
			p := pairs(r, 4)
			sum := 0.0
			for _, one := range p {
				b := fill(one)
				sum += m.Forward(b, Teach) * float64(b.Tokens)
			}
			for range 2 {
				b := fill(p...)
				if got := m.Forward(b, Teach) * float64(b.Tokens); math.Abs(got-sum) > 1e-5*sum {
					t.Fatalf("%s: together, in this order, the losses add up to %v, alone to %v", name(all[i]), got, sum)
				}
				slices.Reverse(p)
			}
		}
	}
}

// Whatever stands in the padded places, and however many there are, loss and gradients are the same bits.
func TestPaddingIsNotRead(t *testing.T) {
	all, _ := architectures()
	all = append(all[:len(all):len(all)], various...)
	for i, a := range all {
		lesson := lessons[[]string{"forced", "smoothed", "free"}[i%3]]
		if a.Dropout > 0 {
			lesson = lessons["noisy"]
		}
		m, b := drawn(t, kernel.Plain{}, small(a)), fill(pairs(rand.New(rand.NewPCG(6, uint64(i))), 4)...)
		loss, grad := gradient(m, b, lesson())
		for row, n := range b.SourceLength {
			for s := n; s < b.S; s++ {
				b.Source[s*b.Size+row] = 5
			}
		}
		for row, n := range b.TargetLength {
			for s := n; s < b.T; s++ {
				b.Input[s*b.Size+row] = 4
			}
		}
		pad(b)
		got, again := gradient(m, b, lesson())
		if got != loss {
			t.Fatalf("%s: the loss changes from %v to %v", name(a), loss, got)
		}
		if i := differs(grad, again); i >= 0 {
			t.Fatalf("%s: gradient %d changes from %v to %v", name(a), i, grad[i], again[i])
		}
	}
}

// pad makes a batch longer, up to what the buffers hold, by tokens that belong to no sentence.
func pad(b *corpus.Batch) {
	for ; b.S < 5; b.S++ {
		for range b.Size {
			b.Source = append(b.Source, 6)
		}
	}
	for ; b.T < 6; b.T++ {
		for range b.Size {
			b.Input, b.Label = append(b.Input, 5), append(b.Label, corpus.Pad)
		}
	}
}

// Without teacher forcing the decoder must read what it said, and only that.
func TestFreeRunningReadsItsOwnOutput(t *testing.T) {
	for _, a := range various {
		m, b := drawn(t, kernel.Plain{}, small(a)), fill(pairs(rand.New(rand.NewPCG(8, 8)), 3)...)
		free, grad := gradient(m, b, Lesson{})
		for t := 1; t < b.T; t++ {
			for row := range b.Size {
				if m.input[t*b.Size+row] != m.said(t-1, row) {
					panic("the decoder read something else")
				}
			}
		}
		// Forcing it to read just that must give the same loss and gradient.
		copy(b.Input, m.input[:b.T*b.Size])
		forced, again := gradient(m, b, Teach)
		if math.Abs(forced-free) > 1e-6 {
			t.Errorf("%s: loss %v when running free, %v when forced to the same tokens", name(a), free, forced)
		}
		for i := range grad {
			if math.Abs(float64(grad[i]-again[i])) > 2e-6 {
				t.Fatalf("%s: gradient %d is %v running free, %v forced", name(a), i, grad[i], again[i])
			}
		}
	}
}

// Scheduled sampling reads the truth as often as it should, and otherwise what was said.
func TestScheduledSampling(t *testing.T) {
	m := drawn(t, kernel.Plain{}, small(Architecture{Cell: "gru", Attention: "general"}))
	r, coins := rand.New(rand.NewPCG(9, 9)), rand.NewPCG(10, 10)
	truth, own := 0, 0
	for range 500 {
		b := fill(pairs(r, 4)...)
		m.Forward(b, Lesson{Truth: 0.7, Coins: coins})
		for t := 1; t < b.T; t++ {
			for row, n := range b.TargetLength {
				at := t*b.Size + row
				said := m.said(t-1, row)
				switch {
				case t >= n || said == b.Input[at]:
				case m.input[at] == b.Input[at]:
					truth++
				case m.input[at] == said:
					own++
				default:
					panic("the decoder read something else")
				}
			}
		}
	}
	if share := float64(truth) / float64(truth+own); truth+own < 1000 || math.Abs(share-0.7) > 0.04 {
		t.Errorf("of %d tokens that could be told apart, %.3f were true, want 0.7", truth+own, share)
	}
}

// Dropout leaves decoding alone, and what it drops depends on the lesson's noise alone.
func TestDropoutIsOfTrainingOnly(t *testing.T) {
	a := various[3]
	m, b := drawn(t, kernel.Plain{}, small(a)), fill(pairs(rand.New(rand.NewPCG(11, 11)), 4)...)
	a.Dropout = 0
	without := drawn(t, kernel.Plain{}, small(a))
	if got, want := m.Forward(b, Teach), without.Forward(b, Teach); got != want {
		t.Errorf("without noise the loss is %v, of a model without dropout %v", got, want)
	}
	noisy, again := m.Forward(b, lessons["noisy"]()), m.Forward(b, lessons["noisy"]())
	if noisy != again || noisy == m.Forward(b, Teach) {
		t.Errorf("the same noise gives the losses %v and %v", noisy, again)
	}
}

// Every combination learns a few pairs by heart.
func TestEveryCombinationLearns(t *testing.T) {
	all, _ := architectures()
	worst, at := 0.0, ""
	for i, a := range all {
		c := small(a)
		c.Embedding, c.Hidden = 4, 6
		m := drawn(t, kernel.Plain{}, c)
		b := fill(pairs(rand.New(rand.NewPCG(12, uint64(i))), 4)...)
		adam, err := optim.New("adam", optim.Options{}, len(m.Params.Value))
		if err != nil {
			t.Fatal(err)
		}
		first, _ := gradient(m, b, Teach)
		last := first
		const steps = 100
		for i := range steps {
			_, grad := gradient(m, b, Teach)
			// A rate that stays this large throws some models back, and at which step depends on rounding.
			rate := 0.05 * min(1, 2-2*float64(i)/steps)
			adam.Update(kernel.Plain{}, m.Params.Value, grad, 1, rate)
			last = m.Forward(b, Teach)
		}
		if ratio := last / first; ratio > worst {
			worst, at = ratio, name(a)
		}
		if !(last < 0.7*first) {
			t.Errorf("%s: after %d steps on the same pairs the loss is %.3f, at first it was %.3f", name(a), steps, last, first)
		}
	}
	t.Logf("%d combinations; the slowest, %s, is left with %.2f of its loss", len(all), at, worst)
}

func TestConfigSaysWhatIsWrong(t *testing.T) {
	gru := func(change func(*Architecture)) Architecture {
		a := Architecture{Cell: "gru", Attention: "general", Embedding: 3, Hidden: 4}
		change(&a)
		return a
	}
	for _, c := range []struct {
		a    Architecture
		want string
	}{
		{Architecture{}, "no cell is called"},
		{gru(func(a *Architecture) { a.Cell = "transformer" }), "there are rnn, gru and lstm"},
		{gru(func(a *Architecture) { a.Layers = 4 }), "1 to 3"},
		{gru(func(a *Architecture) { a.Layers = -1 }), "1 to 3"},
		{gru(func(a *Architecture) { a.Encoder = "sideways" }), `no encoder is called "sideways"`},
		{gru(func(a *Architecture) { a.Bridge = "ferry" }), `no bridge is called "ferry"`},
		{gru(func(a *Architecture) { a.Feed = "never" }), `no feed is called "never"`},
		{gru(func(a *Architecture) { a.Attention = "hard" }), `no attention is called "hard"`},
		{gru(func(a *Architecture) { a.Embeddings = "mixed" }), `"mixed"`},
		{gru(func(a *Architecture) { a.Embedding = 0 }), "embedding size"},
		{gru(func(a *Architecture) { a.Hidden = -1 }), "hidden size"},
		{gru(func(a *Architecture) { a.Encoder = "both" }), "take dense or zero"},
		{gru(func(a *Architecture) { a.Encoder, a.Bridge, a.Attention = "both", "dense", "dot" }), "take general or additive"},
		{gru(func(a *Architecture) { a.Attention, a.InputFeeding = "none", true }), "there is no attention"},
		{gru(func(a *Architecture) { a.Attention, a.InputFeeding = "bahdanau", true }), "after the step"},
		{gru(func(a *Architecture) { a.Attention, a.Embeddings, a.Embedding = "bahdanau", "output", 4 }), "wider than an embedding"},
		{gru(func(a *Architecture) { a.Embeddings = "output" }), "must be equal"},
		{gru(func(a *Architecture) { a.Dropout = 1 }), "below 1"},
		{gru(func(a *Architecture) { a.Dropout = math.NaN() }), "below 1"},
	} {
		_, err := New(kernel.Plain{}, Config{Architecture: c.a, SourceVocabulary: 5, TargetVocabulary: 5, MaxSource: 3, MaxTarget: 3, MaxBatch: 2})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: the error is %v, want one with %q", c.a, err, c.want)
		}
	}
	c := small(Architecture{Cell: "gru", Embeddings: "shared"})
	c.TargetVocabulary = 6
	if _, err := New(kernel.Plain{}, c); err == nil || !strings.Contains(err.Error(), "7 and 6 tokens") {
		t.Errorf("two vocabularies share a table: %v", err)
	}
	c.MaxBatch = 0
	if _, err := New(kernel.Plain{}, c); err == nil || !strings.Contains(err.Error(), "batch size is 0") {
		t.Errorf("a batch of nothing: %v", err)
	}
}
