package layer

import "unroll/core/kernel"

// Recurrent is one layer of cells run over time. It is stepped from outside, so that a decoder may
// choose each input after it has seen the last output:
//
//	Begin · Project · Step(0) … Step(T−1)                                       forward
//	BeginBackward · StepBackward(T−1) … StepBackward(0) · Unproject · BackwardParams
//
// Besides its input x a layer may be fed other vectors, each with its own columns of W_ih: see Feed.
// A sentence shorter than the batch stops at its last token: its state is held from there on, which
// is what PyTorch's packed sequences do.
type Recurrent struct {
	In, Hidden         int
	WIH, WHH, BIH, BHH *Param // [G·H][In + Σ feeds], [G·H][H], [G·H], [G·H]

	ops        kernel.Ops
	cell       *cell
	steps, b   int // of the sequence under way
	maxT, maxB int // of the buffers
	Ragged

	x        []float32 // [T][B×In], the caller's
	gx, gh   []float32 // [T][B×G·H] W_ih x + b_ih and W_hh h + b_hh
	gates    []float32 // [T][B×G·H], in the memory of gx: the less there is, the more of it do caches hold
	h, c     []float32 // [T+1][B×H]; step t reads place t and writes place t+1
	tanhC    []float32 // [T][B×H]
	dgx, dgh []float32 // gradients of gx, gh; one memory where they are equal
	dh, dc   []float32 // [T+1][B×H] gradients of h, c
	step     kernel.StepGrad

	feeds    []feed
	room     []float32 // of Reorder
	kinds    kinds
	shared   bool // the kinds' share of the gates stands for the tokens'
	fromZero bool // the sequence began with a state of zeros: products with it are left out
}

// NewRecurrent declares a layer's parameters as prefix + w_ih, w_hh, b_ih, b_hh in set, with buffers
// for maxT steps of maxB sentences. The cell is one that CheckCell accepts; feeds are the widths of what
// it is fed.
func NewRecurrent(ops kernel.Ops, set *Set, prefix, cellName string, in int, feeds []int, hidden, maxT, maxB int) *Recurrent {
	c := cells[cellName]
	g, width := len(c.gates)*hidden, in
	r := &Recurrent{In: in, Hidden: hidden, ops: ops, cell: c, maxT: maxT, maxB: maxB, Ragged: newRagged(maxT)}
	for _, n := range feeds {
		r.feeds = append(r.feeds, feed{weights: weights{at: width, in: n}})
		width += n
	}
	r.WIH, r.WHH = set.Add(prefix+"w_ih", FanIn(hidden), g, width), set.Add(prefix+"w_hh", FanIn(hidden), g, hidden)
	for i := range r.feeds {
		r.feeds[i].Param = r.WIH
	}
	r.BIH, r.BHH = set.Add(prefix+"b_ih", FanIn(hidden), g), set.Add(prefix+"b_hh", FanIn(hidden), g)
	for _, p := range []*[]float32{&r.gx, &r.gh, &r.dgx} {
		*p = make([]float32, maxT*maxB*g)
	}
	r.gates, r.dgh = r.gx, r.dgx
	if c.apart {
		r.dgh = make([]float32, maxT*maxB*g)
	}
	r.h, r.dh = make([]float32, (maxT+1)*maxB*hidden), make([]float32, (maxT+1)*maxB*hidden)
	if c.memory {
		r.c, r.dc = make([]float32, len(r.h)), make([]float32, len(r.h))
		r.tanhC = make([]float32, maxT*maxB*hidden)
	}
	return r
}

// Begin starts a sequence of steps for b sentences from the state h, c, each [B×H]; nil is zero.
func (r *Recurrent) Begin(steps, b int, length []int, h, c []float32) {
	mustFit("length of a sequence", steps, r.maxT)
	mustFit("batch", b, r.maxB)
	r.steps, r.b = steps, b
	r.Ragged.begin(steps, b, length)
	r.shared, r.fromZero = false, h == nil
	start(at(r.h, 0, b*r.Hidden), h)
	if r.cell.memory {
		start(at(r.c, 0, b*r.Hidden), c)
	}
}

// Start has the sequence start from the state h, c, each [B×H], instead of what Begin was given.
func (r *Recurrent) Start(h, c []float32) {
	r.fromZero = false
	start(at(r.h, 0, r.b*r.Hidden), h)
	if r.cell.memory {
		start(at(r.c, 0, r.b*r.Hidden), c)
	}
}

