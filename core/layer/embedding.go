package layer

import "unroll/core/kernel"

// Embedding looks up a row of numbers for each token: x_t = W[token].
type Embedding struct {
	W   *Param // [V][E]
	ops kernel.Ops
}

// NewEmbedding declares the table as name in set, drawn at first within the bound.
func NewEmbedding(ops kernel.Ops, set *Set, name string, bound float64, vocabulary, size int) *Embedding {
	return &Embedding{W: set.Add(name, bound, vocabulary, size), ops: ops}
}

// Forward writes the row of each token to x, [len(tokens)×E].
func (e *Embedding) Forward(tokens []int32, x []float32) {
	e.ops.Gather(kernel.Dense(len(tokens), e.W.Shape[1], x), e.W.value(), tokens)
}

// Backward adds each row of dx to the gradient of its token's row.
func (e *Embedding) Backward(tokens []int32, dx []float32) {
	e.ops.Scatter(e.W.grad(), kernel.Dense(len(tokens), e.W.Shape[1], dx), tokens)
}
