package token

import (
	"iter"
	"math"
	"sort"
)

// Learn returns Pieces with up to so many merges, learnt from the words of these texts: time and again
// the pair of neighbouring symbols that is most frequent becomes a symbol of its own. Of pairs that are
// equally frequent, the one with the earlier symbols is taken, the left one first; the characters are
// the earliest symbols, ordered by their code points, so that neither the order of the texts nor chance
// decides. It ends early when no pair is left that occurs twice.
//
// Counts are kept of every pair, with the words that have it, and only those words are visited again.
func Learn(texts iter.Seq[string], merges int) *Pieces {
	l := newLearner(texts)
	var list []string
	for len(list) < merges {
		t := l.best()
		if t == nil {
			break
		}
		// What can be merged in two ways, ab+c and a+bc, may bring back a pair that is merged already.
		if !t.merged {
			t.merged = true
			list = append(list, l.texts[t.left]+" "+l.texts[t.right])
		}
		l.merge(t)
	}
	p, err := NewPieces(list)
	if err != nil {
		panic(err)
	}
	return p
}

// learner is the state of Learn between two merges.
type learner struct {
	Pieces   // its symbols; the merges are not in it
	words    []spelling
	tallies  map[pair]*tally
	frequent []*tally // those with a count of at least floor, and some that had one
	floor    int
}

// spelling is one distinct word, and how often it occurs.
type spelling struct {
	symbols []int32
	count   int
}

// tally counts a pair.
type tally struct {
	pair
	count  int
	words  []int32 // those that have the pair, and some that had it
	listed bool    // in frequent
	merged bool
}

func newLearner(texts iter.Seq[string]) *learner {
	l := &learner{tallies: make(map[pair]*tally), floor: math.MaxInt}
	l.ids = make(map[string]int32)
	counts := make(map[placed]int)
	for text := range texts {
		for s := (scanner{rest: text}); s.next(); {
			counts[s.placed]++
		}
	}
	l.alphabet(counts)
	var room [longestWord + 1]symbol
	for word, count := range counts {
		for rest := word; rest.word != ""; {
			var symbols []symbol
			symbols, rest = l.spell(room[:0], rest)
			ids := make([]int32, len(symbols))
			for i := range symbols {
				ids[i] = symbols[i].id
			}
			l.words = append(l.words, spelling{ids, count})
		}
	}
	for w := range l.words {
		l.count(w, 0, 1, unknown)
	}
	return l
}

// alphabet gives every character an id, in their order, so that no chance is in the ids.
func (l *learner) alphabet(counts map[placed]int) {
	l.id(boundary)
	for word := range counts {
		for rest := word.word; rest != ""; {
			c := character(rest)
			rest = rest[len(c):]
			l.id(escape(c))
		}
	}
	sort.Sort(sort.StringSlice(l.texts))
	for id, text := range l.texts {
		l.ids[text] = int32(id)
	}
}

// best is the tally of the pair to be merged next, or nil if none occurs twice. Only the frequent ones
// are looked through; when none is left, floor sinks to half of what all others reach.
func (l *learner) best() *tally {
	for {
		var best *tally
		kept := l.frequent[:0]
		for _, t := range l.frequent {
			if t.listed = t.count >= l.floor; !t.listed {
				continue
			}
			kept = append(kept, t)
			if best == nil || t.count > best.count ||
				t.count == best.count && (t.left < best.left || t.left == best.left && t.right < best.right) {
				best = t
			}
		}
		l.frequent = kept
		if best != nil || l.floor == 2 {
			return best
		}
		most := 0
		for _, t := range l.tallies {
			most = max(most, t.count)
		}
		l.floor = max(most/2, 2)
		for _, t := range l.tallies {
			l.list(t)
		}
	}
}

// list enters a tally among the frequent ones if it is.
func (l *learner) list(t *tally) {
	if t.count >= l.floor && !t.listed {
		t.listed = true
		l.frequent = append(l.frequent, t)
	}
}

// count adds sign times word w to the tallies of its pairs from the symbol at from on. Pairs that have
// the symbol made in them are noted with the word; unknown stands for all.
func (l *learner) count(w, from, sign int, made int32) {
	word := &l.words[w]
	for i := from; i+1 < len(word.symbols); i++ {
		key := pair{word.symbols[i], word.symbols[i+1]}
		t := l.tallies[key]
		if t == nil {
			t = &tally{pair: key}
			l.tallies[key] = t
		}
		t.count += sign * word.count
		if sign > 0 && (made == unknown || key.left == made || key.right == made) {
			t.words = append(t.words, int32(w))
		}
		l.list(t)
	}
}

// merge makes one symbol of the pair of t wherever it occurs.
func (l *learner) merge(t *tally) {
	made := l.id(l.texts[t.left] + l.texts[t.right])
	words := t.words
	t.words = nil
	for _, w := range words {
		l.rewrite(int(w), t.pair, made)
	}
}

// rewrite makes the symbol made of every pair p in word w.
func (l *learner) rewrite(w int, p pair, made int32) {
	symbols := l.words[w].symbols
	at := func(i int) bool { return i+1 < len(symbols) && symbols[i] == p.left && symbols[i+1] == p.right }
	first := 0
	for !at(first) {
		if first++; first == len(symbols) {
			return // another merge has taken the pair apart
		}
	}
	from := max(first-1, 0)
	l.count(w, from, -1, made)
	kept := first
	for i := first; i < len(symbols); i++ {
		symbols[kept] = symbols[i]
		if at(i) {
			symbols[kept] = made
			i++
		}
		kept++
	}
	l.words[w].symbols = symbols[:kept]
	l.count(w, from, 1, made)
}
