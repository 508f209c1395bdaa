package scene

import (
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/token"
	"unroll/core/trace"
)

// drawn runs a model that has learned nothing, of this architecture and this many units, over a few letters:
// every number is computed as in training.
func drawn(t *testing.T, m trace.Model, hidden int) *trace.Run {
	t.Helper()
	c := model.Config{Architecture: model.Architecture{Cell: m.Cell, Layers: m.Layers, Residual: m.Residual, Encoder: m.Encoder,
		Bridge: m.Bridge, Feed: m.Feed, Attention: m.Attention, InputFeeding: m.InputFeeding, Embedding: 4, Hidden: hidden},
		SourceVocabulary: 7, TargetVocabulary: 7, MaxSource: 3, MaxTarget: 4, MaxBatch: 1}
	if c.Cell == "" {
		c.Cell = "gru"
	}
	if c.Attention == "" {
		c.Attention = "general"
	}
	net, err := model.New(kernel.Plain{}, c)
	if err != nil {
		t.Fatal(err)
	}
	net.Params.Draw(rand.New(rand.NewPCG(8, 8)))
	for i := range net.Params.Value {
		net.Params.Value[i] *= 2 // so that states are well apart
	}
	letters := corpus.NewVocabulary(token.Characters{}, []string{"a", "b", "c", "d"})
	b := corpus.NewBatch(1, 3, 4)
	b.Fill([]corpus.Pair{{Source: []int{3, 5, 4}}})
	net.Greedy(b, nil)
	run := net.Trace(0, letters, letters)
	run.Input, run.Decoding = "acb", "greedy"
	return run
}

// TestEquationsHold works out, in real runs of every kind of model, each equation of a hint from the
// values in it.
func TestEquationsHold(t *testing.T) {
	for name, m := range family() {
		if m.Encoder == "both" && m.Attention == "dot" {
			continue
		}
		run := drawn(t, m, 3)
		f, err := New("unrolled", run, Options{Width: 1200})
		if err != nil {
			t.Fatal(err)
		}
		checked := map[string]int{}
		for _, b := range f.Beats {
			for _, s := range f.Picture(b.Start + b.Length - .01).Shapes {
				if s.Ref == "" || s.Hint == "" {
					continue
				}
				want, _ := Resolve(run, s.Ref)
				parts := strings.Split(s.Hint, " = ")
				parts[len(parts)-1] = strconv.FormatFloat(float64(want), 'f', -1, 32)
				// Each side that is all numbers is worth the number after it.
				for i := range parts[:len(parts)-1] {
					got, ok := value(parts[i])
					next, number := value(strings.Split(parts[i+1], ", ")[0])
					if !ok || !number {
						continue
					}
					kind := strings.Split(s.Ref, "/")
					checked[kind[len(kind)-2]]++
					if math.Abs(got-next) > .004 {
						t.Errorf("%s: %s: %q comes to %.4f, not %.4f", name, s.Ref, s.Hint, got, next)
					}
				}
			}
		}
		for kind, needed := range map[string]bool{
			"h":       m.Cell != "rnn",
			"c":       m.Cell == "lstm",
			"context": m.Attention != "none",
			"out":     m.Residual && m.Layers > 1 && m.Attention != "none",
			"weights": m.Attention == "dot" && !m.Residual,
		} {
			if needed && checked[kind] < 6 {
				t.Errorf("%s: only %d equations of %s were worked out", name, checked[kind], kind)
			}
		}
	}
}

// value works out what is all numbers, sums, products, brackets and tanh.
func value(e string) (float64, bool) {
	p := &calculator{rest: strings.NewReplacer("−", "-", " ", "").Replace(e), ok: true}
	v := p.sum()
	return v, p.ok && p.rest == ""
}

type calculator struct {
	rest string
	ok   bool
}

func (p *calculator) take(s string) bool {
	rest, found := strings.CutPrefix(p.rest, s)
	p.rest = rest
	return found
}

func (p *calculator) sum() float64 {
	v := p.product()
	for p.ok {
		switch {
		case p.take("+"):
			v += p.product()
		case p.take("-"):
			v -= p.product()
		default:
			return v
		}
	}
	return v
}

func (p *calculator) product() float64 {
	v := p.factor()
	for p.ok && p.take("·") {
		v *= p.factor()
	}
	return v
}

func (p *calculator) factor() float64 {
	switch {
	case p.take("-"):
		return -p.factor()
	case p.take("tanh("):
		v := math.Tanh(p.sum())
		p.ok = p.ok && p.take(")")
		return v
	case p.take("("):
		v := p.sum()
		p.ok = p.ok && p.take(")")
		return v
	}
	n := strings.IndexFunc(p.rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' })
	if n < 0 {
		n = len(p.rest)
	}
	v, err := strconv.ParseFloat(p.rest[:n], 64)
	p.ok = p.ok && err == nil
	p.rest = p.rest[n:]
	return v
}

// TestRealRuns makes films of real runs of every kind of model, of few units and of many, and reads back
// every number that they show.
func TestRealRuns(t *testing.T) {
	for name, m := range family() {
		for _, hidden := range []int{1, 6, 40} {
			run := drawn(t, m, hidden)
			for _, s := range Films() {
				f, err := New(s.ID, run, Options{Width: 900})
				if err != nil {
					if run.Model.Attention != "none" || s.ID == "unrolled" {
						t.Errorf("%s: %v", name, err)
					}
					continue
				}
				for _, b := range f.Beats {
					p := f.Picture(b.Start + b.Length - .01)
					tidy(t, name, p)
					for i := range p.Shapes {
						readBack(t, run, &p.Shapes[i], ".")
					}
				}
			}
		}
	}
}
