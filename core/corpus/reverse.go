package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// reverse: a string of letters, and the same letters from the last to the first. The length is
// uniform on [shortest, longest], each letter uniform on a–z.
//
// It is the smallest task in which the first thing to be said is the last that was heard, so that
// without attention all of the string must pass through one state, and with attention the weights
// condense into the other diagonal.
type reverse struct {
	shortest, longest int
}

// LongestReverse is the longest source that the task reverse can be asked for, in letters.
const LongestReverse = 20

const (
	letters     = "abcdefghijklmnopqrstuvwxyz"
	firstLetter = firstText // the id of a
)

func newReverse(o Options) (*Task, error) {
	if o.Shortest == 0 {
		o.Shortest = 3
	}
	if o.Longest == 0 {
		o.Longest = 10
	}
	switch {
	case o.Shortest < 1 || o.Shortest > LongestReverse || o.Longest < 1 || o.Longest > LongestReverse:
		return nil, fmt.Errorf("corpus: reverse cannot draw strings of %d to %d letters; both lengths must be from 1 to %d",
			o.Shortest, o.Longest, LongestReverse)
	case o.Shortest > o.Longest:
		return nil, fmt.Errorf("corpus: reverse cannot draw strings of %d to %d letters; the shortest must not be longer than the longest",
			o.Shortest, o.Longest)
	}
	// Six letters, unless the task draws only shorter strings, or only longer ones.
	n := min(max(len("unroll"), o.Shortest), o.Longest)
	v := characters(letters)
	return &Task{
		rule:      reverse{o.Shortest, o.Longest},
		name:      "reverse",
		source:    v,
		target:    v,
		maxSource: o.Longest,
		maxTarget: o.Longest + 1,
		example:   strings.Repeat("unroll", 4)[:n],
	}, nil
}

func (t reverse) draw(r *rand.Rand, p *Pair) {
	n := t.shortest + r.IntN(t.longest-t.shortest+1)
	for range n {
		p.Source = append(p.Source, firstLetter+r.IntN(len(letters)))
	}
	for i := n - 1; i >= 0; i-- {
		p.Target = append(p.Target, p.Source[i])
	}
}

func (t reverse) key(p *Pair) []int { return p.Source }
