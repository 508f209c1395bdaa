package layer

import "unroll/core/kernel"

// BeginBackward clears the states' gradients; losses are then added to DH and DC.
func (r *Recurrent) BeginBackward() {
	clear(r.dh[:(r.steps+1)*r.b*r.Hidden])
	if r.cell.memory {
		clear(r.dc[:(r.steps+1)*r.b*r.Hidden])
	}
}

// DH is ∂L/∂h after step t, [B×H], to be added to before StepBackward(t); DH(−1), complete after
// StepBackward(0), is the gradient by the state that Begin was given.
func (r *Recurrent) DH(t int) []float32 { return at(r.dh, t+1, r.b*r.Hidden) }

// DC is the same for the LSTM's cell state; nil for other cells.
func (r *Recurrent) DC(t int) []float32 {
	if !r.cell.memory {
		return nil
	}
	return at(r.dc, t+1, r.b*r.Hidden)
}

// DStates are DH(0) … DH(T−1) side by side, [T][B×H].
func (r *Recurrent) DStates() []float32 { return r.dh[r.b*r.Hidden : (r.steps+1)*r.b*r.Hidden] }

// StepBackward carries the gradient from the state after step t to the state before it.
func (r *Recurrent) StepBackward(t int) {
	n, g, h := r.rows(t), len(r.cell.gates)*r.Hidden, r.b*r.Hidden
	s := &r.step
	r.at(t, n)
	s.DX, s.DR = at(r.dgx, t, r.b*g), at(r.dgh, t, r.b*g)
	s.DH, s.DPrevH = at(r.dh, t+1, h), at(r.dh, t, h)
	if r.cell.memory {
		s.DC, s.DPrevC = at(r.dc, t+1, h), at(r.dc, t, h)
	}
	// A held state is the state before it: its gradient goes on whole and its gates have none.
	for b, length := range r.length {
		if t >= length {
			r.pass(b, s.DH, s.DPrevH)
			if r.cell.memory {
				r.pass(b, s.DC, s.DPrevC)
			}
		}
	}
	r.cell.backward(r.ops, s)
	for b, length := range r.length {
		if t >= length {
			clear(s.DX[b*g : (b+1)*g])
			clear(s.DR[b*g : (b+1)*g])
		}
	}
	r.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, kernel.Dense(n, g, s.DR), r.WHH.value(), 1, kernel.Dense(n, r.Hidden, s.DPrevH))
}

// pass moves the gradient of sentence b from one state to the state before it.
func (r *Recurrent) pass(b int, from, to []float32) {
	d := from[b*r.Hidden : (b+1)*r.Hidden]
	r.ops.Axpy(1, d, to[b*r.Hidden:(b+1)*r.Hidden])
	clear(d)
}

// FinishBackward adds the whole sequence's share to the parameters' gradients, one product each, and
// writes ∂L/∂x to dx, [T][B×In].
func (r *Recurrent) FinishBackward(dx []float32) {
	g, rows := len(r.cell.gates)*r.Hidden, r.steps*r.b
	dgx, dgh := kernel.Dense(rows, g, r.dgx), kernel.Dense(rows, g, r.dgh)
	r.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, dgx, kernel.Dense(rows, r.In, r.x), 1, r.WIH.grad())
	r.ops.Gemm(kernel.Trans, kernel.NoTrans, 1, dgh, kernel.Dense(rows, r.Hidden, r.h), 1, r.WHH.grad())
	sumRows(r.ops, r.dgx[:rows*g], r.BIH.Grad)
	sumRows(r.ops, r.dgh[:rows*g], r.BHH.Grad)
	r.ops.Gemm(kernel.NoTrans, kernel.NoTrans, 1, dgx, r.WIH.value(), 0, kernel.Dense(rows, r.In, dx))
}
