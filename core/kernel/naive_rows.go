package kernel

import "math"

// Softmax implements Ops.
func (Naive) Softmax(x Matrix) {
	for i := range x.Rows {
		x := row(x, i)
		top, sum := math.Inf(-1), 0.0
		for _, v := range x {
			top = max(top, float64(v))
		}
		for _, v := range x {
			sum += math.Exp(float64(v) - top)
		}
		for j, v := range x {
			x[j] = float32(math.Exp(float64(v)-top) / sum)
		}
	}
}

// SoftmaxBackward implements Ops.
func (Naive) SoftmaxBackward(dx, dy, y Matrix) {
	for i := range y.Rows {
		dx, dy, y := row(dx, i), row(dy, i), row(y, i)
		dot := 0.0
		for j := range y {
			dot += float64(y[j]) * float64(dy[j])
		}
		for j := range y {
			dx[j] = float32(float64(y[j]) * (float64(dy[j]) - dot))
		}
	}
}

// CrossEntropy implements Ops.
func (n Naive) CrossEntropy(p, x Matrix, t Targets) float64 {
	loss := 0.0
	for i, label := range t.Labels[:x.Rows] {
		if label == t.Ignored {
			continue
		}
		for j, at := range row(x, i) {
			sum := 0.0 // 1 ⁄ p_j
			for _, v := range row(x, i) {
				sum += math.Exp(float64(v) - float64(at))
			}
			if q := t.at(int(label), j, x.Cols); q > 0 {
				loss += q * math.Log(sum)
			}
		}
		copy(row(p, i), row(x, i))
		n.Softmax(Dense(1, x.Cols, row(p, i)))
	}
	return loss
}

// at is q_j of a row of n columns.
func (t *Targets) at(label, j, n int) float64 {
	q := float64(t.Smoothing) / float64(n)
	if j == label {
		q += 1 - float64(t.Smoothing)
	}
	return q
}

// CrossEntropyBackward implements Ops.
func (Naive) CrossEntropyBackward(dx, p Matrix, t Targets, scale float32) {
	for i, label := range t.Labels[:p.Rows] {
		for j, v := range row(p, i) {
			d := float64(v) - t.at(int(label), j, p.Cols)
			if label == t.Ignored {
				d = 0
			}
			row(dx, i)[j] = float32(float64(scale) * d)
		}
	}
}

// Spread implements Ops.
func (Naive) Spread(y Matrix, x []float32) {
	for i := range y.Rows {
		for j := range y.Cols {
			y.Data[i*y.Stride+j] = x[j]
		}
	}
}

// SumRows implements Ops.
func (Naive) SumRows(x Matrix, sum []float32) {
	for j := range x.Cols {
		total := float64(sum[j])
		for i := range x.Rows {
			total += float64(x.Data[i*x.Stride+j])
		}
		sum[j] = float32(total)
	}
}

// Gather implements Ops.
func (Naive) Gather(y, table Matrix, ids []int32) {
	for i := range y.Rows {
		for j := range y.Cols {
			y.Data[i*y.Stride+j] = table.Data[int(ids[i])*table.Stride+j]
		}
	}
}

// Scatter implements Ops.
func (Naive) Scatter(table, x Matrix, ids []int32) {
	for j := range x.Cols {
		for v := range table.Rows {
			total := float64(table.Data[v*table.Stride+j])
			for i := range x.Rows {
				if int(ids[i]) == v {
					total += float64(x.Data[i*x.Stride+j])
				}
			}
			table.Data[v*table.Stride+j] = float32(total)
		}
	}
}