func start(dst, state []float32) {
	if state == nil {
		clear(dst)
		return
	}
	copy(dst, state)
}

// at is place t of a sequence whose places are n long.
func at(x []float32, t, n int) []float32 { return x[t*n : (t+1)*n] }

// H is the state after step t, [B×H]; H(−1) is the state before the first.
func (r *Recurrent) H(t int) []float32 { return at(r.h, t+1, r.b*r.Hidden) }

// C is the LSTM's cell state after step t, [B×H]; nil for other cells.
func (r *Recurrent) C(t int) []float32 {
	if !r.cell.memory {
		return nil
	}
	return at(r.c, t+1, r.b*r.Hidden)
}

// Final is the state after the last step, [B×H]: of a sentence that is over, the one that was held.
func (r *Recurrent) Final() []float32 { return r.H(r.steps - 1) }

// States is the states after every step, [T][B×H].
func (r *Recurrent) States() []float32 { return r.h[r.b*r.Hidden : (r.steps+1)*r.b*r.Hidden] }

// Before is the states before every step, [T][B×H].
func (r *Recurrent) Before() []float32 { return r.h[:r.steps*r.b*r.Hidden] }

// GateNames are the names of the gates in the order in which Gates has them.
func (r *Recurrent) GateNames() []string { return r.cell.gates }

// Gates are the gates of step t, [B×G·H].
func (r *Recurrent) Gates(t int) []float32 { return at(r.gates, t, r.b*r.width()) }

// Project computes the input's share of the gates for steps from ≤ t < to. x is the whole sequence,
// [T][B×In]; it is kept, not copied.
func (r *Recurrent) Project(x []float32, from, to int) {
	r.x = x
	for _, s := range r.Spans(from, to) {
		row, n := s.Row, s.N
		r.project(x[row*r.In:], r.gx[row*r.width():], n)
	}
}

// width is G·H.
func (r *Recurrent) width() int { return len(r.cell.gates) * r.Hidden }

// input are the columns of W_ih that the input is multiplied by.
func (r *Recurrent) input() weights { return weights{r.WIH, 0, r.In} }

// project is W_ih x + b_ih for n rows.
func (r *Recurrent) project(x, gx []float32, n int) {
	g := r.width()
	spread(r.ops, gx[:n*g], r.BIH.Value)
	r.input().forward(r.ops, n, x, 1, gx)
}

// Step takes step t from the state that step t−1 left.
func (r *Recurrent) Step(t int) {
	n, g := r.Running(t), r.width()
	prev, next := at(r.h, t, r.b*r.Hidden), at(r.h, t+1, r.b*r.Hidden)
	gh := at(r.gh, t, r.b*g)[:n*g]
	spread(r.ops, gh, r.BHH.Value)
	if t > 0 || !r.fromZero {
		r.WHH.whole().forward(r.ops, n, prev, 1, gh)
	}
	r.cell.forward(r.ops, r.at(t, n))
	r.hold(t, n, prev, next)
	if r.cell.memory {
		r.hold(t, n, at(r.c, t, r.b*r.Hidden), at(r.c, t+1, r.b*r.Hidden))
	}
}

// at is the pointwise part of step t for the first n sentences.
func (r *Recurrent) at(t, n int) *kernel.Step {
	g, h := r.b*r.width(), r.b*r.Hidden
	s := &r.step.Step
	s.Rows, s.Hidden = n, r.Hidden
	s.X, s.R, s.Gates = at(r.gx, t, g), at(r.gh, t, g), at(r.gates, t, g)
	s.PrevH, s.H = at(r.h, t, h), at(r.h, t+1, h)
	if r.cell.memory {
		s.PrevC, s.C, s.TanhC = at(r.c, t, h), at(r.c, t+1, h), at(r.tanhC, t, h)
	}
	return s
}

// hold keeps the state of every sentence that is over: of those behind the n running rows, which were
// not computed, and of those among them.
func (r *Recurrent) hold(t, n int, prev, next []float32) {
	copy(next[n*r.Hidden:], prev[n*r.Hidden:])
	for b := range n {
		if r.over(t, b) {
			copy(next[b*r.Hidden:(b+1)*r.Hidden], prev[b*r.Hidden:(b+1)*r.Hidden])
		}
	}
}
