package layer

import "unroll/core/kernel"

// Where the inputs are nothing but embedded tokens, W_ih x + b_ih depends on the token alone. A batch
// with more tokens than the vocabulary has kinds of them computes it once a kind, for the whole
// embedding table at once, and looks the rows up; backward, the rows' gradients are first added up by
// kind. The numbers are the same to rounding.

// ProjectTokens is Project for x, [T][B×In], that holds the embedded tokens, [T][B], of a sequence.
func (r *Recurrent) ProjectTokens(e *Embedding, tokens []int32, x []float32, from, to int) {
	if !r.shares(e) {
		r.Project(x, from, to)
		return
	}
	v, g := e.W.Shape[0], r.width()
	if len(r.table) < v*g {
		r.table, r.dtable = make([]float32, v*g), make([]float32, v*g)
	}
	if !r.projected {
		r.project(e.W.Value, r.table, v)
		r.projected = true
	}
	for row, n := range r.Spans(from, to) {
		r.ops.Gather(kernel.Dense(n, g, r.gx[row*g:]), kernel.Dense(v, g, r.table), tokens[row:row+n])
	}
}

// shares reports whether the sequence has more tokens than the vocabulary.
func (r *Recurrent) shares(e *Embedding) bool {
	rows := 0
	for _, n := range r.running {
		rows += n
	}
	return e.W.Shape[0] < rows
}

// FinishBackwardTokens follows ProjectTokens as FinishBackward follows Project: it adds to the gradients
// of the layer's parameters and of the embedding. dx, [T][B×In], is room to work in.
func (r *Recurrent) FinishBackwardTokens(e *Embedding, tokens []int32, dx []float32) {
	if !r.shares(e) {
		r.FinishBackward(dx)
		for row, n := range r.Spans(0, r.steps) {
			e.Backward(tokens[row:row+n], dx[row*r.In:(row+n)*r.In])
		}
		return
	}
	r.finishState()
	v, g := e.W.Shape[0], r.width()
	clear(r.dtable[:v*g])
	for row, n := range r.Spans(0, r.steps) {
		r.ops.Scatter(kernel.Dense(v, g, r.dtable), kernel.Dense(n, g, r.dgx[row*g:]), tokens[row:row+n])
	}
	r.unproject(r.dtable, e.W.Value, e.W.Grad, v, 1)
}
