package corpus

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestReverse(t *testing.T) {
	task := task(t, "reverse", Options{})
	if task.Source().Len() != 29 || task.Target().Len() != 29 || task.MaxSource() != 10 || task.MaxTarget() != 11 {
		t.Errorf("%d and %d tokens, at most %d and %d", task.Source().Len(), task.Target().Len(), task.MaxSource(), task.MaxTarget())
	}
	const draws = 100_000
	r := rand.New(rand.NewPCG(11, 12))
	lengths := map[int]int{}
	first := map[byte]int{}
	for range draws {
		p := task.Draw(r)
		source, target := task.source.Join(p.Source), task.target.Join(p.Target)
		for i := range source {
			if len(source) != len(target) || source[i] != target[len(target)-1-i] {
				t.Fatalf("%s is reversed to %s", source, target)
			}
		}
		lengths[len(source)]++
		first[source[0]]++
	}
	if len(lengths) != 8 || len(first) != 26 {
		t.Errorf("lengths %v, first letters %v", lengths, first)
	}
	// Five standard deviations of a binomial count.
	for n := 3; n <= 10; n++ {
		if d := lengths[n] - draws/8; d < -525 || d > 525 {
			t.Errorf("%d of %d strings have %d letters", lengths[n], draws, n)
		}
	}
	for c, n := range first {
		if d := n - draws/26; d < -305 || d > 305 {
			t.Errorf("%d of %d strings begin with %c", n, draws, c)
		}
	}
}

func TestReverseOptions(t *testing.T) {
	for _, c := range []struct {
		o        Options
		min, max int
		example  string
	}{
		{Options{}, 3, 10, "unroll"},
		{Options{Longest: 5}, 3, 5, "unrol"},
		{Options{Shortest: 7}, 7, 10, "unrollu"},
		{Options{Shortest: 1, Longest: 20}, 1, 20, "unroll"},
		{Options{Shortest: 20, Longest: 20}, 20, 20, "unrollunrollunrollun"},
	} {
		task := task(t, "reverse", c.o)
		r := rand.New(rand.NewPCG(13, 14))
		shortest, longest := 99, 0
		for range 2000 {
			n := len(task.Draw(r).Source)
			shortest, longest = min(shortest, n), max(longest, n)
		}
		if shortest != c.min || longest != c.max || task.MaxSource() != c.max || task.Example() != c.example {
			t.Errorf("%+v: %d to %d letters, at most %d, example %q", c.o, shortest, longest, task.MaxSource(), task.Example())
		}
	}
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{Shortest: 12, Longest: 10}, "strings of 12 to 10 letters; the shortest must not be longer"},
		{Options{Shortest: 11, Longest: 0}, "strings of 11 to 10 letters; the shortest must not be longer"},
		{Options{Shortest: -1, Longest: 10}, "both lengths must be from 1 to 20"},
		{Options{Shortest: 3, Longest: 21}, "both lengths must be from 1 to 20"},
	} {
		if _, err := New("reverse", c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: the error is %v", c.o, err)
		}
	}
}
