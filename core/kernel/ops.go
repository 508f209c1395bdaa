// Package kernel is the arithmetic that a training step spends its time in, behind one interface.
// What stands above it (layers, losses, the optimiser) says what to compute; an Ops says how fast.
//
// Plain is Go and gonum and runs everywhere. Naive is the same arithmetic in the plainest loops and
// in float64: too slow to train with, and the oracle that every faster Ops is tested against.
//
// Matrices are row-major. A row of gates is the gates side by side in PyTorch's order: an RNN's one,
// a GRU's [r z n], an LSTM's [i f g o].
package kernel

import (
	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// Matrix is a row-major matrix whose rows may lie apart.
type Matrix = blas32.General

// NoTrans and Trans say how Gemm reads an operand.
const (
	NoTrans = blas.NoTrans
	Trans   = blas.Trans
)

// Ops is one way to do the arithmetic. Every method panics when its operands do not fit each other.
// Two calls with equal operands give equal bits.
type Ops interface {
	// Name is what the page shows, as in "plain".
	Name() string

	// Gemm computes C = α·op(A)·op(B) + β·C.
	Gemm(tA, tB blas.Transpose, alpha float32, a, b Matrix, beta float32, c Matrix)

	// Tanh computes y = tanh(x), elementwise; y may be x.
	Tanh(y, x []float32)
	// TanhBackward computes dx = dy ⊙ (1 − y²); dx may be dy.
	TanhBackward(dx, dy, y []float32)

	// RNN, GRU and LSTM do one step's pointwise part for a batch, forward and backward.
	RNN(s *Step)
	RNNBackward(s *StepGrad)
	GRU(s *Step)
	GRUBackward(s *StepGrad)
	LSTM(s *Step)
	LSTMBackward(s *StepGrad)

	// Softmax replaces x by exp(x) ⁄ Σ exp(x).
	Softmax(x []float32)
	// SoftmaxBackward computes dx = y ⊙ (dy − Σ y⊙dy), with y the softmax of x; dx may be dy.
	SoftmaxBackward(dx, dy, y []float32)
	// CrossEntropy turns one row of logits into probabilities and returns −log p[label].
	CrossEntropy(x []float32, label int) float64

	// Axpy adds α·x to y.
	Axpy(alpha float32, x, y []float32)
	// SumSquares is Σ x², summed in float64.
	SumSquares(x []float32) float64
	// Adam takes one step of Kingma & Ba 2015, Algorithm 1, with the gradient scaled first.
	Adam(s *AdamStep)
}

// Step is the pointwise part of one step of a recurrent cell, for Rows sequences of Hidden units.
type Step struct {
	Rows, Hidden int
	X            []float32 // [Rows×G·Hidden] W_ih x + b_ih
	R            []float32 // [Rows×G·Hidden] W_hh h + b_hh
	PrevH, PrevC []float32 // [Rows×Hidden] the state before; C for the LSTM only
	Gates        []float32 // [Rows×G·Hidden] out: the gates after σ and tanh
	H, C         []float32 // [Rows×Hidden] out: the state after
	TanhC        []float32 // [Rows×Hidden] out: tanh(c), which backward needs; LSTM only
}

// StepGrad is the gradient of a Step: what backward reads besides, and where it writes.
type StepGrad struct {
	Step
	DH     []float32 // [Rows×Hidden] ∂L/∂h, complete
	DC     []float32 // [Rows×Hidden] ∂L/∂c that later steps left; LSTM only
	DX, DR []float32 // [Rows×G·Hidden] out: ∂L/∂X and ∂L/∂R
	DPrevH []float32 // [Rows×Hidden] added to: the part of ∂L/∂h₋₁ that does not go through R
	DPrevC []float32 // [Rows×Hidden] added to: ∂L/∂c₋₁; LSTM only
}

// AdamStep is one update of parameters P by their gradient G. M and V are the running means of the
// gradient and of its square.
type AdamStep struct {
	P, G, M, V   []float32
	Scale        float32 // what the gradient is multiplied by first: the clip
	Rate         float32 // learning rate α
	Beta1, Beta2 float32
	Epsilon      float32
	Correction1  float32 // 1 − β₁ᵗ
	Correction2  float32 // √(1 − β₂ᵗ)
}

// gates is the number of gate blocks in a row of each cell.
const (
	rnnGates  = 1
	gruGates  = 3
	lstmGates = 4
)

// check panics unless every buffer of the step is long enough; raw memory is reached only past it.
func (s *Step) check(gates int) {
	n := s.Rows * s.Hidden
	need(len(s.X), gates*n, "X")
	need(len(s.R), gates*n, "R")
	need(len(s.Gates), gates*n, "Gates")
	need(len(s.PrevH), n, "PrevH")
	need(len(s.H), n, "H")
	if gates == lstmGates {
		need(len(s.PrevC), n, "PrevC")
		need(len(s.C), n, "C")
		need(len(s.TanhC), n, "TanhC")
	}
}

func (s *StepGrad) check(gates int) {
	s.Step.check(gates)
	n := s.Rows * s.Hidden
	need(len(s.DH), n, "DH")
	need(len(s.DX), gates*n, "DX")
	need(len(s.DR), gates*n, "DR")
	need(len(s.DPrevH), n, "DPrevH")
	if gates == lstmGates {
		need(len(s.DC), n, "DC")
		need(len(s.DPrevC), n, "DPrevC")
	}
}

func (s *AdamStep) check() {
	n := len(s.P)
	need(len(s.G), n, "G")
	need(len(s.M), n, "M")
	need(len(s.V), n, "V")
}
