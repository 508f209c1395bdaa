package decode

import (
	"math"
	"reflect"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"unroll/core/kernel"
)

// The outputs must be drawn as often as they are probable.
func TestSamplesFollowTheProbabilities(t *testing.T) {
	const draws = 20000
	for i, o := range []Options{{}, {Temperature: 0.5}, {Temperature: 3}, {TopK: 2}, {TopK: 3, Temperature: 2}, {TopK: 99}} {
		o.Method = "sample"
		d := opinionated(t, some(400)[i%5], 125, longest, uint64(i))
		kernel.Plain{}.Scale(0.6, d.model.Params.Value)
		want := map[string]float64{}
		consult(d.model, source).spread(want, said{}, 1, o)
		got := map[string]int{}
		for seed := range uint64(draws) {
			o.Seed = uint64(i)<<32 + seed
			r, err := d.Decode(source, o)
			if err != nil {
				t.Fatal(err)
			}
			got[key(r.Hypotheses[0].IDs)+mark(r.Hypotheses[0].Finished)]++
		}
		p := fit(want, got, draws)
		t.Logf("%+v: %d outputs can be drawn, %d were; a worse fit has probability %.3f", o, len(want), len(got), p)
		if p < 0.001 {
			t.Errorf("%+v: the draws do not follow the probabilities", o)
		}
		for k := range got {
			if want[k] == 0 {
				t.Errorf("%+v: %s was drawn, which cannot be", o, k)
			}
		}
	}
}

func mark(finished bool) string {
	if finished {
		return "."
	}
	return "…"
}

// spread gives every output that starts like s its part of p.
func (o oracle) spread(want map[string]float64, s said, p float64, options Options) {
	if s.finished || len(s.ids) == longest {
		want[key(s.ids)+mark(s.finished)] = p
		return
	}
	next := o.next(s, 0, 0)
	slices.SortStableFunc(next, func(a, b said) int { return int(math.Copysign(1, b.logProb-a.logProb)) })
	if options.TopK > 0 {
		next = next[:min(options.TopK, len(next))]
	}
	τ, sum := max(options.Temperature, 0), 0.0
	if τ == 0 {
		τ = 1
	}
	for _, n := range next {
		sum += math.Exp(n.logProb / τ)
	}
	for _, n := range next {
		o.spread(want, n, p*math.Exp(n.logProb/τ)/sum, options)
	}
}

// fit is the probability of a χ² at least as large. What is expected less than five times is one class.
func fit(want map[string]float64, got map[string]int, draws float64) float64 {
	χ2, classes, rare, rarely := 0.0, 0, 0.0, 0.0
	for k, p := range want {
		expected, n := p*draws, float64(got[k])
		if expected < 5 {
			rare, rarely = rare+expected, rarely+n
			continue
		}
		χ2 += (n - expected) * (n - expected) / expected
		classes++
	}
	if rare >= 5 {
		χ2 += (rarely - rare) * (rarely - rare) / rare
		classes++
	}
	return distuv.ChiSquared{K: float64(classes - 1)}.Survival(χ2)
}

// Of one token there is nothing to draw, and what is cold enough is frozen. The seed decides the rest.
func TestSamplingFreezesToGreedy(t *testing.T) {
	seeds := 0
	for i, a := range some(5) {
		d := opinionated(t, a, 1, 10, uint64(i))
		greedy, _ := d.Decode(source, Options{})
		want := greedy.Hypotheses[0]
		want.Decoding = "sampled"
		for _, o := range []Options{{TopK: 1, Temperature: 50}, {Temperature: 1e-9}, {Temperature: 1e-300}, {Temperature: 5e-324, TopK: 3}} {
			o.Method, o.Seed = "sample", uint64(i)
			r, err := d.Decode(source, o)
			if err != nil || !reflect.DeepEqual(r.Hypotheses, []Hypothesis{want}) {
				t.Fatalf("%+v: %+v gives %+v, %v; greedy is %+v", a, o, r, err, want)
			}
		}
		warm := Options{Method: "sample", Temperature: 2, Seed: 1}
		one, _ := d.Decode(source, warm)
		same, _ := d.Decode(source, warm)
		warm.Seed = 2
		other, _ := d.Decode(source, warm)
		if !reflect.DeepEqual(one, same) {
			t.Fatalf("%+v: the same seed draws %+v and %+v", a, one, same)
		}
		if !reflect.DeepEqual(one, other) {
			seeds++
		}
	}
	if seeds < 100 {
		t.Errorf("another seed draws another output %d times", seeds)
	}
}

// Of equally probable tokens the k with the smallest ids are drawn from.
func TestTopKTies(t *testing.T) {
	d := opinionated(t, some(1)[0], 1, 1, 1)
	clear(d.model.Params.Value)
	seen := map[int]int{}
	for seed := range uint64(300) {
		r, _ := d.Decode(source, Options{Method: "sample", TopK: 2, Seed: seed})
		seen[r.Hypotheses[0].IDs[0]]++
	}
	if len(seen) != 2 || seen[0] < 100 || seen[1] < 100 {
		t.Errorf("of six equal tokens the first two are to be drawn from; drawn were %v", seen)
	}
}
