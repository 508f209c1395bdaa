package layer

import (
	"fmt"

	"unroll/core/kernel"
)

// Embedding looks up a row of numbers for each token: x_t = W[token].
type Embedding struct {
	W   *Param // [V][E]
	ops kernel.Ops
}

// NewEmbedding declares the table as name in set.
func NewEmbedding(ops kernel.Ops, set *Set, name string, vocabulary, size int) *Embedding {
	return &Embedding{W: set.Add(name, 1, vocabulary, size), ops: ops}
}

// Forward writes the row of each token to x, [len(tokens)×E].
func (e *Embedding) Forward(tokens []int32, x []float32) {
	n := e.W.Shape[1]
	for i, id := range tokens {
		copy(x[i*n:(i+1)*n], e.row(e.W.Value, id))
	}
}

// Backward adds each row of dx to the gradient of its token's row.
func (e *Embedding) Backward(tokens []int32, dx []float32) {
	n := e.W.Shape[1]
	for i, id := range tokens {
		e.ops.Axpy(1, dx[i*n:(i+1)*n], e.row(e.W.Grad, id))
	}
}

func (e *Embedding) row(table []float32, id int32) []float32 {
	v, n := e.W.Shape[0], e.W.Shape[1]
	if int(id) < 0 || int(id) >= v {
		panic(fmt.Sprintf("layer: token %d of a vocabulary of %d", id, v))
	}
	return table[int(id)*n : int(id+1)*n]
}
