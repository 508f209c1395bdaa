package kernel

import "math"

// Softmax implements Ops. The largest entry is taken off first, so that nothing overflows.
func (Plain) Softmax(x Matrix) {
	Same("Softmax", x)
	for i := range x.Rows {
		r := row(x, i)
		normalise(r, r)
	}
}

// normalise makes p the softmax of x and returns Σ exp(x − max x) and max x.
func normalise(p, x []float32) (sum, top float32) {
	if len(x) == 0 {
		return 0, 0
	}
	top = x[0]
	for _, v := range x {
		top = max(top, v)
	}
	for i, v := range x {
		e := exp(v - top)
		p[i] = e
		sum += e
	}
	inv := 1 / sum
	for i := range p {
		p[i] *= inv
	}
	return sum, top
}

// SoftmaxBackward implements Ops.
func (Plain) SoftmaxBackward(dx, dy, y Matrix) {
	Same("SoftmaxBackward", y, dy, dx)
	for i := range y.Rows {
		dx, dy, y := row(dx, i), row(dy, i), row(y, i)
		var dot float32
		for j, v := range y {
			dot += float32(v * dy[j])
		}
		for j, v := range y {
			dx[j] = v * (dy[j] - dot)
		}
	}
}

// CrossEntropy implements Ops. The logarithm is taken of the sum, not of the probability, so that a
// probability too small for float32 still gives a finite loss.
//
//	−q·log p = log Σ exp(x − top) − (1 − ε)·(x[label] − top) − ε·mean(x − top)
func (Plain) CrossEntropy(p, x Matrix, t Targets) float64 {
	Same("CrossEntropy", x, p)
	t.Check(x)
	ε, loss := float64(t.Smoothing), 0.0
	for i, label := range t.Labels[:x.Rows] {
		if label == t.Ignored {
			continue
		}
		at, all := row(x, i)[label], mean(row(x, i)) // before p, which may be x, is written
		sum, top := normalise(row(p, i), row(x, i))
		target := float64(at - top)
		if ε != 0 {
			target = float64((1-ε)*target) + float64(ε*(all-float64(top)))
		}
		loss += math.Log(float64(sum)) - target
	}
	return loss
}

func mean(x []float32) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v)
	}
	return sum / float64(len(x))
}

// CrossEntropyBackward implements Ops.
func (Plain) CrossEntropyBackward(dx, p Matrix, t Targets, scale float32) {
	Same("CrossEntropyBackward", p, dx)
	t.Check(p)
	peak, even := scale*(1-t.Smoothing), scale*t.Smoothing/float32(p.Cols)
	for i, label := range t.Labels[:p.Rows] {
		d := row(dx, i)
		if label == t.Ignored {
			clear(d)
			continue
		}
		for j, v := range row(p, i) {
			d[j] = float32(v*scale) - even
		}
		d[label] -= peak
	}
}

// Spread implements Ops.
func (Plain) Spread(y Matrix, x []float32) {
	Columns(y, x)
	for i := range y.Rows {
		copy(row(y, i), x)
	}
}

// SumRows implements Ops.
func (Plain) SumRows(x Matrix, sum []float32) {
	Columns(x, sum)
	for i := range x.Rows {
		add(row(x, i), sum)
	}
}

func add(x, y []float32) {
	for i, v := range x {
		y[i] += v
	}
}

// Gather implements Ops.
func (Plain) Gather(y, table Matrix, ids []int32) {
	IDs(y, table, ids)
	for i, id := range ids[:y.Rows] {
		copy(row(y, i), row(table, int(id)))
	}
}

// Scatter implements Ops.
func (Plain) Scatter(table, x Matrix, ids []int32) {
	IDs(x, table, ids)
	for i, id := range ids[:x.Rows] {
		add(row(x, i), row(table, int(id)))
	}
}
