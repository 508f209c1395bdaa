package decode

import (
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/model"
	"unroll/core/trace"
)

// Greedy decoding is model.Greedy, and its log-probabilities are those of the tokens that were said.
func TestGreedyIsTheModels(t *testing.T) {
	ended := 0
	for i, a := range architectures() {
		d := opinionated(t, a, 1, longest, uint64(i))
		r, err := d.Decode(source, Options{})
		if err != nil || len(r.Hypotheses) != 1 || r.Tree != nil {
			t.Fatalf("greedy decoding gives %+v, %v", r, err)
		}
		b := corpus.NewBatch(1, 5, longest)
		b.Fill([]corpus.Pair{{Source: source}})
		h := r.Hypotheses[0]
		if want := d.model.Greedy(b, nil)[0]; !slices.Equal(h.IDs, want) {
			t.Fatalf("%+v: greedy says %v, the model %v", a, h.IDs, want)
		}
		if h.Finished {
			ended++
		}
		run := d.model.Trace(0, d.source, d.target)
		run.Decoding = "greedy"
		if again := d.Trace(source, h); !reflect.DeepEqual(run, again) {
			t.Fatalf("%+v: the trace of the greedy run differs from the model's own", a)
		}
	}
	if ended < 100 {
		t.Errorf("only %d outputs end", ended)
	}
}

// The probability of a target is the product of its tokens'. What ends within the limit and what is cut
// off are together everything that can be said.
func TestForcedIsTheProduct(t *testing.T) {
	for i, a := range some(17) {
		d := opinionated(t, a, 125, longest, uint64(i))
		finished, cut := consult(d.model, source).outputs(0)
		sum := 0.0
		for _, want := range finished {
			h, err := d.Force(source, want.ids)
			if err != nil || !slices.Equal(h.IDs, want.ids) || !h.Finished || h.Decoding != "forced" {
				t.Fatalf("%v forced is %+v, %v", want.ids, h, err)
			}
			product := 1.0
			for _, p := range h.LogProbs {
				product *= math.Exp(p)
			}
			if !near(h.LogProb, want.sum) || math.Abs(product-math.Exp(h.LogProb)) > 1e-12 || h.Score != h.LogProb || len(h.LogProbs) != len(want.ids)+1 {
				t.Fatalf("%+v: %v forced is %+v, want log p = %v", a, want.ids, h, want.sum)
			}
			sum += product
		}
		for _, s := range cut {
			sum += math.Exp(s.sum)
		}
		if math.Abs(sum-1) > 1e-5 {
			t.Errorf("%+v: the probabilities of everything add up to %v", a, sum)
		}
	}
}

// Whichever way a hypothesis was found, to force the model along it must give the same numbers, and so
// must the trace: to the bit, where the rows of a batch do not disturb each other.
func TestFoundAndForcedAgree(t *testing.T) {
	const steps = 14
	for i, a := range some(7) {
		d := opinionated(t, a, MaxWidth, steps, uint64(i))
		var all []Hypothesis
		for _, o := range []Options{
			{}, {Method: "sample", Temperature: 2, Seed: uint64(i)},
			{Method: "beam", Width: 5, Best: 5, Penalty: 1}, {Method: "beam", Width: MaxWidth, Best: MaxWidth, Penalty: 5},
		} {
			r, err := d.Decode(source, o)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, r.Hypotheses...)
			if r.Tree != nil {
				sound(t, r)
			}
		}
		for _, h := range all {
			if h.Finished {
				forced, err := d.Force(source, h.IDs)
				if err != nil || !forced.Finished || !slices.Equal(forced.IDs, h.IDs) || !agree(append(forced.LogProbs, forced.LogProb), append(h.LogProbs, h.LogProb)) {
					t.Fatalf("%+v: %+v was found, forced it is %+v, %v", a, h, forced, err)
				}
			}
			traced(t, a, d.Trace(source, h), h)
		}
	}
}

