package layer

import "unroll/core/kernel"

// Where the inputs are nothing but embedded tokens, W_ih x + b_ih depends on the token alone. It is then
// computed once for each kind of token and looked up for each token; backward, the gradients of a kind's
// tokens are first added up. The numbers are the same to rounding.
//
// A sequence that is known beforehand has the kinds that occur in it. One that is decoded step by step
// may come to need any: there the whole vocabulary is computed, if it has fewer kinds than the sequence
// has tokens.

// kinds are the kinds of token of a sequence.
type kinds struct {
	ids   []int32 // [K] of each kind
	place []int32 // [V] of each id among the kinds; −1: it does not occur
	slots []int32 // [T][B] the kind of each token

	x, dx         []float32 // [K][In] embedded
	share, dshare []float32 // [K][G·H] W_ih x + b_ih
}

// ProjectTokens is Project for x, [T][B×In], that holds the embedded tokens, [T][B], of a sequence.
func (r *Recurrent) ProjectTokens(e *Embedding, tokens []int32, x []float32, from, to int) {
	if from == 0 {
		r.shared = r.collect(e, tokens, to == r.steps)
	}
	if !r.shared {
		r.Project(x, from, to)
		return
	}
	k, g := &r.kinds, r.width()
	for _, s := range r.Spans(from, to) {
		row, n := s.Row, s.N
		slots := k.slots[row : row+n]
		for i, id := range tokens[row : row+n] {
			slots[i] = max(k.place[id], 0) // one that is padded may be of a kind that does not occur
		}
		r.ops.Gather(kernel.Dense(n, g, r.gx[row*g:]), kernel.Dense(len(k.ids), g, k.share), slots)
	}
}

// collect computes the kinds' share of the gates, unless that is more work than the tokens' own.
func (r *Recurrent) collect(e *Embedding, tokens []int32, known bool) bool {
	k, v, g := &r.kinds, e.W.Shape[0], r.width()
	rows := 0
	for _, n := range r.running {
		rows += n
	}
	if !known && v >= rows {
		return false
	}
	if len(k.place) < v {
		most := min(v, r.maxT*r.maxB)
		k.place, k.ids, k.slots = make([]int32, v), make([]int32, 0, most), make([]int32, r.maxT*r.maxB)
		k.x, k.dx = make([]float32, most*r.In), make([]float32, most*r.In)
		k.share, k.dshare = make([]float32, most*g), make([]float32, most*g)
	}
	k.ids = k.ids[:0]
	for i := range k.place {
		k.place[i] = -1
	}
	note := func(id int32) {
		if k.place[id] < 0 {
			k.place[id] = int32(len(k.ids))
			k.ids = append(k.ids, id)
		}
	}
	if known {
		for t := range r.steps {
			for b := range r.running[t] {
				if !r.over(t, b) { // what is padded must not change anything
					note(tokens[t*r.b+b])
				}
			}
		}
	} else {
		for id := range v {
			note(int32(id))
		}
	}
	if len(k.ids) >= rows {
		return false
	}
	e.Forward(k.ids, k.x)
	r.project(k.x, k.share, len(k.ids))
	return true
}

// BackwardTokens follows ProjectTokens as Unproject and BackwardParams follow Project: it adds to the
// gradients of the layer's parameters and of the embedding. dx, [T][B×In], is room to work in.
func (r *Recurrent) BackwardTokens(e *Embedding, tokens []int32, dx []float32) {
	if !r.shared {
		r.Unproject(dx, 0, r.steps, 0)
		r.BackwardParams()
		for _, s := range r.Spans(0, r.steps) {
			row, n := s.Row, s.N
			e.Backward(tokens[row:row+n], dx[row*r.In:(row+n)*r.In])
		}
		return
	}
	r.finishState()
	k, g, n := &r.kinds, r.width(), len(r.kinds.ids)
	clear(k.dshare[:n*g])
	for _, s := range r.Spans(0, r.steps) {
		row, rows := s.Row, s.N
		r.ops.Scatter(kernel.Dense(n, g, k.dshare), kernel.Dense(rows, g, r.dgx[row*g:]), k.slots[row:row+rows])
	}
	r.finishInput(k.dshare, k.x, n)
	r.unproject(k.dshare, k.dx, n, 0)
	e.Backward(k.ids, k.dx)
}
