package decode

import (
	"unroll/core/corpus"
	"unroll/core/trace"
)

// beam is a beam search under way: its tree, in which every hypothesis is a node.
//
// A step asks each live hypothesis how it goes on, and keeps the W best of all the candidates. Those of
// them that say End are finished, and leave; the others are the next step's live ones. So a hypothesis
// that ends takes up a place in the step in which it ends and in none after it, as in OpenNMT.
//
// The search is over when nothing live can become one of the best that were asked for. Every further
// token adds a log-probability, which is at most 0, and the penalty of the longest output divides it
// most; so a live hypothesis scores in the end at best
//
//	Σ log p ⁄ lp(T)
//
// and to stop there changes no result. What T steps cut off comes behind all that is finished: the
// probability of a beginning is that of everything that begins so, and cannot be held against an
// output's.
type beam struct {
	*trace.Beam
	d    *Decoder
	best int       // hypotheses asked for
	lp   []float64 // of each length
	live []int     // nodes: that of row i of the batch. What further rows compute is not read
	next []int
}

// kin is how many candidates are listed for each that is kept, so that the tree shows what just missed.
const kin = 2

func (d *Decoder) beam(source []int, o Options) Result {
	b := &beam{
		Beam: &trace.Beam{Width: o.Width, Penalty: o.Penalty, Limit: d.model.Config.MaxTarget},
		d:    d, best: o.Best, lp: penalties(o.Penalty, d.model.Config.MaxTarget),
	}
	b.Nodes = append(b.Nodes, trace.Node{Parent: -1, Step: -1, Token: d.token(corpus.Start)})
	b.live = append(b.live, 0)
	d.begin(source, o.Width)
	for t := 0; b.Stopped == ""; t++ {
		d.model.Advance(t, d.fed)
		b.consider(t)
		b.keep(t)
		d.model.Reorder(t, d.parent)
		b.stop(t + 1)
	}
	b.Best = append(b.Best, b.Finished[:min(b.best, len(b.Finished))]...)
	if b.Stopped == "limit" { // the live ones are in order, having been ranked together
		b.Best = append(b.Best, b.live[:min(b.best-len(b.Best), len(b.live))]...)
	}
	r := Result{Tree: b.Beam}
	for _, node := range b.Best {
		r.Hypotheses = append(r.Hypotheses, hypothesis(b.Beam, node))
	}
	return r
}

// consider makes the shortlist of step t's candidates.
func (b *beam) consider(t int) {
	short := &b.d.shortlist
	short.begin(kin * b.Width)
	for row, at := range b.live {
		node := &b.Nodes[at]
		node.Fate = trace.Expanded
		logits := b.d.model.Logits(t, row)
		now := look(logits)
		for id, x := range logits {
			logProb := now.logProb(x)
			short.offer(candidate{row: row, id: id, logit: x, logProb: logProb, sum: node.Sum + logProb})
		}
	}
}

// keep makes nodes of step t's shortlist, and the best of them live or finished.
func (b *beam) keep(t int) {
	first := len(b.Nodes)
	b.next = b.next[:0]
	for rank, c := range b.d.shortlist.list {
		at := len(b.Nodes)
		b.Nodes = append(b.Nodes, trace.Node{
			Parent: b.live[c.row], Step: t, Rank: rank, Token: b.d.token(c.id),
			LogProb: c.logProb, Sum: c.sum, Score: c.sum / b.lp[t+1],
		})
		node := &b.Nodes[at]
		switch {
		case rank >= b.Width:
			node.Fate = trace.Pruned
		case c.id == corpus.End:
			node.Fate = trace.Finished
			b.finish(at)
		default:
			row := len(b.next)
			b.d.fed[row], b.d.parent[row] = c.id, c.row
			b.next = append(b.next, at)
		}
	}
	b.Steps = append(b.Steps, trace.Expansion{
		From: first, To: len(b.Nodes), Live: len(b.live), Considered: len(b.live) * b.d.target.Len(),
	})
	b.live, b.next = b.next, b.live
}

// finish gives a node its place among the finished ones, behind those that are as good.
func (b *beam) finish(at int) {
	b.Finished = append(b.Finished, at)
	for i := len(b.Finished) - 1; i > 0 && b.Nodes[at].Score > b.Nodes[b.Finished[i-1]].Score; i-- {
		b.Finished[i-1], b.Finished[i] = at, b.Finished[i-1]
	}
}

// stop says, after so many steps, whether there are to be more, and otherwise what becomes of the live.
func (b *beam) stop(steps int) {
	fate := trace.Cut
	switch {
	case len(b.live) == 0:
		b.Stopped = "empty"
	case steps == b.Limit:
		b.Stopped = "limit"
	case b.decided():
		b.Stopped, fate = "decided", trace.Beaten
	default:
		return
	}
	for _, at := range b.live {
		b.Nodes[at].Fate = fate
	}
}

// decided reports whether none of the live can still become one of the best.
func (b *beam) decided() bool {
	if len(b.Finished) < b.best {
		return false
	}
	last := &b.Nodes[b.Finished[b.best-1]]
	for _, at := range b.live {
		if !(b.Nodes[at].Sum/b.lp[b.Limit] <= last.Score) {
			return false
		}
	}
	return true
}

// hypothesis is that of a node.
func hypothesis(b *trace.Beam, node int) Hypothesis {
	path := b.Path(node)
	h := newHypothesis("beam", len(path))
	for _, at := range path {
		h.say(b.Nodes[at].Token.ID, b.Nodes[at].LogProb)
	}
	h.Score = b.Nodes[node].Score
	return h
}
