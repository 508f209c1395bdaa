package kernel

import (
	"math"

	"gonum.org/v1/gonum/blas"
)

// Naive is the arithmetic as the equations are written, element by element and in float64: the
// oracle of every other Ops.
type Naive struct{}

var _ Ops = Naive{}

// Name implements Ops.
func (Naive) Name() string { return "naive" }

func at(m Matrix, i, j int, t blas.Transpose) float64 {
	if t == Trans {
		i, j = j, i
	}
	return float64(m.Data[i*m.Stride+j])
}

// Gemm implements Ops.
func (Naive) Gemm(tA, tB blas.Transpose, alpha float32, a, b Matrix, beta float32, c Matrix) {
	m, n, k := Product(tA, tB, a, b, c)
	for i := range m {
		for j := range n {
			var sum float64
			for l := range k {
				sum += at(a, i, l, tA) * at(b, l, j, tB)
			}
			p := &c.Data[i*c.Stride+j]
			if beta == 0 {
				*p = 0 // whatever was there, NaN included, is not read
			}
			*p = float32(float64(alpha)*sum + float64(beta)*float64(*p))
		}
	}
}

func σ(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Tanh implements Ops.
func (Naive) Tanh(y, x []float32) {
	for i := range y {
		y[i] = float32(math.Tanh(float64(x[i])))
	}
}

// TanhBackward implements Ops.
func (Naive) TanhBackward(dx, dy, y []float32) {
	for i := range dx {
		dx[i] = float32(float64(dy[i]) * (1 - float64(y[i])*float64(y[i])))
	}
}

// RNN implements Ops.
func (Naive) RNN(s *Step) {
	for i := range s.Rows * s.Hidden {
		s.H[i] = float32(math.Tanh(float64(s.X[i]) + float64(s.R[i])))
		s.Gates[i] = s.H[i]
	}
}

// RNNBackward implements Ops.
func (Naive) RNNBackward(s *StepGrad) {
	for i := range s.Rows * s.Hidden {
		h := float64(s.H[i])
		s.DX[i] = float32(float64(s.DH[i]) * (1 - h*h))
		s.DR[i] = s.DX[i]
	}
}

// each calls f for every unit of every row, with the unit's place in a row-major [Rows×Hidden] and
// the place of its first gate.
func (s *Step) each(gates int, f func(at, gate int)) {
	for b := range s.Rows {
		for i := range s.Hidden {
			f(b*s.Hidden+i, b*gates*s.Hidden+i)
		}
	}
}

// GRU implements Ops.
func (Naive) GRU(s *Step) {
	s.each(GatesGRU, func(at, r int) {
		z, n := r+s.Hidden, r+2*s.Hidden
		reset := σ(float64(s.X[r]) + float64(s.R[r]))
		keep := σ(float64(s.X[z]) + float64(s.R[z]))
		fresh := math.Tanh(float64(s.X[n]) + reset*float64(s.R[n]))
		s.Gates[r], s.Gates[z], s.Gates[n] = float32(reset), float32(keep), float32(fresh)
		s.H[at] = float32((1-keep)*fresh + keep*float64(s.PrevH[at]))
	})
}

// GRUBackward implements Ops.
func (Naive) GRUBackward(s *StepGrad) {
	s.each(GatesGRU, func(at, r int) {
		z, n := r+s.Hidden, r+2*s.Hidden
		reset, keep, fresh := float64(s.Gates[r]), float64(s.Gates[z]), float64(s.Gates[n])
		dh := float64(s.DH[at])
		dn := dh * (1 - keep) * (1 - fresh*fresh)
		dz := dh * (float64(s.PrevH[at]) - fresh) * keep * (1 - keep)
		dr := dn * float64(s.R[n]) * reset * (1 - reset)
		s.DX[r], s.DX[z], s.DX[n] = float32(dr), float32(dz), float32(dn)
		s.DR[r], s.DR[z], s.DR[n] = float32(dr), float32(dz), float32(dn*reset)
		s.DPrevH[at] += float32(dh * keep)
	})
}

// LSTM implements Ops.
func (Naive) LSTM(s *Step) {
	s.each(GatesLSTM, func(at, i int) {
		f, g, o := i+s.Hidden, i+2*s.Hidden, i+3*s.Hidden
		in := σ(float64(s.X[i]) + float64(s.R[i]))
		forget := σ(float64(s.X[f]) + float64(s.R[f]))
		fresh := math.Tanh(float64(s.X[g]) + float64(s.R[g]))
		out := σ(float64(s.X[o]) + float64(s.R[o]))
		s.Gates[i], s.Gates[f] = float32(in), float32(forget)
		s.Gates[g], s.Gates[o] = float32(fresh), float32(out)
		c := forget*float64(s.PrevC[at]) + in*fresh
		s.C[at], s.TanhC[at] = float32(c), float32(math.Tanh(c))
		s.H[at] = float32(out * math.Tanh(c))
	})
}

// LSTMBackward implements Ops.
func (Naive) LSTMBackward(s *StepGrad) {
	s.each(GatesLSTM, func(at, i int) {
		f, g, o := i+s.Hidden, i+2*s.Hidden, i+3*s.Hidden
		in, forget := float64(s.Gates[i]), float64(s.Gates[f])
		fresh, out := float64(s.Gates[g]), float64(s.Gates[o])
		t, dh := float64(s.TanhC[at]), float64(s.DH[at])
		dc := float64(s.DC[at]) + dh*out*(1-t*t)
		s.DX[i] = float32(dc * fresh * in * (1 - in))
		s.DX[f] = float32(dc * float64(s.PrevC[at]) * forget * (1 - forget))
		s.DX[g] = float32(dc * in * (1 - fresh*fresh))
		s.DX[o] = float32(dh * t * out * (1 - out))
		for _, k := range [...]int{i, f, g, o} {
			s.DR[k] = s.DX[k]
		}
		s.DPrevC[at] += float32(dc * forget)
	})
}

// Axpy implements Ops.
func (Naive) Axpy(alpha float32, x, y []float32) {
	for i := range x {
		y[i] = float32(float64(alpha)*float64(x[i]) + float64(y[i]))
	}
}

// Scale implements Ops.
func (Naive) Scale(alpha float32, x []float32) {
	for i := range x {
		x[i] = float32(float64(alpha) * float64(x[i]))
	}
}

// Mul implements Ops.
func (Naive) Mul(y, x, m []float32) {
	for i := range y {
		y[i] = float32(float64(x[i]) * float64(m[i]))
	}
}

// Dot implements Ops.
func (Naive) Dot(x, y []float32) float64 {
	sum := 0.0
	for i := range x {
		sum += float64(x[i]) * float64(y[i])
	}
	return sum
}

// Adam implements Ops.
func (Naive) Adam(s *AdamStep) {
	for i := range s.P {
		g := float64(s.G[i]) * float64(s.Scale)
		m := s.Beta1*float64(s.M[i]) + (1-s.Beta1)*g
		v := s.Beta2*float64(s.V[i]) + (1-s.Beta2)*g*g
		s.M[i], s.V[i] = float32(m), float32(v)
		hat := math.Sqrt(v) / float64(s.Correction2)
		s.P[i] -= float32(float64(s.Rate) * m / float64(s.Correction1) / (hat + float64(s.Epsilon)))
	}
}
