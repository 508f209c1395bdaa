package layer

import "unroll/core/kernel"

// CrossEntropy turns logits x, [n×V], into probabilities p and returns −Σ log p[label] over the labels
// that are not ignored; it leaves the other rows alone. p may be x.
func CrossEntropy(ops kernel.Ops, p, x []float32, labels []int32, vocabulary int, ignored int32) float64 {
	n := len(labels)
	return ops.CrossEntropy(kernel.Dense(n, vocabulary, p), kernel.Dense(n, vocabulary, x), kernel.Targets{Labels: labels, Ignored: ignored})
}

// CrossEntropyBackward writes ∂L/∂logits for L = scale · Σ −log p[label]: scale · (p − 1[label]), and
// zero where the label is ignored. dx may be p.
func CrossEntropyBackward(ops kernel.Ops, dx, p []float32, labels []int32, vocabulary int, ignored int32, scale float32) {
	n := len(labels)
	ops.CrossEntropyBackward(kernel.Dense(n, vocabulary, dx), kernel.Dense(n, vocabulary, p), kernel.Targets{Labels: labels, Ignored: ignored}, scale)
}
