package layer

// feed is a vector f that a layer reads at each step besides its input: what attention saw before the
// step (Bahdanau, Cho & Bengio 2015, eq. 5), the attentional state of the step before (Luong, Pham &
// Manning 2015, § 3.3, "input feeding"), or the same summary of the source at every step (Cho et al.
// 2014, eq. 9). It has columns of W_ih of its own, so that [x; f] is never put together:
//
//	W_ih [x; f] = W_x x + W_f f
type feed struct {
	weights                 // its columns of W_ih
	share, dshare []float32 // [B×G·H] W_f f and its gradient, where f is the same at every step
}

// Feed adds W_f f to what the gates of step t are given, after Project and before Step(t); f, [B×width],
// is feed i.
func (r *Recurrent) Feed(t, i int, f []float32) {
	r.feeds[i].forward(r.ops, r.Running(t), f, 1, at(r.gx, t, r.b*r.width()))
}

// FeedBackward computes ∂L/∂f of step t after StepBackward(t): the running rows of df, [B×width].
func (r *Recurrent) FeedBackward(t, i int, df []float32) {
	r.feeds[i].backward(r.ops, r.Running(t), at(r.dgx, t, r.b*r.width()), 0, df)
}

// FeedParams adds the whole sequence's share to W_f's gradient; f, [T][B×width], is what each step was fed.
func (r *Recurrent) FeedParams(i int, f []float32) {
	g, w := r.width(), &r.feeds[i]
	for _, s := range r.Spans(0, r.steps) {
		row, n := s.Row, s.N
		w.learn(r.ops, n, r.dgx[row*g:], f[row*w.in:])
	}
}

// BeginConstant computes W_f f of an f, [B×width], that is feed i at every step: once, after Begin.
func (r *Recurrent) BeginConstant(i int, f []float32) {
	g, w := r.width(), &r.feeds[i]
	if w.share == nil {
		w.share, w.dshare = make([]float32, r.maxB*g), make([]float32, r.maxB*g)
	}
	w.forward(r.ops, r.b, f, 0, w.share)
}

// FeedConstant is Feed of what BeginConstant was given, for steps from ≤ t < to.
func (r *Recurrent) FeedConstant(i, from, to int) {
	g := r.width()
	for t := from; t < to; t++ {
		n := r.Running(t) * g
		r.ops.Axpy(1, r.feeds[i].share[:n], at(r.gx, t, r.b*g)[:n])
	}
}

// ConstantBackward adds to W_f's gradient and writes ∂L/∂f, [B×width], once every step is done.
func (r *Recurrent) ConstantBackward(i int, f, df []float32) {
	g, w := r.width(), &r.feeds[i]
	clear(w.dshare[:r.b*g])
	for t := range r.steps {
		n := r.Running(t) * g
		r.ops.Axpy(1, at(r.dgx, t, r.b*g)[:n], w.dshare[:n])
	}
	w.learn(r.ops, r.b, w.dshare, f)
	w.backward(r.ops, r.b, w.dshare, 0, df)
}
