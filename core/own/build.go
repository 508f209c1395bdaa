package own

import (
	"iter"

	"unroll/core/corpus"
	"unroll/core/token"
)

// build makes a corpus of what was read.
func build(r *reading, o Options) (*Corpus, error) {
	r.seen = nil // as large as the pairs themselves
	few := &Error{Code: TooFew, Got: len(r.pairs), Limit: MinPairs, Left: r.Left}
	if len(r.pairs) < MinPairs {
		return nil, few
	}
	if o.Swap {
		r.swap()
	}
	for i := range r.pairs {
		r.pairs[i].hash = keyHash(r.pairs[i].source, o.Seed)
	}
	c := cut(r.pairs, [2]token.Cutter{token.Words{}, token.Words{}})
	r.Advice = advise(r.pairs, c)
	if r.Tokens = o.Tokens; o.Tokens == "" {
		r.Tokens = r.Advice.Tokens
	}
	if r.Tokens != "words" {
		cutters, ok := cutters(r.pairs, r.Tokens, o.Merges)
		if !ok {
			return nil, &Error{Code: BadOption}
		}
		c = cut(r.pairs, cutters)
	}
	c.describe(r)
	if few.Got = r.Pairs; few.Got < MinPairs || r.Training < MinPairs/2 {
		few.Left = r.Left
		return nil, few
	}
	return &Corpus{r.Report, c.task(r.pairs, r.Source.Median), write(r.pairs)}, nil
}

// cutters are those of sources and of targets. Pieces are learnt for each side by itself, from what is
// never held out: a merge of the other side's would be a piece that this side's model has never read.
func cutters(pairs []pair, name string, merges int) (cutters [2]token.Cutter, ok bool) {
	if merges == 0 {
		merges = DefaultMerges
	}
	for k := range cutters {
		if name == "pieces" {
			cutters[k] = token.Learn(texts(pairs, k), min(merges, MaxTypes))
		} else if c, err := token.New(name, nil); err == nil {
			cutters[k] = c
		} else {
			return cutters, false
		}
	}
	return cutters, true
}

// texts are the sources, or the targets if side is 1, of the pairs that are not of the held-out class.
func texts(pairs []pair, side int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range pairs {
			if pairs[i].hash%share != 0 && !yield(pairs[i].text(side)) {
				return
			}
		}
	}
}

// describe reports what has become of the pairs.
func (c *cutting) describe(r *reading) {
	targets := make(map[string]int) // of each source
	for i := range r.pairs {
		p := &r.pairs[i]
		switch c.fates[i] {
		case tooLong:
			r.leave(ManyTokens, p.line)
			continue
		case leaking:
			r.leave(Leaking, p.line)
			continue
		case learnt:
			r.Training++
		}
		r.Pairs++
		if targets[p.source]++; targets[p.source] == 2 {
			r.Several++
		}
	}
	r.HeldOut = r.Pairs - r.Training
	r.Source = c.sides[0].describe(c.fates)
	r.Target = c.sides[1].describe(c.fates)
	r.Source.Direction = direction(r.pairs, 0)
	r.Target.Direction = direction(r.pairs, 1)
}

// task makes the task of what is learnt and examined. Its example is a source that is typically long.
func (c *cutting) task(pairs []pair, typical int) *corpus.Task {
	l := corpus.List{
		Name:    "own",
		Source:  c.sides[0].vocabulary,
		Target:  c.sides[1].vocabulary,
		Example: pairs[c.example(typical)].source,
	}
	sources, targets := c.sides[0].numbered(), c.sides[1].numbered()
	for i := range pairs {
		if c.fates[i] == learnt {
			l.Training = append(l.Training, corpus.Pair{Source: sources(i), Target: targets(i)})
		}
	}
	for _, i := range c.held {
		l.HeldOut = append(l.HeldOut, corpus.Pair{Source: sources(i), Target: targets(i)})
	}
	return corpus.Listed(l)
}

// numbered gives the tokens of pair i by their ids. All of them are cut from one slice.
func (s *side) numbered() func(i int) []int {
	ids := make([]int, len(s.tokens))
	for j, n := range s.tokens {
		ids[j] = s.ids[n]
	}
	return func(i int) []int {
		start, end := s.of(i)
		return ids[start:end:end]
	}
}

// example is the examined pair whose source has the fewest unknown tokens, and of those the one whose
// length is the nearest to so many.
func (c *cutting) example(tokens int) int {
	s := &c.sides[0]
	best, least := 0, 1<<30
	for _, i := range c.held {
		start, end := s.of(i)
		worse := max(end-start-tokens, tokens-end+start)
		for _, n := range s.tokens[start:end] {
			if s.unknown(n) {
				worse += MaxTokens
			}
		}
		if worse < least {
			best, least = i, worse
		}
	}
	return best
}
