package layer

// BeginBackward clears the states' gradients; losses are then added to DH and DC.
func (r *Recurrent) BeginBackward() {
	clear(r.dh[:(r.steps+1)*r.b*r.Hidden])
	if r.cell.memory {
		clear(r.dc[:(r.steps+1)*r.b*r.Hidden])
	}
}

// DH is ∂L/∂h after step t, [B×H], to be added to before StepBackward(t); DH(−1), complete after
// StepBackward(0), is the gradient by the state that Begin was given, if it was given one.
func (r *Recurrent) DH(t int) []float32 { return at(r.dh, t+1, r.b*r.Hidden) }

// DC is the same for the LSTM's cell state; nil for other cells.
func (r *Recurrent) DC(t int) []float32 {
	if !r.cell.memory {
		return nil
	}
	return at(r.dc, t+1, r.b*r.Hidden)
}

// DBefore are DH(−1) … DH(T−2) side by side, the gradients by the states before every step.
func (r *Recurrent) DBefore() []float32 { return r.dh[:r.steps*r.b*r.Hidden] }

// DStates are DH(0) … DH(T−1) side by side, [T][B×H].
func (r *Recurrent) DStates() []float32 { return r.dh[r.b*r.Hidden : (r.steps+1)*r.b*r.Hidden] }

// StepBackward carries the gradient from the state after step t to the state before it.
func (r *Recurrent) StepBackward(t int) {
	n, g, h := r.Running(t), r.width(), r.b*r.Hidden
	s := &r.step
	r.at(t, n)
	s.DX, s.DR = at(r.dgx, t, r.b*g), at(r.dgh, t, r.b*g)
	s.DH, s.DPrevH = at(r.dh, t+1, h), at(r.dh, t, h)
	if r.cell.memory {
		s.DC, s.DPrevC = at(r.dc, t+1, h), at(r.dc, t, h)
	}
	// A held state is the state before it: its gradient goes on whole and its gates have none.
	r.pass(t, n, s.DH, s.DPrevH)
	if r.cell.memory {
		r.pass(t, n, s.DC, s.DPrevC)
	}
	r.cell.backward(r.ops, s)
	for b := range n {
		if r.over(t, b) {
			clear(s.DX[b*g : (b+1)*g])
			clear(s.DR[b*g : (b+1)*g])
		}
	}
	if t > 0 || !r.fromZero {
		r.WHH.whole().backward(r.ops, n, s.DR, 1, s.DPrevH)
	}
}

// pass moves the gradient of every sentence that is over from one state to the state before it.
func (r *Recurrent) pass(t, n int, from, to []float32) {
	r.move(from[n*r.Hidden:], to[n*r.Hidden:])
	for b := range n {
		if r.over(t, b) {
			r.move(from[b*r.Hidden:(b+1)*r.Hidden], to[b*r.Hidden:(b+1)*r.Hidden])
		}
	}
}

func (r *Recurrent) move(from, to []float32) {
	r.ops.Axpy(1, from, to)
	clear(from)
}

// Unproject computes the gradient by the input of steps from ≤ t < to, all of which StepBackward has
// done: dx = beta·dx + W_ihᵀ ∂L/∂gx, of the whole sequence dx, [T][B×In].
func (r *Recurrent) Unproject(dx []float32, from, to int, beta float32) {
	g := r.width()
	for _, s := range r.Spans(from, to) {
		row, n := s.Row, s.N
		r.unproject(r.dgx[row*g:], dx[row*r.In:], n, beta)
	}
}

// BackwardParams adds the whole sequence's share to the parameters' gradients, feeds apart.
func (r *Recurrent) BackwardParams() {
	r.finishState()
	g := r.width()
	for _, s := range r.Spans(0, r.steps) {
		row, n := s.Row, s.N
		r.finishInput(r.dgx[row*g:], r.x[row*r.In:], n)
	}
}

// finishState adds to the gradients of the weights and the bias by which the state is multiplied.
func (r *Recurrent) finishState() {
	g, first := r.width(), 0
	if r.fromZero && r.steps > 0 {
		sumRows(r.ops, r.dgh[:r.Running(0)*g], r.BHH.Grad)
		first = 1
	}
	for _, s := range r.Spans(first, r.steps) {
		row, n := s.Row, s.N
		dgh := r.dgh[row*g : (row+n)*g]
		r.WHH.whole().learn(r.ops, n, dgh, r.h[row*r.Hidden:])
		sumRows(r.ops, dgh, r.BHH.Grad)
	}
}

// unproject and finishInput are project's backward for n rows: by its input and by its parameters.
func (r *Recurrent) unproject(dgx, dx []float32, n int, beta float32) {
	r.input().backward(r.ops, n, dgx, beta, dx)
}

func (r *Recurrent) finishInput(dgx, x []float32, n int) {
	r.input().learn(r.ops, n, dgx, x)
	sumRows(r.ops, dgx[:n*r.width()], r.BIH.Grad)
}

// DInput adds to dx, [In], the gradient by what sentence b read at step t, after StepBackward(t).
func (r *Recurrent) DInput(t, b int, dx []float32) {
	g := r.width()
	r.unproject(at(r.dgx, t*r.b+b, g), dx, 1, 1)
}

// DMemory writes to dc, [H], the whole gradient by sentence b's cell state after step t, after
// StepBackward(t): what later steps left in DC, and what came through h = o ⊙ tanh(c). That by the state
// before the first step has come through later steps only.
func (r *Recurrent) DMemory(t, b int, dc []float32) {
	n := r.Hidden
	copy(dc, r.DC(t)[b*n:(b+1)*n])
	if t < 0 {
		return
	}
	dh, tanhC := r.DH(t)[b*n:(b+1)*n], at(r.tanhC, t, r.b*n)[b*n:(b+1)*n]
	o := r.Gates(t)[(b*len(r.cell.gates)+3)*n:][:n]
	for i, d := range dh {
		dc[i] += float32(float32(d*o[i]) * (1 - float32(tanhC[i]*tanhC[i])))
	}
}
