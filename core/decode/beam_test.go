package decode

import (
	"reflect"
	"slices"
	"testing"

	"unroll/core/corpus"
	"unroll/core/model"
	"unroll/core/trace"
)

var penaltiesTried = []float64{0, 0.6, 1, 2.5}

var source = []int{3, 5, 4}

// With room for everything a beam search is exhaustive: its best must be the best there are.
func TestWideBeamFindsTheBest(t *testing.T) {
	const rows = 5 * 5 * 5 * 6 // every candidate of the last step
	for i, a := range some(97) {
		d := opinionated(t, a, rows, longest, uint64(i))
		o := consult(d.model, source)
		for _, α := range penaltiesTried {
			for _, best := range []int{1 + i, rows} {
				r := d.beam(source, Options{Width: rows, Penalty: α, Best: best})
				finished, cut := o.outputs(α)
				all := append(slices.Clone(finished), cut...)
				compare(t, a, r, all[:min(best, len(all))])
				if best == rows && (len(r.Tree.Finished) != len(finished) || r.Tree.Stopped != "limit") {
					t.Fatalf("%+v: of %d outputs %d were found", a, len(finished), len(r.Tree.Finished))
				}
			}
		}
	}
}

// compare checks hypotheses against the oracle's. Where two of those are as good, they may change places.
func compare(t *testing.T, a model.Architecture, r Result, want []said) {
	t.Helper()
	if len(r.Hypotheses) != len(want) {
		t.Fatalf("%+v: %d hypotheses, want %d", a, len(r.Hypotheses), len(want))
	}
	for i, h := range r.Hypotheses {
		w := want[i]
		tie := i > 0 && near(want[i-1].score, w.score) || i+1 < len(want) && near(w.score, want[i+1].score) || i+1 == len(want)
		if !near(h.Score, w.score) || !tie && (!slices.Equal(h.IDs, w.ids) || !near(h.LogProb, w.sum)) || h.Finished != w.finished {
			t.Fatalf("%+v: hypothesis %d of width %d, α = %v is %v, want %+v", a, i, r.Tree.Width, r.Tree.Penalty, h, w)
		}
	}
}

// In every architecture, each node of the tree must be what the model thinks of its tokens when it is
// asked from scratch: rows change places without losing anything. And to stop early changes nothing.
func TestBeamIsWhatIsWrittenDown(t *testing.T) {
	all := architectures()
	early, nodes := 0, 0
	for i, a := range all {
		d := opinionated(t, a, 125, longest, uint64(i))
		o := consult(d.model, source)
		for _, width := range []int{1 + i%3, 4 + i%2} {
			α := penaltiesTried[(i+width)%len(penaltiesTried)]
			best := 1 + (i+width)%width
			r, err := d.Decode(source, Options{Method: "beam", Width: width, Penalty: α, Best: best})
			if err != nil {
				t.Fatal(err)
			}
			steps, finished, cut := o.beam(width, α)
			want := append(finished, cut...)
			compare(t, a, r, want[:min(best, len(want))])
			for step, e := range r.Tree.Steps {
				for rank, n := range r.Tree.Nodes[e.From:e.To] {
					w := steps[step][rank]
					if n.Token.ID != w.id || !near(n.LogProb, w.logProb) || !near(n.Sum, w.sum) || !near(n.Score, w.score) {
						t.Fatalf("%+v: candidate %d of step %d is %+v, from scratch %+v", a, rank, step, n, w)
					}
					nodes++
				}
				if e.Considered != len(steps[step]) {
					t.Fatalf("%+v: step %d considered %d candidates, want %d", a, step, e.Considered, len(steps[step]))
				}
			}
			if r.Tree.Stopped == "decided" {
				early++
			}
			sound(t, r)
		}
	}
	t.Logf("%d architectures, %d nodes, %d searches decided early", len(all), nodes, early)
	if len(all) < 1000 || early < 100 {
		t.Errorf("%d architectures, in which %d searches were decided early, prove little", len(all), early)
	}
}

