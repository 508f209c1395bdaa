package layer

import "unroll/core/kernel"

// Attentional joins what attention saw and the state that asked (Luong, Pham & Manning 2015, eq. 5):
//
//	h̃_t = tanh(W_c [c_t; h_t] + b_c)
type Attentional struct {
	*Linear
	hidden, b int
	target    Ragged
	out       []float32 // [T+1][B×H]; place t+1 is h̃_t, place 0 stays zero
	dpre      []float32 // [T][B×H] gradient before the tanh
	room      []float32 // of Reorder
}

// NewAttentional declares the parameters attn.w_c and, with bias, attn.b_c in set, for contexts of this
// width and maxT steps of maxB sentences.
func NewAttentional(ops kernel.Ops, set *Set, bias bool, width, hidden, maxT, maxB int) *Attentional {
	name := ""
	if bias {
		name = "attn.b_c"
	}
	return &Attentional{
		Linear: NewLinear(ops, set, "attn.w_c", name, hidden, width, hidden),
		hidden: hidden, target: newRagged(maxT),
		out: make([]float32, (maxT+1)*maxB*hidden), dpre: make([]float32, maxT*maxB*hidden),
	}
}

// Begin starts steps for b sentences of these lengths, or nil.
func (a *Attentional) Begin(steps, b int, length []int) {
	a.b = b
	a.target.begin(steps, b, length)
	clear(a.out[:b*a.hidden])
}

// Before are h̃_{−1} = 0, h̃_0 … side by side, [T][B×H]; Out begins with h̃_0.
func (a *Attentional) Before() []float32 { return a.out }

// Out is every h̃_t, [T][B×H].
func (a *Attentional) Out() []float32 { return a.out[a.b*a.hidden:] }

// Forward computes steps from ≤ t < to of the contexts, [T][B×width], and states, [T][B×H].
func (a *Attentional) Forward(context, h []float32, from, to int) {
	out, width := a.Out(), a.parts[0].in
	for _, s := range a.target.Spans(from, to) {
		row, n := s.Row, s.N
		y := out[row*a.hidden : (row+n)*a.hidden]
		a.Linear.Forward(n, y, context[row*width:], h[row*a.hidden:])
		a.ops.Tanh(y, y)
	}
}

// Backward takes ∂L/∂h̃ of steps from ≤ t < to, writes dcontext and adds to dh.
func (a *Attentional) Backward(dout, dcontext, dh []float32, from, to int) {
	out, width, h := a.Out(), a.parts[0].in, a.hidden
	for _, s := range a.target.Spans(from, to) {
		row, n := s.Row, s.N
		d := a.dpre[row*h : (row+n)*h]
		a.ops.TanhBackward(d, dout[row*h:(row+n)*h], out[row*h:(row+n)*h])
		a.BackwardInput(n, d, 0, 0, dcontext[row*width:])
		a.BackwardInput(n, d, 1, 1, dh[row*h:])
	}
}

// FinishBackward adds to the parameters' gradients; the arguments are Forward's.
func (a *Attentional) FinishBackward(context, h []float32) {
	for _, s := range a.target.Spans(0, a.target.count()) {
		row, n := s.Row, s.N
		a.BackwardParams(n, a.dpre[row*a.hidden:], context[row*a.parts[0].in:], h[row*a.hidden:])
	}
}
