package layer

import (
	"fmt"
	"strconv"

	"unroll/core/kernel"
)

// Bridge makes the state that the decoder starts from of the one in which the encoder ended, layer by
// layer, in one of three ways:
//
//	pass    h₀ = h_S                          (Sutskever, Vinyals & Le 2014)
//	dense   h₀ = tanh(W_h h_S + b_h)          (Cho et al. 2014, appendix A.1.2)
//	        c₀ = W_c c_S + b_c                for the LSTM's cell state
//	zero    h₀ = 0                            nothing crosses but what attention looks at
//
// An encoder of both directions ends in h_S = [h→_S; h←_1], twice as wide as the decoder's state, which
// only dense and zero can take.
type Bridge struct {
	kind   string
	ops    kernel.Ops
	width  int // of the encoder's final state
	hidden int // of the decoder's
	layers []bridged
}

type bridged struct {
	h, c   *Linear
	final  [2][]float32 // [B×width] of h and c, put together; both directions only
	dfinal []float32    // [B×width]
	start  [2][]float32 // [B×H]
	dstart []float32    // [B×H]
}

// CheckBridge says in an error whether there is no such bridge from an encoder of both directions, or of one.
func CheckBridge(kind string, both bool) error {
	switch {
	case kind != "pass" && kind != "dense" && kind != "zero":
		return fmt.Errorf("no bridge is called %q; there are pass, dense and zero", kind)
	case kind == "pass" && both:
		return fmt.Errorf("an encoder of both directions ends in two states, which the bridge pass cannot hand to the decoder's one; take dense or zero")
	}
	return nil
}

// NewBridge declares the parameters of a dense one as bridge.l{k}.w_h, b_h and, for cells with a memory,
// w_c, b_c in set: from an encoder's states of this width to a decoder's, hidden wide.
func NewBridge(ops kernel.Ops, set *Set, kind, cellName string, layers, width, hidden, maxB int) *Bridge {
	b := &Bridge{kind: kind, ops: ops, width: width, hidden: hidden}
	if kind != "dense" {
		return b
	}
	for k := range layers {
		name := "bridge.l" + strconv.Itoa(k) + "."
		l := bridged{h: NewLinear(ops, set, name+"w_h", name+"b_h", hidden, width)}
		states := 1
		if cells[cellName].memory {
			l.c = NewLinear(ops, set, name+"w_c", name+"b_c", hidden, width)
			states = 2
		}
		for i := range states {
			l.start[i] = make([]float32, maxB*hidden)
			if width > hidden {
				l.final[i] = make([]float32, maxB*width)
			}
		}
		l.dstart, l.dfinal = make([]float32, maxB*hidden), make([]float32, maxB*width)
		b.layers = append(b.layers, l)
	}
	return b
}

// Forward starts the decoder, which has begun a sequence of n sentences, from the encoder's end.
func (b *Bridge) Forward(enc, dec *Stack, n int) {
	switch b.kind {
	case "pass":
		for k := range enc.floors {
			r := enc.floors[k].ways[0]
			dec.Start(k, r.Final(), r.C(r.steps-1))
		}
	case "dense":
		for k := range b.layers {
			l := &b.layers[k]
			h, size := l.start[0], n*b.hidden
			l.h.Forward(n, h, enc.Final(k, false, l.final[0]))
			b.ops.Tanh(h[:size], h[:size])
			if l.c != nil {
				l.c.Forward(n, l.start[1], enc.Final(k, true, l.final[1]))
			}
			dec.Start(k, h, l.start[1])
		}
	}
}

// Backward adds the gradient by the state from which the decoder started to that by the encoder's end,
// and to the parameters' gradients.
func (b *Bridge) Backward(enc, dec *Stack, n int) {
	switch b.kind {
	case "pass":
		for k := range enc.floors {
			from := dec.floors[k].ways[0]
			enc.AddDFinal(k, false, from.DH(-1))
			if dc := from.DC(-1); dc != nil {
				enc.AddDFinal(k, true, dc)
			}
		}
	case "dense":
		for k := range b.layers {
			l, from, size := &b.layers[k], dec.floors[k].ways[0], n*b.hidden
			b.ops.TanhBackward(l.dstart[:size], from.DH(-1), l.start[0][:size])
			b.cross(l.h, n, l.dstart, enc, k, false, l)
			if l.c != nil {
				b.cross(l.c, n, from.DC(-1), enc, k, true, l)
			}
		}
	}
}

// cross is Backward of one Linear.
func (b *Bridge) cross(w *Linear, n int, dy []float32, enc *Stack, k int, memory bool, l *bridged) {
	i := 0
	if memory {
		i = 1
	}
	w.BackwardParams(n, dy, enc.Final(k, memory, l.final[i]))
	w.BackwardInput(n, dy, 0, 0, l.dfinal)
	enc.AddDFinal(k, memory, l.dfinal)
}
