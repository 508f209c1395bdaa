package layer

// Ragged says which rows of a padded, time-major sequence are worth computing. A sentence is over at
// its length; at step t the first Running(t) rows contain every sentence that still runs, so in a batch
// that is sorted by length, longest first, they are just those.
type Ragged struct {
	b       int
	length  []int // of each sentence; nil: every sentence is as long as the batch
	running []int // [T]
	spans   []Span
}

func newRagged(maxT int) Ragged {
	return Ragged{running: make([]int, 0, maxT), spans: make([]Span, 0, maxT)}
}

// begin lays out steps of b sentences of these lengths.
func (r *Ragged) begin(steps, b int, length []int) {
	r.b, r.length, r.running = b, length, r.running[:0]
	n := b
	for t := range steps {
		for length != nil && n > 0 && length[n-1] <= t {
			n--
		}
		r.running = append(r.running, n)
	}
}

// count is how many steps there are.
func (r *Ragged) count() int { return len(r.running) }

// Running is the count of rows, from the first on, that step t must compute.
func (r *Ragged) Running(t int) int { return r.running[t] }

// over reports whether sentence b has ended before step t.
func (r *Ragged) over(t, b int) bool { return r.length != nil && t >= r.length[b] }

// steps is how many of the steps before to sentence b takes.
func (r *Ragged) steps(b, to int) int {
	if r.length == nil {
		return to
	}
	return min(to, r.length[b])
}

// Span is a stretch of rows of a sequence that lie side by side: N of them, from Row on.
type Span struct{ Row, N int }

// Spans are the running rows of steps from ≤ t < to in as few stretches as there can be: steps in which
// all sentences run make one. They are valid until the next call.
func (r *Ragged) Spans(from, to int) []Span {
	r.spans = r.spans[:0]
	for t := from; t < to; {
		s := Span{Row: t * r.b}
		for t < to {
			s.N += r.running[t]
			t++
			if r.running[t-1] < r.b {
				break
			}
		}
		if s.N > 0 {
			r.spans = append(r.spans, s)
		}
	}
	return r.spans
}
