package own

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// share: one in this many sources is held out. Whether one is depends on itself alone, so that to add
// lines, or to order them otherwise, never makes a pair held out that was learnt before.
const share = 10

// fate is what becomes of a pair.
type fate byte

const (
	learnt fate = iota
	examined
	tooLong // left out as ManyTokens
	leaking // left out as Leaking
)

// split decides which pairs are examined, of those that are not left out already, and lists them.
//
// They are one pair for each key of the held-out class, MaxHeldOut with the smallest hashes at the most.
// Further pairs of these keys leak: were they learnt, what is examined would be known. Where so few
// pairs have none of the class, it is widened until there is one.
func split(pairs []pair, fates []fate) (held []int) {
	for share := uint64(share); len(held) == 0 && share > 0; share-- {
		for i := range pairs {
			if fates[i] == learnt && pairs[i].hash%share == 0 {
				held = append(held, i)
			}
		}
	}
	// The first of a key is examined. Which one that is must not depend on the order of the lines.
	sort.Sort(&order{held, func(i, j int) bool {
		a, b := &pairs[i], &pairs[j]
		switch {
		case a.hash != b.hash:
			return a.hash < b.hash
		case a.source != b.source:
			return a.source < b.source
		}
		return a.target < b.target
	}})
	n := 0
	for _, i := range held {
		switch {
		case n > 0 && pairs[i].hash == pairs[held[n-1]].hash:
			fates[i] = leaking
		case n < MaxHeldOut:
			fates[i] = examined
			held[n] = i
			n++
		}
	}
	return held[:n]
}

// order sorts a list of indices.
type order struct {
	list []int
	less func(i, j int) bool
}

func (o *order) Len() int           { return len(o.list) }
func (o *order) Less(i, j int) bool { return o.less(o.list[i], o.list[j]) }
func (o *order) Swap(i, j int)      { o.list[i], o.list[j] = o.list[j], o.list[i] }

// keyHash hashes what makes two sources the same but for the way they are written: case, spaces, and
// punctuation except where it stands between digits. Of a source with nothing else, all counts.
func keyHash(source string, seed uint64) uint64 {
	h := hash(fnv ^ seed*0x9e3779b97f4a7c15)
	empty := true
	before := rune(0)
	for i, r := range source {
		if unicode.Is(unicode.P, r) {
			after, _ := utf8.DecodeRuneInString(source[i+utf8.RuneLen(r):])
			if !digit(before) || !digit(after) {
				before = r
				continue
			}
		}
		before = r
		if !unicode.IsSpace(r) {
			h.rune(unicode.ToLower(r))
			empty = false
		}
	}
	if empty {
		for _, r := range source {
			h.rune(r)
		}
	}
	return h.sum()
}

func digit(r rune) bool { return '0' <= r && r <= '9' }
