package layer

import "unroll/core/kernel"

// CrossEntropy turns logits x, [n×V], into probabilities p and returns Σ −q·log p over the rows that have
// a target q; it leaves the other rows alone. p may be x.
func CrossEntropy(ops kernel.Ops, p, x []float32, vocabulary int, t kernel.Targets) float64 {
	n := len(t.Labels)
	return ops.CrossEntropy(kernel.Dense(n, vocabulary, p), kernel.Dense(n, vocabulary, x), t)
}

// CrossEntropyBackward writes ∂L/∂logits for L = scale · Σ −q·log p: scale · (p − q), and zero where a
// row has no target. dx may be p.
func CrossEntropyBackward(ops kernel.Ops, dx, p []float32, vocabulary int, t kernel.Targets, scale float32) {
	n := len(t.Labels)
	ops.CrossEntropyBackward(kernel.Dense(n, vocabulary, dx), kernel.Dense(n, vocabulary, p), t, scale)
}
