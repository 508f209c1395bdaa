package layer

import (
	"fmt"

	"unroll/core/kernel"
)

// Attention looks back at the encoder's states s_1 … s_S with a query q_t, which is the decoder's state
// after step t (Luong, Pham & Manning 2015) or before it (Bahdanau, Cho & Bengio 2015):
//
//	score(t, j)                        see multiplicative and additive
//	a_t = softmax(score(t, ·))         over the tokens of the sentence, padding left out
//	c_t = Σ_j a_tj s_j
//
// What the score makes of the states is computed once a sentence and serves every step.
type Attention struct {
	ops kernel.Ops
	scorer

	width            int // of an encoder state, and so of the context
	s, b, t          int
	maxS, maxB, maxT int
	length           []int // of the sources
	source, target   Ragged

	enc, denc       []float32 // [S][B×width], the caller's
	scores, weights []float32 // [T][B×S]
	context         []float32 // [T][B×width], c_t
	dscores         []float32 // [T][B×S]
	dcontext        []float32 // [T][B×width]
}

// scorer is one way to say how well a state answers a query.
type scorer interface {
	// begin computes what depends on the states alone.
	begin(a *Attention)
	// score writes the scores of steps from ≤ t < to for the queries, [T][B×H].
	score(a *Attention, query []float32, from, to int)
	// beginBackward clears the gradients by what begin computed.
	beginBackward(a *Attention)
	// backward reads a.dscores and adds to the gradients by the queries of those steps, and by what
	// begin computed.
	backward(a *Attention, query, dquery []float32, from, to int)
	// finish adds to the parameters' gradients and to a.denc.
	finish(a *Attention, query []float32)
}

// CheckAttention says in an error whether there is no such attention to states of a width, from queries of another.
func CheckAttention(kind string, query, width int) error {
	switch {
	case kind == "dot" && query != width:
		return fmt.Errorf("dot attention multiplies states of equal width, but the encoder's, of both directions, are %d wide and the decoder's %d; take general or additive", width, query)
	case kind == "none", kind == "dot", kind == "general", kind == "additive", kind == "bahdanau":
		return nil
	}
	return fmt.Errorf("no attention is called %q; there are none, dot, general, additive and bahdanau", kind)
}

// NewAttention declares the parameters of a kind of attention that CheckAttention accepts, other than
// none, in set: attn.w_a (general); attn.w_q, attn.w_k, attn.b, attn.v (additive, bahdanau). It has
// buffers for maxT decoding steps over maxS encoder states of maxB sentences.
func NewAttention(ops kernel.Ops, set *Set, kind string, query, width, maxS, maxT, maxB int) *Attention {
	a := &Attention{ops: ops, width: width, maxS: maxS, maxB: maxB, maxT: maxT, source: newRagged(maxS), target: newRagged(maxT)}
	switch kind {
	case "dot", "general":
		a.scorer = newMultiplicative(set, kind == "general", query, width, maxS*maxB)
	default:
		a.scorer = newAdditive(set, query, width, maxS, maxT, maxB)
	}
	for _, p := range []*[]float32{&a.scores, &a.weights, &a.dscores} {
		*p = make([]float32, maxT*maxB*maxS)
	}
	a.context, a.dcontext = make([]float32, maxT*maxB*width), make([]float32, maxT*maxB*width)
	return a
}

// Begin starts t decoding steps over the encoder's states enc, [S][B×width], of sources of the given
// lengths; target are the lengths of the targets, beyond which nothing need be computed, or nil.
func (a *Attention) Begin(s, b, t int, length, target []int, enc []float32) {
	mustFit("source length", s, a.maxS)
	mustFit("batch", b, a.maxB)
	mustFit("target length", t, a.maxT)
	a.s, a.b, a.t, a.length, a.enc = s, b, t, length, enc
	a.source.begin(s, b, length)
	a.target.begin(t, b, target)
	clear(a.scores[:t*b*s])
	clear(a.weights[:t*b*s])
	a.begin(a)
}

// of is sentence b's rows from ≤ t < to of a sequence whose rows are width long: a matrix whose rows
// lie a whole step apart.
func (a *Attention) of(x []float32, b, from, to, width, cols int) kernel.Matrix {
	stride := a.b * width
	return kernel.Matrix{Rows: to - from, Cols: cols, Stride: stride, Data: x[from*stride+b*width:]}
}

// states are the encoder's states of sentence b, or as many rows of another sequence as wide.
func (a *Attention) states(x []float32, b int) kernel.Matrix {
	return a.of(x, b, 0, a.length[b], a.width, a.width)
}

// Forward computes steps from ≤ t < to for the queries, [T][B×H].
func (a *Attention) Forward(query []float32, from, to int) {
	a.score(a, query, from, to)
	for b := range a.b {
		s, to := a.length[b], a.target.steps(b, to)
		if from >= to {
			continue
		}
		for t := from; t < to; t++ {
			copy(a.Weights(t, b)[:s], a.Scores(t, b))
		}
		weights := a.of(a.weights, b, from, to, a.s, s)
		a.ops.Softmax(weights)
		a.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, weights, a.states(a.enc, b), 0, a.of(a.context, b, from, to, a.width, a.width))
	}
}

// Scores are step t's scores of sentence b, [S].
func (a *Attention) Scores(t, b int) []float32 { return at(a.scores, t*a.b+b, a.s) }

// Weights are step t's attention weights of sentence b, [S]; zero on padding.
func (a *Attention) Weights(t, b int) []float32 { return at(a.weights, t*a.b+b, a.s) }

// DScores are ∂L/∂ step t's scores of sentence b, [S], after Backward.
func (a *Attention) DScores(t, b int) []float32 { return at(a.dscores, t*a.b+b, a.s) }

// Context is every c_t, [T][B×width].
func (a *Attention) Context() []float32 { return a.context }

// DContext is ∂L/∂c, [T][B×width], to be written before Backward.
func (a *Attention) DContext() []float32 { return a.dcontext }

// BeginBackward begins to carry gradients to denc, [S][B×width], that of the encoder's states.
func (a *Attention) BeginBackward(denc []float32) {
	a.denc = denc
	a.beginBackward(a)
}

// Backward carries the gradient by the contexts of steps from ≤ t < to on: it adds to dquery, [T][B×H],
// and to the states' gradient. FinishBackward follows once all steps are done.
func (a *Attention) Backward(query, dquery []float32, from, to int) {
	for b := range a.b {
		s, to := a.length[b], a.target.steps(b, to)
		if from >= to {
			continue
		}
		dcontext := a.of(a.dcontext, b, from, to, a.width, a.width)
		weights, dscores := a.of(a.weights, b, from, to, a.s, s), a.of(a.dscores, b, from, to, a.s, s)
		a.ops.Gemm(kernel.NoTrans, kernel.Trans, 1, dcontext, a.states(a.enc, b), 0, dscores)
		a.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, weights, dcontext, 1, a.states(a.denc, b))
		a.ops.SoftmaxBackward(dscores, dscores, weights)
	}
	a.backward(a, query, dquery, from, to)
}

// FinishBackward adds to the parameters' gradients, and to the states' what went through the keys.
func (a *Attention) FinishBackward(query []float32) { a.finish(a, query) }
