package own

import (
	"sort"

	"unroll/core/corpus"
	"unroll/core/token"
)

// learn makes the vocabulary of what is learnt: its tokens, the most frequent first, MaxTypes at the
// most. Pieces that are learnt only within larger ones are the last: an input may be cut into them.
//
// There is always a word that is not in it. So that the model learns what to do with one, some of the
// words that come up once are left out, until one in spared is read as ⟨unk⟩. Of characters and pieces it
// may have all that the pairs have; then it is closed, and what else is typed is refused by name.
func (s *side) learn(fates []fate) {
	s.counts = make([]int, len(s.texts))
	s.each(fates, learnt, func(n int32) { s.counts[n]++ })
	var known []int
	for n, count := range s.counts {
		if count > 0 || n < s.merged {
			known = append(known, n)
		}
	}
	// Among equals a hash of their texts decides: the order of the lines must not, and the alphabet would
	// leave out the words of its end. A name that is the same on both sides is left out on both.
	sort.Sort(&order{known, func(i, j int) bool {
		if s.counts[i] != s.counts[j] {
			return s.counts[i] > s.counts[j]
		}
		if a, b := textHash(s.texts[i]), textHash(s.texts[j]); a != b {
			return a < b
		}
		return s.texts[i] < s.texts[j]
	}})
	_, open := s.cutter.(token.Words)
	most := MaxTypes
	if open {
		most = s.spare(known)
	}
	open = open || len(known) > most
	known = known[:min(len(known), most)]

	s.ids = make([]int, len(s.texts))
	texts := make([]string, len(known))
	for i, n := range known {
		texts[i] = s.texts[n]
		s.ids[n] = corpus.Unknown + i
	}
	s.each(fates, examined, func(n int32) { open = open || s.ids[n] == 0 })
	if !open {
		s.vocabulary = corpus.NewVocabulary(s.cutter, texts)
		return
	}
	s.vocabulary = corpus.NewOpenVocabulary(s.cutter, texts)
	for n, id := range s.ids {
		if s.ids[n] = corpus.Unknown; id != 0 {
			s.ids[n] = id + 1
		}
	}
}

// spared is one in how many tokens is read as ⟨unk⟩ at the least, where that costs only words that come
// up once.
const spared = 100

// spare is how many of these words, the most frequent first, are to be known.
func (s *side) spare(known []int) int {
	tokens, most := 0, 0 // of them all, and of those that are known
	for i, n := range known {
		if tokens += s.counts[n]; i < MaxTypes {
			most = tokens
		}
	}
	n := min(len(known), MaxTypes)
	for n > 1 && s.counts[known[n-1]] == 1 && (tokens-most+1)*spared <= tokens {
		most--
		n--
	}
	return n
}

// unknown reports whether the vocabulary reads token n as ⟨unk⟩.
func (s *side) unknown(n int32) bool { return s.vocabulary.Open() && s.ids[n] == corpus.Unknown }

// describe is what the report says of a side.
func (s *side) describe(fates []fate) Side {
	d := Side{Vocabulary: s.vocabulary.Len()}
	for n, count := range s.counts {
		if d.Tokens += count; count > 0 {
			d.Types++
			if s.unknown(int32(n)) {
				d.Cut += count
			} else {
				d.Known++
			}
		}
	}
	var lengths [MaxTokens + 1]int
	for i, fate := range fates {
		if fate <= examined {
			start, end := s.of(i)
			lengths[end-start]++
		}
	}
	s.each(fates, examined, func(n int32) {
		if d.HeldOut++; s.unknown(n) {
			d.Unknown++
		}
	})
	d.measure(lengths[:])
	return d
}
