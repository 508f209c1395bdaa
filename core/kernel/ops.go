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

	// Softmax replaces each row x by exp(x) ⁄ Σ exp(x).
	Softmax(x Matrix)
	// SoftmaxBackward computes dx = y ⊙ (dy − Σ y⊙dy) row by row, with y the softmax of x; dx may be dy.
	SoftmaxBackward(dx, dy, y Matrix)
	// CrossEntropy turns rows x of logits into probabilities p and returns Σ −q·log p over the rows
	// that have a target q; it leaves the others alone. p may be x.
	CrossEntropy(p, x Matrix, t Targets) float64
	// CrossEntropyBackward computes the gradient by the logits of scale times that sum: scale·(p − q),
	// and zero where a row has no target. dx may be p.
	CrossEntropyBackward(dx, p Matrix, t Targets, scale float32)

	// Spread makes every row of y the vector x.
	Spread(y Matrix, x []float32)
	// SumRows adds the rows of x, from first to last, to sum.
	SumRows(x Matrix, sum []float32)
	// Gather makes row i of y row ids[i] of the table.
	Gather(y, table Matrix, ids []int32)
	// Scatter adds row i of x, from first to last, to row ids[i] of the table.
	Scatter(table, x Matrix, ids []int32)

	// Axpy adds α·x to y.
	Axpy(alpha float32, x, y []float32)
	// Scale multiplies x by α.
	Scale(alpha float32, x []float32)
	// Mul computes y = x ⊙ m; y may be x or m.
	Mul(y, x, m []float32)
	// Dot is Σ x·y, multiplied and summed in float64.
	Dot(x, y []float32) float64
	// Adam takes one step of Kingma & Ba 2015, Algorithm 1, with the gradient scaled first.
	Adam(s *AdamStep)
}

// Step is the pointwise part of one step of a recurrent cell, for Rows sequences of Hidden units.
type Step struct {
	Rows, Hidden int
	X            []float32 // [Rows×G·Hidden] W_ih x + b_ih
	R            []float32 // [Rows×G·Hidden] W_hh h + b_hh
	PrevH, PrevC []float32 // [Rows×Hidden] the state before; C for the LSTM only
	Gates        []float32 // [Rows×G·Hidden] out: the gates after σ and tanh; may be X
	H, C         []float32 // [Rows×Hidden] out: the state after
	TanhC        []float32 // [Rows×Hidden] out: tanh(c), which backward needs; LSTM only
}

// StepGrad is the gradient of a Step: what backward reads besides, and where it writes.
type StepGrad struct {
	Step
	DH     []float32 // [Rows×Hidden] ∂L/∂h, complete
	DC     []float32 // [Rows×Hidden] ∂L/∂c that later steps left; LSTM only
	DX, DR []float32 // [Rows×G·Hidden] out: ∂L/∂X and ∂L/∂R; DR may be DX but for the GRU, where they differ
	DPrevH []float32 // [Rows×Hidden] added to: the part of ∂L/∂h₋₁ that does not go through R
	DPrevC []float32 // [Rows×Hidden] added to: ∂L/∂c₋₁; LSTM only
}

// Targets say what each row of probabilities should have been: all of it on the row's label, but for a
// part ε that is spread evenly over the V columns (label smoothing: Szegedy et al. 2016, § 7):
//
//	q_j = (1 − ε)·1[j = label] + ε ⁄ V
type Targets struct {
	Labels    []int32 // [Rows]
	Ignored   int32   // a row with this label has no target
	Smoothing float32 // ε, from 0 to 1
}

// AdamStep is one update of parameters P by their gradient G. M and V are the running means of the
// gradient and of its square.
//
// It serves Adam's relatives, too. With β₁ = 0 and no corrections, which is to say with both of them 1,
// it is a step of RMSProp; M is then the scaled gradient itself, and may be G. AdamW is Scale by 1 − αλ
// of the parameters first.
type AdamStep struct {
	P, G, M, V   []float32
	Scale        float32 // what the gradient is multiplied by first: the clip
	Rate         float32 // learning rate α
	Beta1, Beta2 float64 // 1 − β is rounded to float32 only after it is taken: it would lose four digits
	Epsilon      float32
	Correction1  float32 // 1 − β₁ᵗ
	Correction2  float32 // √(1 − β₂ᵗ)
}
