package layer

import "unroll/core/kernel"

// multiplicative is a score that multiplies (Luong, Pham & Manning 2015, eq. 8):
//
//	score(t, j) = q_t · s_j            dot
//	            = q_t · W_a s_j        general
//
// The keys are W_a s_j, or the states themselves.
type multiplicative struct {
	WA          *Param // [H][width], nil for dot
	query       int
	keys, dkeys []float32 // [S][B×H]
}

func newMultiplicative(set *Set, general bool, query, width, states int) *multiplicative {
	m := &multiplicative{query: query}
	if general {
		m.WA = set.Add("attn.w_a", FanIn(width), query, width)
		m.keys, m.dkeys = make([]float32, states*query), make([]float32, states*query)
	}
	return m
}

func (m *multiplicative) begin(a *Attention) {
	if m.WA == nil {
		m.keys = a.enc
		return
	}
	for _, s := range a.source.Spans(0, a.s) {
		row, n := s.Row, s.N
		m.WA.whole().forward(a.ops, n, a.enc[row*a.width:], 0, m.keys[row*m.query:])
	}
}

func (m *multiplicative) score(a *Attention, query []float32, from, to int) {
	h := m.query
	for b := range a.b {
		s, to := a.length[b], a.target.steps(b, to)
		if from < to {
			a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, a.of(query, b, from, to, h, h), a.of(m.keys, b, 0, s, h, h), 0, a.of(a.scores, b, from, to, a.s, s))
		}
	}
}

func (m *multiplicative) beginBackward(a *Attention) {
	if m.WA == nil {
		m.dkeys = a.denc
		return
	}
	clear(m.dkeys[:a.s*a.b*m.query])
}

func (m *multiplicative) backward(a *Attention, query, dquery []float32, from, to int) {
	h := m.query
	for b := range a.b {
		s, to := a.length[b], a.target.steps(b, to)
		if from >= to {
			continue
		}
		dscores := a.of(a.dscores, b, from, to, a.s, s)
		a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, dscores, a.of(m.keys, b, 0, s, h, h), 1, a.of(dquery, b, from, to, h, h))
		a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, dscores, a.of(query, b, from, to, h, h), 1, a.of(m.dkeys, b, 0, s, h, h))
	}
}

func (m *multiplicative) finish(a *Attention, _ []float32) {
	if m.WA == nil {
		return
	}
	for _, s := range a.source.Spans(0, a.s) {
		row, n := s.Row, s.N
		dk := m.dkeys[row*m.query:]
		m.WA.whole().learn(a.ops, n, dk, a.enc[row*a.width:])
		m.WA.whole().backward(a.ops, n, dk, 1, a.denc[row*a.width:])
	}
}
