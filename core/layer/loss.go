package layer

import "unroll/core/kernel"

// CrossEntropy turns logits, [n×V], into probabilities in place and returns −Σ log p[label] over the
// labels that are not ignored.
func CrossEntropy(ops kernel.Ops, x []float32, labels []int32, vocabulary int, ignored int32) float64 {
	sum := 0.0
	for i, label := range labels {
		row := x[i*vocabulary : (i+1)*vocabulary]
		loss := ops.CrossEntropy(row, int(label))
		if label != ignored {
			sum += loss
		}
	}
	return sum
}

// CrossEntropyBackward writes ∂L/∂logits for L = scale · Σ −log p[label]: scale · (p − 1[label]), and
// zero where the label is ignored. dx may be p.
func CrossEntropyBackward(ops kernel.Ops, dx, p []float32, labels []int32, vocabulary int, ignored int32, scale float32) {
	for i, label := range labels {
		d, row := dx[i*vocabulary:(i+1)*vocabulary], p[i*vocabulary:(i+1)*vocabulary]
		if label == ignored {
			clear(d)
			continue
		}
		for j, v := range row {
			d[j] = v * scale
		}
		d[label] -= scale
	}
}
