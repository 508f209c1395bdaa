package layer

import "unroll/core/kernel"

// Attention is Luong's global attention (Luong, Pham & Manning 2015, eqs. 5–8), after the decoder's
// step t, over the encoder's states s_1 … s_S:
//
//	score(t, j) = h_t · s_j            dot
//	            = h_t · W_a s_j        general
//	a_t = softmax(score(t, ·))         over the tokens of the sentence, padding left out
//	c_t = Σ_j a_tj s_j
//	h̃_t = tanh(W_c [c_t; h_t] + b_c)
//
// The keys W_a s_j are computed once a sentence and serve every step.
type Attention struct {
	WA, WC, BC *Param // [H][H] or nil for dot, [H][2H], [H] or nil without bias

	ops              kernel.Ops
	hidden           int
	s, b, t          int
	maxS, maxB, maxT int
	length           []int // of the sources
	source, target   Ragged

	enc, keys       []float32 // [S][B×H]
	h               []float32 // [T][B×H], the caller's
	scores, weights []float32 // [T][B×S]
	context         []float32 // [T][B×H], c_t
	out             []float32 // [T][B×H], h̃
	dkeys           []float32 // [S][B×H]
	dscores         []float32 // [T][B×S]
	dcontext        []float32 // [T][B×H]
	dout            []float32 // [T][B×H]
}

// NewAttention declares the parameters attn.w_a (general), attn.w_c and attn.b_c (bias) in set, with
// buffers for maxT decoding steps over maxS encoder states of maxB sentences.
func NewAttention(ops kernel.Ops, set *Set, general, bias bool, hidden, maxS, maxT, maxB int) *Attention {
	a := &Attention{ops: ops, hidden: hidden, maxS: maxS, maxB: maxB, maxT: maxT, source: newRagged(maxS), target: newRagged(maxT)}
	if general {
		a.WA = set.Add("attn.w_a", fanIn(hidden), hidden, hidden)
		a.keys, a.dkeys = make([]float32, maxS*maxB*hidden), make([]float32, maxS*maxB*hidden)
	}
	a.WC = set.Add("attn.w_c", fanIn(2*hidden), hidden, 2*hidden)
	if bias {
		a.BC = set.Add("attn.b_c", fanIn(2*hidden), hidden)
	}
	for _, p := range []*[]float32{&a.scores, &a.weights, &a.dscores} {
		*p = make([]float32, maxT*maxB*maxS)
	}
	a.context, a.dcontext = make([]float32, maxT*maxB*hidden), make([]float32, maxT*maxB*hidden)
	a.out, a.dout = make([]float32, maxT*maxB*hidden), make([]float32, maxT*maxB*hidden)
	return a
}

// Begin starts t decoding steps over the encoder's states enc, [S][B×H], of sources of the given lengths;
// target are the lengths of the targets, beyond which nothing need be computed, or nil.
func (a *Attention) Begin(s, b, t int, length, target []int, enc []float32) {
	mustFit("source length", s, a.maxS)
	mustFit("batch", b, a.maxB)
	mustFit("target length", t, a.maxT)
	a.s, a.b, a.t, a.length, a.enc = s, b, t, length, enc
	a.source.begin(s, b, length)
	a.target.begin(t, b, target)
	clear(a.scores[:t*b*s])
	clear(a.weights[:t*b*s])
	if a.WA == nil {
		a.keys = enc
		return
	}
	n := a.hidden
	for row, rows := range a.source.Spans(0, s) {
		a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, kernel.Dense(rows, n, enc[row*n:]), a.WA.value(), 0, kernel.Dense(rows, n, a.keys[row*n:]))
	}
}

// of is sentence b's rows from ≤ t < to of a sequence whose rows are width long: a matrix whose rows
// lie a whole step apart.
func (a *Attention) of(x []float32, b, from, to, width, cols int) kernel.Matrix {
	stride := a.b * width
	return kernel.Matrix{Rows: to - from, Cols: cols, Stride: stride, Data: x[from*stride+b*width:]}
}

