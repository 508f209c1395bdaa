package decode

// candidate is a token that one of the hypotheses side by side could say next.
type candidate struct {
	row     int // of that hypothesis
	id      int
	logit   float32
	logProb float64
	sum     float64 // log-probability of the hypothesis that it would make
}

// before is the order of candidates, the better first. Within a row the logits decide: two that differ
// may have equal sums, and greedy decoding, which is a beam of width 1, sees the difference.
func (c *candidate) before(o *candidate) bool {
	switch {
	case c.sum != o.sum:
		return c.sum > o.sum
	case c.row != o.row:
		return c.row < o.row
	case c.logit != o.logit:
		return c.logit > o.logit
	}
	return c.id < o.id
}

// shortlist is the best of the candidates that it is offered, in order. Most of those are worse than its
// last, and cost one comparison.
type shortlist struct {
	list []candidate
	most int
}

func (s *shortlist) begin(most int) { s.list, s.most = s.list[:0], most }

func (s *shortlist) offer(c candidate) {
	i := len(s.list)
	if i < s.most {
		s.list = append(s.list, c)
	} else if i--; !c.before(&s.list[i]) {
		return
	}
	for ; i > 0 && c.before(&s.list[i-1]); i-- {
		s.list[i] = s.list[i-1]
	}
	s.list[i] = c
}
