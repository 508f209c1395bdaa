package measure

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// A report has each length that occurs, in order, and its parts add up to the whole.
func TestReport(t *testing.T) {
	answers := sentences(rand.New(rand.NewPCG(3, 4)), 300, 2, 30)
	answers = slices.DeleteFunc(answers, func(a Answer) bool { return a.Source%7 == 0 })
	var m Meter
	r := m.Report(answers)
	if r.Signature != Tokenise13a.CorpusSignature() {
		t.Errorf("the signature is %s", r.Signature)
	}
	lengths := map[int]int{}
	for _, a := range answers {
		lengths[a.Source]++
	}
	if len(r.Lengths) != len(lengths) {
		t.Errorf("%d lengths are reported of %d", len(r.Lengths), len(lengths))
	}
	for i, b := range r.Lengths {
		if b.Shortest != b.Longest || b.Pairs != lengths[b.Shortest] {
			t.Errorf("of lengths %d to %d there are %d pairs, want %d", b.Shortest, b.Longest, b.Pairs, lengths[b.Shortest])
		}
		if i > 0 && b.Shortest <= r.Lengths[i-1].Longest {
			t.Errorf("length %d comes behind length %d", b.Shortest, r.Lengths[i-1].Longest)
		}
		only := slices.DeleteFunc(slices.Clone(answers), func(a Answer) bool { return a.Source != b.Shortest })
		if alone := m.Report(only).Overall; alone != b.Tally {
			t.Errorf("length %d is %+v, and alone %+v", b.Shortest, b.Tally, alone)
		}
	}
	sameSum(t, r, r.Lengths)
	if empty := m.Report(nil); len(empty.Lengths) != 0 || empty.Overall != (Tally{}) || len(empty.Buckets(3)) != 0 {
		t.Errorf("the report of nothing is %+v", empty)
	}
}

// sameSum checks that the buckets are the whole report. Log-probabilities may differ by rounding.
func sameSum(t *testing.T, r *Report, buckets []Bucket) {
	t.Helper()
	var sum Tally
	for _, b := range buckets {
		sum.Add(&b.Tally)
	}
	if math.Abs(sum.LogProbability-r.Overall.LogProbability) > 1e-9 {
		t.Errorf("the parts' log-probabilities add up to %v, want %v", sum.LogProbability, r.Overall.LogProbability)
	}
	sum.LogProbability = r.Overall.LogProbability
	if sum != r.Overall {
		t.Errorf("the parts add up to %+v, want %+v", sum, r.Overall)
	}
}

func TestBuckets(t *testing.T) {
	for _, c := range []struct {
		name  string
		pairs []int // of length 1, 2, 3 …
		n     int
		want  []int
	}{
		{"as many as lengths", []int{5, 1, 7}, 3, []int{5, 1, 7}},
		{"more than lengths", []int{5, 1, 7}, 9, []int{5, 1, 7}},
		{"one", []int{5, 1, 7}, 1, []int{13}},
		{"none occurs", nil, 4, []int{}},
		{"even", []int{1, 1, 1, 1, 1, 1, 1, 1}, 4, []int{2, 2, 2, 2}},
		{"nearly even", []int{1, 1, 1, 1, 1, 1, 1, 1, 1, 1}, 4, []int{3, 2, 3, 2}},
		{"the last heavy", []int{1, 1, 1, 1, 96}, 4, []int{2, 1, 1, 96}},
		{"the first heavy", []int{96, 1, 1, 1, 1}, 4, []int{96, 1, 2, 1}},
		{"the middle heavy", []int{1, 1, 96, 1, 1}, 3, []int{2, 96, 2}},
		{"lengths that do not occur", []int{4, 0, 0, 4, 0, 4, 4}, 2, []int{8, 8}},
	} {
		r := &Report{}
		for i, pairs := range c.pairs {
			if pairs > 0 {
				r.length(i + 1).Pairs = pairs
				r.Overall.Pairs += pairs
			}
		}
		got := []int{}
		for _, b := range r.Buckets(c.n) {
			got = append(got, b.Pairs)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v in %d buckets are %v, want %v", c.name, c.pairs, c.n, got, c.want)
		}
	}
}

// However the lengths are spread, there are as many buckets as asked for or as there are lengths; they
// are in order, hold every length once, and together are the whole.
func TestBucketsHoldEveryLength(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	var m Meter
	for range 200 {
		r := m.Report(sentences(random, random.IntN(40), 1, 1+random.IntN(20)))
		n := 1 + random.IntN(12)
		buckets := r.Buckets(n)
		if want := min(n, len(r.Lengths)); len(buckets) != want {
			t.Fatalf("%d lengths in at most %d buckets are %d", len(r.Lengths), n, len(buckets))
		}
		sameSum(t, r, buckets)
		i := 0
		for _, b := range buckets {
			pairs := 0
			if b.Shortest != r.Lengths[i].Shortest {
				t.Fatalf("a bucket begins at %d, want %d", b.Shortest, r.Lengths[i].Shortest)
			}
			for ; i < len(r.Lengths) && r.Lengths[i].Longest <= b.Longest; i++ {
				pairs += r.Lengths[i].Pairs
			}
			if pairs != b.Pairs || r.Lengths[i-1].Longest != b.Longest {
				t.Fatalf("a bucket from %d to %d holds %d pairs, want %d", b.Shortest, b.Longest, b.Pairs, pairs)
			}
		}
	}
}

func TestBucketsOfNothingPanic(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("lengths were put into no buckets")
		}
	}()
	(&Report{}).Buckets(0)
}
