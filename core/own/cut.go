package own

import (
	"unroll/core/corpus"
	"unroll/core/token"
)

// cutting is pairs cut into tokens, and what becomes of each pair.
type cutting struct {
	sides [2]side
	fates []fate
	held  []int // the examined pairs, in the order of their hashes
}

// side is the sources, or the targets, of a cutting. Tokens are numbered as they come up, until the
// vocabulary numbers them anew.
type side struct {
	cutter  token.Cutter
	numbers map[string]int32
	texts   []string
	merged  int // so many, at the beginning, are the symbols of Pieces
	tokens  []int32
	ends    []int // where the tokens of pair i end, and those of pair i+1 begin

	counts     []int // in what is learnt, by number
	vocabulary *corpus.Vocabulary
	ids        []int // in the vocabulary, by number
}

func cut(pairs []pair, cutters [2]token.Cutter) *cutting {
	c := &cutting{fates: make([]fate, len(pairs))}
	var room []string
	for k := range c.sides {
		s := &c.sides[k]
		s.cutter = cutters[k]
		s.numbers = make(map[string]int32)
		fast := s.cutter
		if p, ok := s.cutter.(*token.Pieces); ok {
			fast = p.Remembering()
			s.add(p.Symbols())
			s.merged = len(s.texts)
			s.tokens, s.ends = nil, nil
		}
		for i := range pairs {
			if room = fast.Cut(room[:0], pairs[i].text(k)); len(room) > MaxTokens {
				c.fates[i] = tooLong
				room = room[:0]
			}
			s.add(room)
		}
	}
	c.held = split(pairs, c.fates)
	for k := range c.sides {
		c.sides[k].learn(c.fates)
	}
	return c
}

// add appends the tokens of the next pair.
func (s *side) add(tokens []string) {
	for _, text := range tokens {
		n, ok := s.numbers[text]
		if !ok {
			n = int32(len(s.texts))
			s.numbers[text] = n
			s.texts = append(s.texts, text)
		}
		s.tokens = append(s.tokens, n)
	}
	s.ends = append(s.ends, len(s.tokens))
}

// of is where the tokens of pair i begin and end.
func (s *side) of(i int) (start, end int) {
	if i > 0 {
		start = s.ends[i-1]
	}
	return start, s.ends[i]
}

// each visits the tokens of the pairs that have this fate.
func (s *side) each(fates []fate, fate fate, visit func(n int32)) {
	for i := range fates {
		if fates[i] == fate {
			start, end := s.of(i)
			for _, n := range s.tokens[start:end] {
				visit(n)
			}
		}
	}
}
