package scenetest

import (
	"math"

	"unroll/core/trace"
)

// cells makes up the step of every layer from the states before it.
func (m *maker) cells(before []trace.State) []trace.Cell {
	c := make([]trace.Cell, len(before))
	for k := range c {
		c[k] = m.cell(before[k])
	}
	return c
}

// cell makes up the gates of one step of one layer; what follows from them follows.
func (m *maker) cell(before trace.State) trace.Cell {
	var c trace.Cell
	c.H = make([]float32, m.hidden)
	switch m.model.Cell {
	case "rnn":
		h := m.gate("h", math.Tanh)
		c.Gates = []trace.Gate{h}
		copy(c.H, h.Values)
	case "lstm":
		i, f, g, o := m.gate("i", sigmoid), m.gate("f", sigmoid), m.gate("g", math.Tanh), m.gate("o", sigmoid)
		c.Gates = []trace.Gate{i, f, g, o}
		c.C = make([]float32, m.hidden)
		for u := range c.H {
			c.C[u] = float32(f.Values[u]*before.C[u]) + float32(i.Values[u]*g.Values[u])
			c.H[u] = o.Values[u] * float32(math.Tanh(float64(c.C[u])))
		}
	default:
		r, z, n := m.gate("r", sigmoid), m.gate("z", sigmoid), m.gate("n", math.Tanh)
		c.Gates = []trace.Gate{r, z, n}
		for u := range c.H {
			c.H[u] = float32((1-z.Values[u])*n.Values[u]) + float32(z.Values[u]*before.H[u])
		}
	}
	return c
}

// step makes up a decoding step that says the token with this id.
func (m *maker) step(r *trace.Run, t int, input trace.Token, before []trace.State, says int) trace.Step {
	s := trace.Step{Token: input, Embedding: m.vector(4, .8), Output: trace.Token{ID: says, Text: r.Targets[says]}}
	s.Layers = m.cells(before)
	certain := float32(0)
	if m.spec.Trained > 0 {
		certain = 4
	}
	s.Logits = m.vector(len(r.Targets), 1)
	s.Logits[says] = 1.1 + certain
	s.Probabilities = softmax(s.Logits)
	if m.model.Attention == "none" {
		return s
	}
	a := &trace.Attention{Scores: m.vector(len(r.Encoder), .4), Context: make([]float32, len(r.Encoder[0].Out))}
	if m.model.Attention != "bahdanau" {
		a.Attentional = m.vector(m.hidden, 1)
	}
	a.Scores[m.aligned(t)] += certain
	a.Weights = softmax(a.Scores)
	for u := range a.Context {
		for j := range r.Encoder {
			a.Context[u] += float32(a.Weights[j] * r.Encoder[j].Out[u])
		}
	}
	s.Attention = a
	return s
}

// aligned is the place in the reading that step t looks at: where its token stands, else the same
// share of the way through the source as it is written.
func (m *maker) aligned(t int) int {
	last := len(m.source) - 1
	if t >= len(m.spec.Target) {
		return last
	}
	for j := range m.source {
		if at := (j + len(m.source) - 1 - t%(last+1)) % (last + 1); m.source[at] == m.spec.Target[t] {
			return at
		}
	}
	at := t * last / max(len(m.spec.Target)-1, 1)
	if m.model.Encoder == "reversed" {
		return last - at
	}
	return at
}

func (m *maker) gate(name string, squash func(float64) float64) trace.Gate {
	v := m.vector(m.hidden, 2.5)
	for i := range v {
		v[i] = float32(squash(float64(v[i])))
	}
	return trace.Gate{Name: name, Values: v}
}

// vector draws n numbers from −spread to spread.
func (m *maker) vector(n int, spread float32) []float32 {
	v := make([]float32, n)
	for i := range v {
		v[i] = (2*m.random.Float32() - 1) * spread
	}
	return v
}

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func softmax(x []float32) []float32 {
	sum := 0.0
	for _, v := range x {
		sum += math.Exp(float64(v))
	}
	p := make([]float32, len(x))
	for i, v := range x {
		p[i] = float32(math.Exp(float64(v)) / sum)
	}
	return p
}
