package token

// queue is a heap of tallies, the most frequent pair first. A count that has fallen since an entry was
// made is corrected when the entry comes to the top; one that has risen makes a new entry.
type queue []entry

type entry struct {
	count int
	pair
	tally int32
}

// before reports whether e is to be merged before f.
func (e entry) before(f entry) bool {
	switch {
	case e.count != f.count:
		return e.count > f.count
	case e.left != f.left:
		return e.left < f.left
	}
	return e.right < f.right
}

// enqueue enters a tally with its count, unless the queue has it with at least as much, or it is too
// rare ever to be merged.
func (l *learner) enqueue(t int32) {
	tally := &l.tallies[t]
	if tally.count < 2 || tally.count <= tally.queued {
		return
	}
	tally.queued = tally.count
	l.queue.push(entry{tally.count, tally.pair, t})
}

// best takes the most frequent pair from the queue.
func (l *learner) best() (t int32, ok bool) {
	for len(l.queue) > 0 {
		e := l.queue.pop()
		tally := &l.tallies[e.tally]
		if e.count == tally.count {
			return e.tally, true
		}
		if e.count == tally.queued { // not superseded by a later entry
			tally.queued = 0
			l.enqueue(e.tally)
		}
	}
	return 0, false
}

func (q *queue) push(e entry) {
	h := append(*q, e)
	*q = h
	i := len(h) - 1
	for i > 0 {
		parent := (i - 1) / 2
		if !e.before(h[parent]) {
			break
		}
		h[i] = h[parent]
		i = parent
	}
	h[i] = e
}

func (q *queue) pop() entry {
	h := *q
	top, e := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	*q = h
	if len(h) == 0 {
		return top
	}
	i := 0
	for {
		child := 2*i + 1
		if child >= len(h) {
			break
		}
		if child+1 < len(h) && h[child+1].before(h[child]) {
			child++
		}
		if !h[child].before(e) {
			break
		}
		h[i] = h[child]
		i = child
	}
	h[i] = e
	return top
}
