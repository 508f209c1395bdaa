package own

import (
	"sort"

	"unroll/core/corpus"
	"unroll/core/token"
)

// learn makes the vocabulary of what is learnt: its tokens, the most frequent first, MaxTypes at the
// most. Pieces that are learnt only within larger ones are the last: an input may be cut into them.
//
// There is always a word that is not in it. Of characters and pieces it may have all that the pairs
// have; then it is closed, and what else is typed is refused by name instead of being read as ⟨unk⟩.
func (s *side) learn(fates []fate) {
	s.counts = make([]int, len(s.texts))
	s.each(fates, learnt, func(n int32) { s.counts[n]++ })
	var known []int
	for n, count := range s.counts {
		if count > 0 || n < s.merged {
			known = append(known, n)
		}
	}
	// Among equals their texts decide: the order of the lines must not.
	sort.Sort(&order{known, func(i, j int) bool {
		if s.counts[i] != s.counts[j] {
			return s.counts[i] > s.counts[j]
		}
		return s.texts[i] < s.texts[j]
	}})
	_, open := s.cutter.(token.Words)
	open = open || len(known) > MaxTypes
	known = known[:min(len(known), MaxTypes)]

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
