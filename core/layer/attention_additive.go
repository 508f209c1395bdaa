package layer

import "unroll/core/kernel"

// additive is a score that adds (Bahdanau, Cho & Bengio 2015, appendix A.1.2):
//
//	score(t, j) = v · tanh(W_q q_t + W_k s_j + b)
//
// The keys are W_k s_j. What the tanh gives is not kept for every t and j but computed again backward: that
// costs a few per cent of a step and saves T·S·H numbers a sentence.
type additive struct {
	WQ, WK, B, V *Param // [H][H], [H][width], [H], [H]
	hidden, maxS int

	q, dq       []float32 // [T][B×H] W_q q_t + b, and its gradient
	keys, dkeys []float32 // [B][S×H]
	sum, dsum   []float32 // [S×H] the tanh, for one sentence and step
}

func newAdditive(set *Set, query, width, maxS, maxT, maxB int) *additive {
	a := &additive{
		WQ: set.Add("attn.w_q", FanIn(query), query, query), WK: set.Add("attn.w_k", FanIn(width), query, width),
		B: set.Add("attn.b", FanIn(query), query), V: set.Add("attn.v", FanIn(query), query),
		hidden: query, maxS: maxS,
	}
	a.q, a.dq = make([]float32, maxT*maxB*query), make([]float32, maxT*maxB*query)
	a.keys, a.dkeys = make([]float32, maxB*maxS*query), make([]float32, maxB*maxS*query)
	a.sum, a.dsum = make([]float32, maxS*query), make([]float32, maxS*query)
	return a
}

// rows are the s rows of x, [B][S×H], that belong to sentence b; column is a vector [H] or [s] as a matrix.
func (m *additive) rows(x []float32, b, s int) kernel.Matrix {
	return kernel.Dense(s, m.hidden, x[b*m.maxS*m.hidden:])
}

func column(x []float32) kernel.Matrix { return kernel.Dense(len(x), 1, x) }

func (m *additive) begin(a *Attention) {
	for b := range a.b {
		a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, a.states(a.enc, b), m.WK.value(), 0, m.rows(m.keys, b, a.length[b]))
	}
}

// compare leaves tanh(W_q q_t + W_k s_j + b) of every state j of sentence b in m.sum, [s×H].
func (m *additive) compare(a *Attention, t, b int) kernel.Matrix {
	s := a.length[b]
	sum := kernel.Dense(s, m.hidden, m.sum)
	a.ops.Spread(sum, at(m.q, t*a.b+b, m.hidden))
	a.ops.Axpy(1, m.rows(m.keys, b, s).Data, sum.Data)
	a.ops.Tanh(sum.Data, sum.Data)
	return sum
}

func (m *additive) score(a *Attention, query []float32, from, to int) {
	h := m.hidden
	for _, s := range a.target.Spans(from, to) {
		row, n := s.Row, s.N
		q := kernel.Dense(n, h, m.q[row*h:])
		spread(a.ops, q.Data, m.B.Value)
		m.WQ.whole().forward(a.ops, n, query[row*h:], 1, q.Data)
	}
	for b := range a.b {
		for t := from; t < a.target.steps(b, to); t++ {
			sum := m.compare(a, t, b)
			a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, sum, column(m.V.Value), 0, column(a.Scores(t, b)[:sum.Rows]))
		}
	}
}

func (m *additive) beginBackward(a *Attention) {
	for b := range a.b {
		clear(m.rows(m.dkeys, b, a.length[b]).Data)
	}
}

func (m *additive) backward(a *Attention, query, dquery []float32, from, to int) {
	h := m.hidden
	clear(m.dq[from*a.b*h : to*a.b*h]) // a sentence that is over adds nothing
	for b := range a.b {
		for t := from; t < a.target.steps(b, to); t++ {
			sum := m.compare(a, t, b)
			d, dscores := kernel.Dense(sum.Rows, h, m.dsum), column(at(a.dscores, t*a.b+b, a.s)[:sum.Rows])
			a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, sum, dscores, 1, column(m.V.Grad))
			a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, dscores, column(m.V.Value), 0, d)
			a.ops.TanhBackward(d.Data, d.Data, sum.Data)
			a.ops.Axpy(1, d.Data, m.rows(m.dkeys, b, sum.Rows).Data)
			a.ops.SumRows(d, at(m.dq, t*a.b+b, h))
		}
	}
	for _, s := range a.target.Spans(from, to) {
		row, n := s.Row, s.N
		m.WQ.whole().backward(a.ops, n, m.dq[row*h:], 1, dquery[row*h:])
	}
}

func (m *additive) finish(a *Attention, query []float32) {
	h := m.hidden
	for _, s := range a.target.Spans(0, a.t) {
		row, n := s.Row, s.N
		dq := m.dq[row*h : (row+n)*h]
		m.WQ.whole().learn(a.ops, n, dq, query[row*h:])
		sumRows(a.ops, dq, m.B.Grad)
	}
	for b := range a.b {
		dk := m.rows(m.dkeys, b, a.length[b])
		a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, dk, a.states(a.enc, b), 1, m.WK.grad())
		a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, dk, m.WK.value(), 1, a.states(a.denc, b))
	}
}
