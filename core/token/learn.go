package token

import (
	"iter"
	"sort"
)

// Learn returns Pieces with up to so many merges, learnt from the words of these texts: time and again
// the pair of neighbouring symbols that is most frequent becomes a symbol of its own. Of pairs that are
// equally frequent, the one with the earlier symbols is taken, the left one first; the characters are
// the earliest symbols, ordered by their code points, so that neither the order of the texts nor chance
// decides. It ends early when no pair is left that occurs twice.
//
// Counts are kept of every pair, with the words that have it, and only those words are visited again:
// the time is about that of counting the words, whatever the number of merges.
func Learn(texts iter.Seq[string], merges int) *Pieces {
	l := newLearner(texts)
	list := make([]string, 0, max(merges, 0))
	for len(list) < merges {
		t, ok := l.best()
		if !ok {
			break
		}
		// What can be merged in two ways, ab+c and a+bc, may bring back a pair that is merged already.
		if !l.tallies[t].merged {
			l.tallies[t].merged = true
			list = append(list, l.texts[l.tallies[t].left]+" "+l.texts[l.tallies[t].right])
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
	ids     map[string]int32
	texts   []string // of the symbols, by id
	words   []spelling
	tallies []tally
	index   map[pair]int32 // into tallies
	queue   queue
	touched []int32 // tallies of the pairs that the present merge has brought about
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
	queued int     // the greatest count with which it is in the queue
	words  []int32 // those that have the pair, and some that had it
	merged bool
}

func newLearner(texts iter.Seq[string]) *learner {
	l := &learner{ids: make(map[string]int32), index: make(map[pair]int32)}
	counts := [2]map[string]int{{}, {}} // of words that follow on others, and of those after a space
	for text := range texts {
		for s := (scanner{rest: text}); s.next(); {
			if s.spaced {
				counts[1][s.word]++
			} else {
				counts[0][s.word]++
			}
		}
	}
	l.alphabet(counts)
	speller := &Pieces{ids: l.ids}
	var room [longestWord + 1]symbol
	for spaced, words := range counts {
		for word, count := range words {
			for spaced := spaced == 1; word != ""; spaced = false {
				var symbols []symbol
				symbols, word = speller.spell(room[:0], word, spaced)
				ids := make([]int32, len(symbols))
				for i, s := range symbols {
					ids[i] = s.id
				}
				l.words = append(l.words, spelling{ids, count})
			}
		}
	}
	for w := range l.words {
		l.count(w, 0, 1, unknown)
	}
	for t := range l.tallies {
		l.enqueue(int32(t))
	}
	return l
}

// alphabet gives every character an id, in their order, so that no chance is in the ids.
func (l *learner) alphabet(counts [2]map[string]int) {
	seen := map[string]bool{boundary: true}
	for _, words := range counts {
		for word := range words {
			for word != "" {
				c := character(word)
				word = word[len(c):]
				seen[escape(c)] = true
			}
		}
	}
	for c := range seen {
		l.texts = append(l.texts, c)
	}
	sort.Strings(l.texts)
	for id, c := range l.texts {
		l.ids[c] = int32(id)
	}
}

// count adds sign times word w to the tallies of its pairs from the symbol at from on. Pairs that have
// the symbol made in them are noted with the word; unknown stands for all.
func (l *learner) count(w, from, sign int, made int32) {
	word := &l.words[w]
	for i := from; i+1 < len(word.symbols); i++ {
		key := pair{word.symbols[i], word.symbols[i+1]}
		t, ok := l.index[key]
		if !ok {
			t = int32(len(l.tallies))
			l.index[key] = t
			l.tallies = append(l.tallies, tally{pair: key})
		}
		tally := &l.tallies[t]
		tally.count += sign * word.count
		if sign > 0 && (made == unknown || key.left == made || key.right == made) {
			tally.words = append(tally.words, int32(w))
			l.touched = append(l.touched, t)
		}
	}
}

// merge makes one symbol of the pair of tally t wherever it occurs.
func (l *learner) merge(t int32) {
	p := l.tallies[t].pair
	text := l.texts[p.left] + l.texts[p.right]
	made, ok := l.ids[text]
	if !ok {
		made = int32(len(l.texts))
		l.ids[text] = made
		l.texts = append(l.texts, text)
	}
	words := l.tallies[t].words
	l.tallies[t].words = nil
	l.tallies[t].queued = 0
	l.touched = l.touched[:0]
	for _, w := range words {
		l.rewrite(int(w), p, made)
	}
	for _, t := range l.touched {
		l.enqueue(t)
	}
}

// rewrite makes the symbol made of every pair p in word w.
func (l *learner) rewrite(w int, p pair, made int32) {
	symbols := l.words[w].symbols
	first := 0
	for ; ; first++ {
		if first+1 >= len(symbols) {
			return // another merge has taken the pair apart
		}
		if symbols[first] == p.left && symbols[first+1] == p.right {
			break
		}
	}
	from := max(first-1, 0)
	l.count(w, from, -1, made)
	kept := symbols[:first]
	for i := first; i < len(symbols); i++ {
		if i+1 < len(symbols) && symbols[i] == p.left && symbols[i+1] == p.right {
			kept = append(kept, made)
			i++
		} else {
			kept = append(kept, symbols[i])
		}
	}
	l.words[w].symbols = kept
	l.count(w, from, 1, made)
}
