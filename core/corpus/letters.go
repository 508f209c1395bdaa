package corpus

import (
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"
)

// Strings of letters, the sources of the tasks reverse, copy and sort. The length is uniform on
// [shortest, longest], each letter uniform on a–z.

// LongestString is the longest source that reverse, copy and sort can be asked for, in letters.
const LongestString = 20

const (
	alphabet    = "abcdefghijklmnopqrstuvwxyz"
	firstLetter = firstText // the id of a
)

type letters struct {
	shortest, longest int
}

// newLetters is the task of this name upon the strings that the options ask for.
func newLetters(name string, o Options, upon func(letters) rule) (*Task, error) {
	l := letters{o.Shortest, o.Longest}
	if l.shortest == 0 {
		l.shortest = o.Level.of(3, 3, 10)
	}
	if l.longest == 0 {
		l.longest = o.Level.of(6, 10, 20)
	}
	must := ""
	switch {
	case l.shortest < 1 || l.shortest > LongestString || l.longest < 1 || l.longest > LongestString:
		must = "both lengths must be from 1 to " + strconv.Itoa(LongestString)
	case l.shortest > l.longest:
		must = "the shortest must not be longer than the longest"
	}
	if must != "" {
		return nil, errors.New("corpus: " + name + " cannot draw strings of " + strconv.Itoa(l.shortest) + " to " +
			strconv.Itoa(l.longest) + " letters; " + must)
	}
	// Six letters, unless the task draws only shorter strings, or only longer ones.
	n := min(max(len("unroll"), l.shortest), l.longest)
	v := characters(alphabet)
	return &Task{
		rule:      upon(l),
		source:    v,
		target:    v,
		maxSource: l.longest,
		maxTarget: l.longest + 1,
		example:   strings.Repeat("unroll", 4)[:n],
	}, nil
}

func (l *letters) drawString(r *rand.Rand, p *Pair) {
	n := l.shortest + r.IntN(l.longest-l.shortest+1)
	for range n {
		put(&p.Source, firstLetter+r.IntN(len(alphabet)))
	}
}
