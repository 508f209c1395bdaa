package measure

import (
	"slices"
	"testing"
)

func TestEditDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"a", "", 1},
		{"", "abc", 3},
		{"abc", "abc", 0},
		{"kitten", "sitting", 3},
		{"saturday", "sunday", 3},
		{"abcd", "bcda", 2},
		{"aaaa", "aa", 2},
		{"abxcd", "abycd", 1},
		{"abcabc", "abc", 3},
		{"ab", "ba", 2}, // a transposition is no edit of its own
	} {
		if got := EditDistance(ids(c.a), ids(c.b)); got != c.want {
			t.Errorf("%q is %d edits from %q, want %d", c.a, got, c.b, c.want)
		}
	}
}

// Sentences that are too long for the room on the stack, on either side.
func TestEditDistanceOfLongSentences(t *testing.T) {
	for n := 120; n < 140; n++ {
		x, y := make([]int, n), make([]int, n+3)
		for i := range y {
			y[i] = 1
		}
		if got := EditDistance(x, y); got != n+3 {
			t.Errorf("%d zeros are %d edits from %d ones", n, got, n+3)
		}
		if got := EditDistance(y, x); got != n+3 {
			t.Errorf("%d ones are %d edits from %d zeros", n+3, got, n)
		}
	}
}

// The distance is a metric, and what the definition says.
func FuzzEditDistance(f *testing.F) {
	f.Add("abc", "abd", "bcd")
	f.Add("", "aab", "baa")
	f.Add("kitten", "sitting", "mitten")
	f.Fuzz(func(t *testing.T, first, second, third string) {
		a, b, c := few(first), few(second), few(third)
		ab, ba, bc, ac := EditDistance(a, b), EditDistance(b, a), EditDistance(b, c), EditDistance(a, c)
		if want := recursive(a, b); ab != want {
			t.Errorf("%v is %d edits from %v, by the definition %d", a, ab, b, want)
		}
		if ab != ba {
			t.Errorf("%v is %d edits from %v, and %d the other way", a, ab, b, ba)
		}
		if (ab == 0) != slices.Equal(a, b) {
			t.Errorf("%v is %d edits from %v", a, ab, b)
		}
		if ac > ab+bc {
			t.Errorf("%v to %v takes %d edits, by way of %v %d + %d", a, c, ac, b, ab, bc)
		}
		if ab < max(len(a), len(b))-min(len(a), len(b)) || ab > max(len(a), len(b)) {
			t.Errorf("%v is %d edits from %v", a, ab, b)
		}
	})
}

// few is at most seven tokens of an alphabet of three, so that they often agree, and the naive
// oracle comes to an end.
func few(s string) []int {
	x := []int{}
	for i := range min(len(s), 7) {
		x = append(x, int(s[i])%3)
	}
	return x
}

// recursive is the distance as it is defined.
func recursive(a, b []int) int {
	if len(a) == 0 || len(b) == 0 {
		return len(a) + len(b)
	}
	last := 0
	if a[len(a)-1] != b[len(b)-1] {
		last = 1
	}
	lessA, lessB := a[:len(a)-1], b[:len(b)-1]
	return min(recursive(lessA, b)+1, recursive(a, lessB)+1, recursive(lessA, lessB)+last)
}

// ids is a token for each byte.
func ids(s string) []int {
	x := []int{}
	for i := range len(s) {
		x = append(x, int(s[i]))
	}
	return x
}
