package scene

import (
	"unroll/web/say"
)

// sub is the time step of what the cell hands on, as its names have it.
func (n *node) sub() string { return subscript(n.time) }

// self is the name of what the cell hands on, past the name of what it took of that kind: the state
// after the step before, which for a cell that reads from the end is the step behind.
func (n *node) self(s *stage, letter string) string { return n.named(s, letter) + n.sub() }

func (n *node) past(s *stage, letter string) string {
	switch {
	case n.part == Decoder && n.step == 1:
		return s.start(letter, n.layer)
	case n.back:
		return indexed(n.named(s, letter), n.time+1)
	}
	return indexed(n.named(s, letter), n.time-1)
}

func (n *node) named(s *stage, letter string) string {
	if n.part == Encoder {
		return s.of(letter, n.layer, n.back)
	}
	return s.ofLayer(letter, n.layer)
}

// stateEquation is how unit i of a cell's h came about.
func (s *stage) stateEquation(n *node, i int) string {
	h := n.self(s, "h")
	switch gate := func(name string) float32 { return gateOf(n.cell, name)[i] }; s.cell {
	case "gru":
		z := s.num.short(gate("z"), 3)
		return h + " = (1 − z)·n + z·" + n.past(s, "h") +
			" = (1 − " + z + ")·" + s.term(gate("n")) + " + " + z + "·" + s.term(unit(n.before.H, i))
	case "lstm":
		return h + " = o·tanh(" + n.self(s, "C") + ") = " + s.num.short(gate("o"), 3) + "·tanh(" + s.num.short(n.cell.C[i], 3) + ")"
	}
	return h + " = tanh(W·" + s.input(n) + " + U·" + n.past(s, "h") + " + b)"
}

// memoryEquation is how unit i of an LSTM's cell state came about.
func (s *stage) memoryEquation(n *node, i int) string {
	gate := func(name string) float32 { return gateOf(n.cell, name)[i] }
	return n.self(s, "C") + " = f·" + n.past(s, "C") + " + i·g = " + s.num.short(gate("f"), 3) + "·" + s.term(unit(n.before.C, i)) +
		" + " + s.num.short(gate("i"), 3) + "·" + s.term(gate("g"))
}

// input is the name of what a cell reads: its word, or what the layer below says, and what it is fed.
func (s *stage) input(n *node) string {
	if n.layer > 0 {
		return s.says(n.part, n.layer-1, n.sub())
	}
	x := "x" + n.sub()
	if n.part == Encoder {
		return x
	}
	fed := ""
	switch {
	case s.before:
		fed += "; c" + n.sub()
	case s.fed && n.step > 1:
		fed += "; " + indexed(attentionalName, n.time-1)
	}
	if s.summary {
		fed += "; s"
	}
	if fed == "" {
		return x
	}
	return "[" + x + fed + "]"
}

// whose is a sentence about unit i of a cell, with its layer and its direction where there are several.
func (s *stage) whose(n *node, template string, i int) string {
	h := &s.text.Hint
	sentence := unitHint(template, i, n.step)
	if s.layers > 1 {
		layer := h.Layer
		if n.layer > 0 {
			layer = h.LayerOver
		}
		sentence += say.Fill(layer, "layer", itoa(n.layer+1), "below", s.below(n))
	}
	switch {
	case n.back:
		sentence += h.Backwards
	case s.both && n.part == Encoder:
		sentence += h.Forwards
	}
	return sentence
}

// below is the name of what a cell of a higher layer reads.
func (s *stage) below(n *node) string {
	if n.layer == 0 {
		return ""
	}
	return s.input(n)
}

// addition is what the plus over a layer's cells computes.
func (s *stage) addition(part Role, layer int, index string) string {
	own := s.ofLayer("h", layer) + index
	if s.both && part == Encoder {
		own = "[" + s.of("h", layer, false) + index + "; " + s.of("h", layer, true) + index + "]"
	}
	return s.says(part, layer, index) + " = " + own + " + " + s.says(part, layer-1, index)
}

// unit is one number of a state, zero where the state is the zeros before the first step.
func unit(v []float32, i int) float32 {
	if v == nil {
		return 0
	}
	return v[i]
}

// startEquation is how what the decoder starts from came about.
func (s *stage) startEquation(letter string, layer int) string {
	name := s.start(letter, layer)
	if s.bridge == "dense" {
		return name + " = " + s.denseSide(letter, layer)
	}
	return name
}

// denseSide is the right side of a dense bridge's equation.
func (s *stage) denseSide(letter string, layer int) string {
	side := "W·" + s.ends(letter, layer) + " + b"
	if letter == "h" {
		return "tanh(" + side + ")"
	}
	return side
}

// denseEquation is what a layer's bar of a dense bridge computes.
func (s *stage) denseEquation(layer int) string {
	e := s.startEquation("h", layer)
	if s.lanes > 1 {
		e += ", " + s.startEquation("C", layer)
	}
	return e
}

func (s *stage) jointHint(layer int, index string) string {
	return say.Fill(s.text.Hint.Joint, "layer", itoa(layer+1), "says", "["+s.of("h", layer, false)+index+"; "+s.of("h", layer, true)+index+"]")
}

func (s *stage) plusHint(part Role, layer int, index string) string {
	return say.Fill(s.text.Hint.Residual, "layer", itoa(layer+1), "sum", s.addition(part, layer, index))
}