// sound checks that a tree is one.
func sound(t *testing.T, r Result) {
	t.Helper()
	b := r.Tree
	fail := func(format string, args ...any) { t.Helper(); t.Fatalf(format, args...) }
	if root := b.Nodes[0]; root.Parent != -1 || root.Step != -1 || root.Token.ID != corpus.Start || root.Fate != trace.Expanded {
		fail("the root is %+v", root)
	}
	count := map[trace.Fate]int{}
	expanded := map[int]int{-1: 1}
	for i, n := range b.Nodes[1:] {
		e, p := b.Steps[n.Step], b.Nodes[n.Parent]
		switch {
		case i+1 < e.From || i+1 >= e.To || n.Rank != i+1-e.From:
			fail("node %d, %+v, is not in its place in step %+v", i+1, n, e)
		case p.Step != n.Step-1 || p.Fate != trace.Expanded:
			fail("node %d, %+v, grows on %+v", i+1, n, p)
		case n.Sum != p.Sum+n.LogProb || n.LogProb > 0:
			fail("node %d has the sum %v after %v and %v", i+1, n.Sum, p.Sum, n.LogProb)
		case n.Rank > 0 && n.Sum > b.Nodes[i].Sum:
			fail("node %d is better than the one before it", i+1)
		case (n.Fate == trace.Pruned) != (n.Rank >= b.Width), (n.Fate == trace.Finished) != (n.Rank < b.Width && n.Token.ID == corpus.End):
			fail("node %d of rank %d, which says %q, is %s", i+1, n.Rank, n.Token.Text, n.Fate)
		case (n.Fate == trace.Cut || n.Fate == trace.Beaten) && n.Step != len(b.Steps)-1:
			fail("node %d is %s at step %d of %d", i+1, n.Fate, n.Step, len(b.Steps))
		}
		if n.Fate == trace.Expanded {
			expanded[n.Step]++
		}
		count[n.Fate]++
	}
	sum := 0
	for _, fate := range []trace.Fate{trace.Expanded, trace.Pruned, trace.Finished, trace.Cut, trace.Beaten} {
		sum += count[fate]
	}
	if sum != len(b.Nodes)-1 || count[trace.Finished] != len(b.Finished) {
		fail("of %d nodes the fates are %v; %d are listed as finished", len(b.Nodes)-1, count, len(b.Finished))
	}
	if cut, beaten := count[trace.Cut] > 0, count[trace.Beaten] > 0; cut != (b.Stopped == "limit") || beaten != (b.Stopped == "decided") {
		fail("the search stopped because it was %s, with the fates %v", b.Stopped, count)
	}
	from := 1
	for i, e := range b.Steps {
		if e.From != from || e.To-e.From != min(2*b.Width, e.Considered) || e.Live != expanded[i-1] || e.Considered != e.Live*targets {
			fail("step %d is %+v, with %d live, after node %d", i, e, expanded[i-1], from)
		}
		from = e.To
	}
	for i, at := range b.Finished {
		if i > 0 && b.Nodes[at].Score > b.Nodes[b.Finished[i-1]].Score {
			fail("finished hypothesis %d is better than the one before it", i)
		}
	}
	for i, at := range b.Best {
		h := r.Hypotheses[i]
		if i < len(b.Finished) && at != b.Finished[i] || i >= len(b.Finished) && b.Nodes[at].Fate != trace.Cut {
			fail("best hypothesis %d is node %d, %+v", i, at, b.Nodes[at])
		}
		if h.LogProb != b.Nodes[at].Sum || h.Score != b.Nodes[at].Score || len(h.LogProbs) != b.Nodes[at].Step+1 {
			fail("best hypothesis %d is %+v, its node %+v", i, h, b.Nodes[at])
		}
	}
}

// Two logits that differ may make sums that do not; greedy decoding sees the difference, and so must the
// others where they should be greedy.
func TestSumsThatLookEqual(t *testing.T) {
	d := opinionated(t, some(1)[0], 2, 2, 1)
	clear(d.model.Params.Value)
	copy(d.model.Params.Find("out.b").Value, []float32{-1, -1, -1, 1e-30, 2e-30, -1})
	for _, o := range []Options{{}, {Method: "sample", TopK: 1}, {Method: "beam", Width: 1}, {Method: "beam", Width: 2}} {
		r, _ := d.Decode(source, o)
		if got := r.Hypotheses[0].IDs; !slices.Equal(got, []int{4, 4}) {
			t.Errorf("%+v says %v, want the tokens with the greatest logits", o, got)
		}
		if r.Tree != nil && r.Tree.Nodes[1].Sum != r.Tree.Nodes[2].Sum {
			t.Errorf("the sums are %v and %v: nothing is tried here", r.Tree.Nodes[1].Sum, r.Tree.Nodes[2].Sum)
		}
	}
}

// A beam of one is greedy decoding, to the bit.
func TestNarrowestBeamIsGreedy(t *testing.T) {
	for i, a := range architectures() {
		d := opinionated(t, a, 2, 12, uint64(i))
		greedy, _ := d.Decode(source, Options{})
		beam, _ := d.Decode(source, Options{Method: "beam", Width: 1})
		g, b := greedy.Hypotheses[0], beam.Hypotheses[0]
		g.Decoding, b.Decoding = "", ""
		if !reflect.DeepEqual(g, b) {
			t.Fatalf("%+v: greedy says %+v, a beam of one %+v", a, g, b)
		}
		sound(t, beam)
	}
}

// Where two tokens are exactly as good, the smaller id comes first; of two hypotheses, the earlier.
func TestTiesHaveAnOrder(t *testing.T) {
	d := opinionated(t, some(1)[0], 4, 3, 1)
	clear(d.model.Params.Value) // every token is as probable
	r, _ := d.Decode(source, Options{Method: "beam", Width: 4, Best: 4})
	var ids [][]int
	for _, h := range r.Hypotheses {
		ids = append(ids, h.IDs)
	}
	want := [][]int{{}, {0}, {0, 0}, {0, 0, 0}}
	if !reflect.DeepEqual(ids, want) {
		t.Errorf("of equals the best are %v, want %v", ids, want)
	}
	sound(t, r)
}
