package decode

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/token"
)

// The models of the tests say 6 tokens, of which 3 are words, in at most 4 steps: few enough to list
// every output.
const (
	sources, targets = 7, 6
	longest          = 4
)

// architectures are all combinations of what changes how a model is connected.
func architectures() (all []model.Architecture) {
	for _, cell := range []string{"rnn", "gru", "lstm"} {
		for layers := 1; layers <= model.MostLayers; layers++ {
			for _, encoder := range []string{"forward", "reversed", "both"} {
				for _, bridge := range []string{"pass", "dense", "zero"} {
					for _, feed := range []string{"start", "every"} {
						for _, attention := range []string{"none", "dot", "general", "additive", "bahdanau"} {
							for i := range 4 {
								a := model.Architecture{
									Cell: cell, Layers: layers, Encoder: encoder, Bridge: bridge, Feed: feed, Attention: attention,
									InputFeeding: i&1 != 0, Residual: i&2 != 0 && layers > 1, Embedding: 3, Hidden: 4,
								}
								if a.Check() == nil && (i < 2 || layers > 1) {
									all = append(all, a)
								}
							}
						}
					}
				}
			}
		}
	}
	return all
}

// some is every nth of the architectures.
func some(n int) (some []model.Architecture) {
	for i, a := range architectures() {
		if i%n == 0 {
			some = append(some, a)
		}
	}
	return some
}

// arithmetic is what the models of the tests compute with, and alone whether it gives a row of a batch the
// same bits as when there is no other.
var (
	arithmetic kernel.Ops = kernel.Plain{}
	alone                 = true
)

// opinionated is a Decoder of a model with random weights, large enough that some tokens are far more
// probable than others.
func opinionated(t testing.TB, a model.Architecture, rows, steps int, seed uint64) *Decoder {
	t.Helper()
	m, err := model.New(arithmetic, model.Config{
		Architecture: a, SourceVocabulary: sources, TargetVocabulary: targets, MaxSource: 5, MaxTarget: steps, MaxBatch: rows,
	})
	if err != nil {
		t.Fatal(err)
	}
	m.Params.Draw(rand.New(rand.NewPCG(seed, 1)))
	kernel.Plain{}.Scale(4, m.Params.Value)
	return New(m, vocabulary(sources), vocabulary(targets))
}

func vocabulary(n int) *corpus.Vocabulary {
	var words []string
	for i := range n - corpus.End - 1 {
		words = append(words, fmt.Sprint("w", i))
	}
	return corpus.NewVocabulary(token.Words{}, words)
}

// oracle knows log p(y | prefix) for every prefix of an output. It has them from training's forward
// pass over all outputs as one batch, and from package math.
type oracle map[string][]float64

func key(ids []int) string {
	b := make([]byte, len(ids))
	for i, id := range ids {
		b[i] = byte('0' + id)
	}
	return string(b)
}

func consult(m *model.Model, source []int) oracle {
	var pairs []corpus.Pair
	var extend func(prefix []int)
	extend = func(prefix []int) {
		if len(prefix) == longest-1 {
			pairs = append(pairs, corpus.Pair{Source: source, Target: slices.Clone(prefix)})
			return
		}
		for id := range targets {
			if id != corpus.End {
				extend(append(prefix, id))
			}
		}
	}
	extend(nil)
	b := corpus.NewBatch(len(pairs), len(source), longest)
	b.Fill(pairs)
	m.Forward(b, model.Teach)
	o := oracle{}
	for row, p := range pairs {
		for t := range longest {
			o[key(p.Target[:t])] = logSoftmax(m.Logits(t, row))
		}
	}
	return o
}

func logSoftmax(x []float32) []float64 {
	top, sum := float64(slices.Max(x)), 0.0
	for _, v := range x {
		sum += math.Exp(float64(v) - top)
	}
	p := make([]float64, len(x))
	for i, v := range x {
		p[i] = float64(v) - top - math.Log(sum)
	}
	return p
}

// said is an output as the oracle sees it.
type said struct {
	ids        []int
	finished   bool
	sum, score float64
	logProb    float64 // of the last token
	parent, id int     // in the list of those that were live
}

// next are all outputs and beginnings that are one token longer than this one.
func (o oracle) next(s said, parent int, α float64) (all []said) {
	lp := math.Pow(float64(5+len(s.ids)+1)/6, α)
	for id, p := range o[key(s.ids)] {
		n := said{ids: s.ids, finished: id == corpus.End, sum: s.sum + p, score: (s.sum + p) / lp, logProb: p, parent: parent, id: id}
		if !n.finished {
			n.ids = append(slices.Clone(s.ids), id)
		}
		all = append(all, n)
	}
	return all
}

// outputs are all that there are, the best first, and what the limit cuts off.
func (o oracle) outputs(α float64) (finished, cut []said) {
	live := []said{{}}
	for range longest {
		var next []said
		for i, s := range live {
			for _, n := range o.next(s, i, α) {
				if n.finished {
					finished = append(finished, n)
				} else {
					next = append(next, n)
				}
			}
		}
		live = next
	}
	rank(finished)
	rank(live)
	return finished, live
}

// rank sorts by score and leaves equals in their order.
func rank(s []said) {
	slices.SortStableFunc(s, func(a, b said) int { return cmp.Compare(b.score, a.score) })
}

// beam is beam search as it is written down, and never stops before the limit. It returns each step's
// candidates, the best first, beside what it found.
func (o oracle) beam(width int, α float64) (steps [][]said, finished, cut []said) {
	live := []said{{}}
	for range longest {
		var all []said
		for i, s := range live {
			all = append(all, o.next(s, i, α)...)
		}
		slices.SortStableFunc(all, func(a, b said) int { return cmp.Compare(b.sum, a.sum) })
		steps = append(steps, all)
		live = nil
		for _, n := range all[:min(width, len(all))] {
			if n.finished {
				finished = append(finished, n)
			} else {
				live = append(live, n)
			}
		}
	}
	rank(finished)
	rank(live)
	return steps, finished, live
}

// agree is as equal as a number computed in a row among others and one computed in a row alone. The models
// of the tests, whose weights are large, make more of a rounding error at each step.
func agree(a, b []float64) bool {
	for i := range a {
		if a[i] != b[i] && (alone || math.Abs(a[i]-b[i]) > 1e-3) {
			return false
		}
	}
	return len(a) == len(b)
}

// near is as equal as two ways to compute the same log-probability are.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-5*(1+math.Abs(a)) }