// traced checks a hypothesis against its trace.
func traced(t *testing.T, a model.Architecture, run *trace.Run, h Hypothesis) {
	t.Helper()
	if run.Decoding != h.Decoding || len(run.Decoder) != len(h.LogProbs) || len(run.Encoder) != len(source) {
		t.Fatalf("%+v: the trace of %+v is %q and has %d of %d steps", a, h, run.Decoding, len(run.Decoder), len(h.LogProbs))
	}
	said := append(slices.Clone(h.IDs), corpus.End)
	fed := append([]int{corpus.Start}, said...)
	for i, s := range run.Decoder {
		o := look(s.Logits)
		switch p := o.logProb(s.Logits[said[i]]); {
		case s.Token.ID != fed[i] || s.Output.ID != said[i]:
			t.Fatalf("%+v: at step %d of %v the trace is fed %d and says %d", a, i, said, s.Token.ID, s.Output.ID)
		case !agree(h.LogProbs[i:i+1], []float64{p}):
			t.Fatalf("%+v: step %d has log p = %v, in its trace %v", a, i, h.LogProbs[i], p)
		case math.Abs(math.Exp(p)-float64(s.Probabilities[said[i]])) > 1e-6:
			t.Fatalf("%+v: step %d has log p = %v, in its trace p = %v", a, i, p, s.Probabilities[said[i]])
		}
	}
}

// What a Decoder did before, or the model, changes nothing.
func TestDecodingLeavesNothingBehind(t *testing.T) {
	d := opinionated(t, some(1)[77], 6, 8, 5)
	ways := []Options{{}, {Method: "sample", Seed: 3, TopK: 3}, {Method: "beam", Width: 6, Best: 6, Penalty: 0.7}, {Method: "beam", Width: 2}}
	inputs := [][]int{{3}, {4, 4, 6, 5, 3}, {6, 5}}
	var first []Result
	for _, o := range ways {
		for _, in := range inputs {
			r, _ := d.Decode(in, o)
			first = append(first, r)
		}
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 100 {
		i := r.IntN(len(first))
		again, _ := d.Decode(inputs[i%len(inputs)], ways[i/len(inputs)])
		if !reflect.DeepEqual(again, first[i]) {
			t.Fatalf("decoding %v of %v gave %+v, and later %+v", ways[i/len(inputs)], inputs[i%len(inputs)], first[i], again)
		}
	}
}

// A model that has diverged says nothing of worth, but must not take the page with it.
func TestNotANumber(t *testing.T) {
	for _, bad := range []float32{float32(math.NaN()), float32(math.Inf(1)), math.MaxFloat32} {
		d := opinionated(t, some(1)[0], 4, 5, 5)
		for i := range d.model.Params.Value {
			d.model.Params.Value[i] = bad
		}
		for _, o := range []Options{{}, {Method: "sample"}, {Method: "sample", TopK: 2}, {Method: "beam", Best: 4}} {
			r, err := d.Decode(source, o)
			if err != nil || len(r.Hypotheses) == 0 {
				t.Errorf("weights of %v, decoded by %+v, give %+v, %v", bad, o, r, err)
			}
			for _, h := range r.Hypotheses {
				d.Trace(source, h)
			}
		}
	}
}

func TestErrorsSayWhatCouldBe(t *testing.T) {
	d := opinionated(t, some(1)[0], 8, 5, 1)
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{Method: "dowsing"}, "there are greedy, sample and beam"},
		{Options{Method: "sample", Temperature: -1}, "above 0 and at most 100"},
		{Options{Method: "sample", Temperature: math.NaN()}, "above 0 and at most 100"},
		{Options{Method: "sample", Temperature: math.Inf(1)}, "above 0 and at most 100"},
		{Options{Method: "sample", TopK: -1}, "0 for all"},
		{Options{Method: "beam", Width: 17}, "1 to 16"},
		{Options{Method: "beam", Width: -1}, "1 to 16"},
		{Options{Method: "beam", Penalty: -0.1}, "0 (none) to 5"},
		{Options{Method: "beam", Penalty: math.NaN()}, "0 (none) to 5"},
		{Options{Method: "beam", Width: 3, Best: 4}, "1 to 3"},
		{Options{Method: "beam", Width: 9}, "room for 8 hypotheses"},
	} {
		_, err := d.Decode(source, c.o)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "decode: ") {
			t.Errorf("%+v: the error is %v, want one with %q", c.o, err, c.want)
		}
	}
	if _, err := d.Force(source, []int{3, 4, 3, 4, 3}); err == nil || !strings.Contains(err.Error(), "6 tokens; the model takes 5 steps") {
		t.Errorf("a target that is too long: %v", err)
	}
	for _, o := range []Options{{}, {Method: "greedy", Width: 99, Temperature: -3}, {Method: "sample", Width: 99}, {Method: "beam", TopK: -9}, {Method: "beam", Width: 8, Best: 8, Penalty: 5}} {
		if _, err := d.Decode(source, o); err != nil {
			t.Errorf("%+v: %v", o, err)
		}
	}
}