// Forward computes steps from ≤ t < to for the decoder's states h, [T][B×H], which are kept.
func (a *Attention) Forward(h []float32, from, to int) {
	a.h = h
	n := a.hidden
	for b := range a.b {
		s, to := a.length[b], a.target.steps(b, to)
		if from >= to {
			continue
		}
		scores, weights := a.of(a.scores, b, from, to, a.s, s), a.of(a.weights, b, from, to, a.s, s)
		a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, a.of(h, b, from, to, n, n), a.of(a.keys, b, 0, s, n, n), 0, scores)
		for t := from; t < to; t++ {
			copy(a.Weights(t, b)[:s], a.Scores(t, b))
		}
		a.ops.Softmax(weights)
		a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, weights, a.of(a.enc, b, 0, s, n, n), 0, a.of(a.context, b, from, to, n, n))
	}
	for row, rows := range a.target.Spans(from, to) {
		out := a.out[row*n : (row+rows)*n]
		var beta float32
		if a.BC != nil {
			spread(a.ops, out, a.BC.Value)
			beta = 1
		}
		d, from := kernel.Dense(rows, n, out), row*n
		a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, kernel.Dense(rows, n, a.context[from:]), a.half(a.WC.Value, 0), beta, d)
		a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, kernel.Dense(rows, n, h[from:]), a.half(a.WC.Value, 1), 1, d)
		a.ops.Tanh(out, out)
	}
}

// half is the half of W_c, or of its gradient, that multiplies c_t (0) or h_t (1): [c_t; h_t] itself is
// never put together.
func (a *Attention) half(wc []float32, i int) kernel.Matrix {
	n := a.hidden
	return kernel.Matrix{Rows: n, Cols: n, Stride: 2 * n, Data: wc[i*n:]}
}

// Scores are step t's scores of sentence b, [S].
func (a *Attention) Scores(t, b int) []float32 { return at(a.scores, t*a.b+b, a.s) }

// Weights are step t's attention weights of sentence b, [S]; zero on padding.
func (a *Attention) Weights(t, b int) []float32 { return at(a.weights, t*a.b+b, a.s) }

// Context is c_t of sentence b, [H].
func (a *Attention) Context(t, b int) []float32 { return at(a.context, t*a.b+b, a.hidden) }

// Out are the attentional states h̃, [T][B×H].
func (a *Attention) Out() []float32 { return a.out[:a.t*a.b*a.hidden] }

// Backward takes ∂L/∂h̃, [T][B×H], adds to the parameters' gradients, and adds ∂L/∂h to dh, [T][B×H],
// and ∂L/∂s to denc, [S][B×H].
func (a *Attention) Backward(dout, dh, denc []float32) {
	n := a.hidden
	for row, rows := range a.target.Spans(0, a.t) {
		from, to := row*n, (row+rows)*n
		a.ops.TanhBackward(a.dout[from:to], dout[from:to], a.out[from:to])
		d := kernel.Dense(rows, n, a.dout[from:to])
		a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, d, kernel.Dense(rows, n, a.context[from:]), 1, a.half(a.WC.Grad, 0))
		a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, d, kernel.Dense(rows, n, a.h[from:]), 1, a.half(a.WC.Grad, 1))
		if a.BC != nil {
			sumRows(a.ops, d.Data, a.BC.Grad)
		}
		a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, d, a.half(a.WC.Value, 0), 0, kernel.Dense(rows, n, a.dcontext[from:]))
		a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, d, a.half(a.WC.Value, 1), 1, kernel.Dense(rows, n, dh[from:]))
	}

	dkeys := denc
	if a.WA != nil {
		dkeys = a.dkeys[:a.s*a.b*n]
		clear(dkeys)
	}
	for b := range a.b {
		s, steps := a.length[b], a.target.steps(b, a.t)
		dcontext := a.of(a.dcontext, b, 0, steps, n, n)
		weights, dscores := a.of(a.weights, b, 0, steps, a.s, s), a.of(a.dscores, b, 0, steps, a.s, s)
		a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, dcontext, a.of(a.enc, b, 0, s, n, n), 0, dscores)
		a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, weights, dcontext, 1, a.of(denc, b, 0, s, n, n))
		a.ops.SoftmaxBackward(dscores, dscores, weights)
		a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, dscores, a.of(a.keys, b, 0, s, n, n), 1, a.of(dh, b, 0, steps, n, n))
		a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, dscores, a.of(a.h, b, 0, steps, n, n), 1, a.of(dkeys, b, 0, s, n, n))
	}
	if a.WA != nil {
		for row, rows := range a.source.Spans(0, a.s) {
			dk := kernel.Dense(rows, n, dkeys[row*n:])
			a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, dk, kernel.Dense(rows, n, a.enc[row*n:]), 1, a.WA.grad())
			a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, dk, a.WA.value(), 1, kernel.Dense(rows, n, denc[row*n:]))
		}
	}
}
