package layer

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"unroll/core/kernel"
)

// stencil is the central difference of fourth order: in float32 a wide step loses less to rounding
// than it gains, as long as the truncation is of high order.
var stencil = fd.Formula{
	Stencil: []fd.Point{
		{Loc: -2, Coeff: 1. / 12}, {Loc: -1, Coeff: -8. / 12}, {Loc: 1, Coeff: 8. / 12}, {Loc: 2, Coeff: -1. / 12},
	},
	Derivative: 1,
	Step:       0.03,
}

// probe is a layer under test: a scalar loss of its inputs and parameters, and their gradients.
type probe struct {
	name     string
	params   *Set
	inputs   [][]float32 // what the loss depends on besides the parameters
	forward  func() float64
	backward func() [][]float32 // runs after forward; gradients by the inputs, in their order
}

func random(r *rand.Rand, n int) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * 0.7)
	}
	return x
}

// weigh is the loss Σ w·y, whose gradient by y is w.
func weigh(w, y []float32) float64 {
	sum := 0.0
	for i := range w {
		sum += float64(w[i]) * float64(y[i])
	}
	return sum
}

func probes(ops kernel.Ops) []probe {
	r := rand.New(rand.NewPCG(7, 7))
	ready := func(s *Set) *Set {
		s.Allocate()
		s.Draw(r)
		return s
	}
	var all []probe

	{
		set := new(Set)
		e := NewEmbedding(ops, set, "emb", 1, 5, 3)
		tokens, x, w := []int32{4, 0, 4, 2}, make([]float32, 12), random(r, 12)
		all = append(all, probe{"embedding", ready(set), nil,
			func() float64 { e.Forward(tokens, x); return weigh(w, x) },
			func() [][]float32 { e.Backward(tokens, w); return nil }})
	}
	for _, bias := range []string{"b", ""} {
		set := new(Set)
		l := NewLinear(ops, set, "w", bias, 5, 4, 2)
		x, x2, y, w := random(r, 12), random(r, 6), make([]float32, 15), random(r, 15)
		all = append(all, probe{"linear with bias " + bias, ready(set), [][]float32{x, x2},
			func() float64 { l.Forward(3, y, x, x2); return weigh(w, y) },
			func() [][]float32 {
				dx, dx2 := make([]float32, 12), []float32{1, 1, 1, 1, 1, 1}
				l.BackwardParams(3, w, x, x2)
				l.BackwardInput(3, w, 0, 0, dx)
				l.BackwardInput(3, w, 1, 1, dx2)
				for i := range dx2 {
					dx2[i]-- // what BackwardInput added to
				}
				return [][]float32{dx, dx2}
			}})
	}
	{
		d := NewDropout(ops, 0.3, 40)
		noise := new(Noise)
		x, y, w := random(r, 40), make([]float32, 40), random(r, 40)
		all = append(all, probe{"dropout", new(Set), [][]float32{x},
			func() float64 { noise.Seed(1, 2); d.Draw(noise.Next(), 40); d.Apply(y, x, 0, 40); return weigh(w, y) },
			func() [][]float32 {
				dx := make([]float32, 40)
				d.Apply(dx, w, 0, 40)
				return [][]float32{dx}
			}})
	}
	for _, smoothing := range []float32{0, 0.2} {
		x, p := random(r, 15), make([]float32, 15)
		target := kernel.Targets{Labels: []int32{2, 0, 4}, Smoothing: smoothing}
		all = append(all, probe{fmt.Sprint("cross-entropy smoothed by ", smoothing), new(Set), [][]float32{x},
			func() float64 { return CrossEntropy(ops, p, x, 5, target) / 2 },
			func() [][]float32 {
				d := make([]float32, 15)
				CrossEntropyBackward(ops, d, p, 5, target, 0.5)
				return [][]float32{d}
			}})
	}
	for _, cell := range []string{"rnn", "gru", "lstm"} {
		for _, length := range [][]int{nil, {4, 2, 3}} {
			all = append(all, recurrentProbe(ops, r, cell, length))
		}
	}
	for _, known := range []bool{false, true} {
		all = append(all, tokenProbe(ops, r, known))
	}
	for _, kind := range []string{"dot", "general", "additive"} {
		for _, width := range []int{3, 6} {
			if CheckAttention(kind, 3, width) == nil {
				all = append(all, attentionProbe(ops, r, kind, width))
			}
		}
	}
	for _, bias := range []bool{false, true} {
		all = append(all, attentionalProbe(ops, r, bias))
	}
	for _, both := range []bool{false, true} {
		for _, residual := range []bool{false, true} {
			for _, dropout := range []float64{0, 0.3} {
				all = append(all, stackProbe(ops, r, StackConfig{Cell: "lstm", Layers: 3, Hidden: 2, Both: both, Residual: residual, Dropout: dropout, In: 3, MaxT: 4, MaxB: 3}))
			}
		}
	}
	return all
}

func recurrentProbe(ops kernel.Ops, r *rand.Rand, cell string, length []int) probe {
	const steps, b, in, hidden, fed, constant = 4, 3, 2, 4, 3, 2
	set := new(Set)
	l := NewRecurrent(ops, set, "", cell, in, []int{fed, constant}, hidden, steps, b)
	set.Allocate()
	set.Draw(r)
	x, h, c := random(r, steps*b*in), random(r, b*hidden), random(r, b*hidden)
	w, wc, dx := random(r, steps*b*hidden), random(r, b*hidden), make([]float32, steps*b*in)
	f, df, all, dall := random(r, steps*b*fed), make([]float32, steps*b*fed), random(r, b*constant), make([]float32, b*constant)
	inputs := [][]float32{x, f, all, h}
	if l.cell.memory {
		inputs = append(inputs, c)
	}
	return probe{fmt.Sprint(cell, length), set, inputs,
		func() float64 {
			l.Begin(steps, b, length, h, c)
			l.Project(x, 0, steps)
			l.BeginConstant(1, all)
			for t := range steps {
				l.Feed(t, 0, at(f, t, b*fed))
				l.FeedConstant(1, t, t+1)
				l.Step(t)
			}
			loss := weigh(w, l.States())
			if l.cell.memory {
				loss += weigh(wc, l.C(steps-1))
			}
			return loss
		},
		func() [][]float32 {
			l.BeginBackward()
			copy(l.DStates(), w)
			if l.cell.memory {
				copy(l.DC(steps-1), wc)
			}
			for t := steps - 1; t >= 0; t-- {
				l.StepBackward(t)
				l.FeedBackward(t, 0, at(df, t, b*fed))
			}
			l.BackwardParams()
			l.FeedParams(0, f)
			l.ConstantBackward(1, all, dall)
			l.Unproject(dx, 0, steps, 0)
			return [][]float32{dx, df, dall, l.DH(-1), l.DC(-1)}[:len(inputs)]
		}}
}

// tokenProbe is a layer over embedded tokens, of which several are of a kind; known says that they are
// projected all at once. No token is of kind 3.
func tokenProbe(ops kernel.Ops, r *rand.Rand, known bool) probe {
	const steps, b, in, hidden = 4, 3, 2, 4
	set := new(Set)
	e := NewEmbedding(ops, set, "emb", 1, 5, in)
	l := NewRecurrent(ops, set, "", "gru", in, nil, hidden, steps, b)
	set.Allocate()
	set.Draw(r)
	tokens, length := []int32{0, 1, 2, 4, 1, 1, 0, 0, 2, 4, 0, 0}, []int{4, 2, 3}
	w, x := random(r, steps*b*hidden), make([]float32, steps*b*in)
	return probe{fmt.Sprint("tokens known=", known), set, nil,
		func() float64 {
			e.Forward(tokens, x)
			l.Begin(steps, b, length, nil, nil)
			for t := range steps {
				switch {
				case !known:
					l.ProjectTokens(e, tokens, x, t, t+1)
				case t == 0:
					l.ProjectTokens(e, tokens, x, 0, steps)
				}
				l.Step(t)
			}
			return weigh(w, l.States())
		},
		func() [][]float32 {
			if !l.shared {
				panic("the probe does not share")
			}
			l.BeginBackward()
			copy(l.DStates(), w)
			for t := steps - 1; t >= 0; t-- {
				l.StepBackward(t)
			}
			l.BackwardTokens(e, tokens, make([]float32, len(x)))
			return nil
		}}
}

func attentionProbe(ops kernel.Ops, r *rand.Rand, kind string, width int) probe {
	const s, t, b, hidden = 4, 3, 2, 3
	set := new(Set)
	a := NewAttention(ops, set, kind, hidden, width, s, t, b)
	set.Allocate()
	set.Draw(r)
	enc, h, w := random(r, s*b*width), random(r, t*b*hidden), random(r, t*b*width)
	return probe{fmt.Sprintf("attention %s of %d", kind, width), set, [][]float32{h, enc},
		func() float64 {
			a.Begin(s, b, t, []int{4, 2}, nil, enc)
			a.Forward(h, 0, t)
			return weigh(w, a.Context())
		},
		func() [][]float32 {
			dh, denc := make([]float32, len(h)), make([]float32, len(enc))
			a.BeginBackward(denc)
			copy(a.DContext(), w)
			a.Backward(h, dh, 1, t) // in two parts, as a decoder that goes step by step does
			a.Backward(h, dh, 0, 1)
			a.FinishBackward(h)
			return [][]float32{dh, denc}
		}}
}

func attentionalProbe(ops kernel.Ops, r *rand.Rand, bias bool) probe {
	const t, b, hidden, width = 3, 2, 3, 4
	set := new(Set)
	a := NewAttentional(ops, set, bias, width, hidden, t, b)
	set.Allocate()
	set.Draw(r)
	c, h, w := random(r, t*b*width), random(r, t*b*hidden), random(r, t*b*hidden)
	return probe{fmt.Sprint("attentional with bias ", bias), set, [][]float32{c, h},
		func() float64 {
			a.Begin(t, b, nil)
			a.Forward(c, h, 0, t)
			return weigh(w, a.Out())
		},
		func() [][]float32 {
			dc, dh := make([]float32, len(c)), make([]float32, len(h))
			a.Backward(w, dc, dh, 1, t)
			a.Backward(w, dc, dh, 0, 1)
			a.FinishBackward(c, h)
			return [][]float32{dc, dh}
		}}
}

// stackProbe also has a loss of the states in which the layers end.
func stackProbe(ops kernel.Ops, r *rand.Rand, c StackConfig) probe {
	set := new(Set)
	s := NewStack(ops, set, "", c)
	set.Allocate()
	set.Draw(r)
	steps, b, length := c.MaxT, c.MaxB, []int{3, 4, 1}
	x, w, wf := random(r, steps*b*c.In), random(r, steps*b*s.Width), random(r, b*s.Width)
	for i, n := range length {
		for t := n; t < steps; t++ {
			clear(w[(t*b+i)*s.Width:][:s.Width]) // what is said beyond the end is no loss
		}
	}
	back, room, noise := make([]float32, len(x)), make([]float32, b*s.Width), new(Noise)
	order := Reading{Backwards: true, B: b, Length: length}
	return probe{fmt.Sprintf("stack both=%v residual=%v dropout=%v", c.Both, c.Residual, c.Dropout), set, [][]float32{x},
		func() float64 {
			noise.Seed(3, 4)
			s.Begin(steps, b, length, noise)
			s.Way(0, 0).Project(x, 0, steps)
			if c.Both {
				order.Copy(kernel.Dense(steps*b, c.In, back), kernel.Dense(steps*b, c.In, x))
				s.Way(0, 1).Project(back, 0, steps)
			}
			s.Forward(0, steps)
			loss := weigh(w, s.Out())
			for k := range s.Layers() {
				loss += weigh(wf, s.Final(k, false, room)) + weigh(wf, s.Final(k, true, room))
			}
			return loss
		},
		func() [][]float32 {
			s.BeginBackward()
			copy(s.DOut(), w)
			for k := range s.Layers() {
				s.AddDFinal(k, false, wf)
				s.AddDFinal(k, true, wf)
			}
			s.Backward(0, steps)
			s.BackwardParams()
			dx, dback := make([]float32, len(x)), make([]float32, len(x))
			s.Way(0, 0).BackwardParams()
			s.Way(0, 0).Unproject(dx, 0, steps, 0)
			if c.Both {
				s.Way(0, 1).BackwardParams()
				s.Way(0, 1).Unproject(dback, 0, steps, 0)
				order.Add(ops, kernel.Dense(steps*b, c.In, dx), kernel.Dense(steps*b, c.In, dback))
			}
			return [][]float32{dx}
		}}
}

// TestGradients checks every layer's backward pass against differences of its forward pass.
func TestGradients(t *testing.T) {
	for _, ops := range []kernel.Ops{kernel.Naive{}, kernel.Plain{}} {
		for _, p := range probes(ops) {
			t.Run(ops.Name()+"/"+p.name, func(t *testing.T) {
				p.forward()
				inputs := p.backward()
				grads := append([][]float32{append([]float32(nil), p.params.Grad...)}, nil...)
				for _, g := range inputs {
					grads = append(grads, append([]float32(nil), g...))
				}
				values := append([][]float32{p.params.Value}, p.inputs...)
				for k, x := range values {
					for i := range x {
						at := x[i]
						want := fd.Derivative(func(v float64) float64 {
							x[i] = float32(v)
							return p.forward()
						}, float64(at), &fd.Settings{Formula: stencil})
						x[i] = at
						if got := float64(grads[k][i]); math.Abs(got-want) > 1e-4*(1+math.Abs(want)) {
							t.Errorf("gradient %d[%d] is %v, differences say %v", k, i, got, want)
						}
					}
				}
			})
		}
	}
}

// A sentence's padding must not be read: whatever it holds, the states up to the length and the
// gradients are the same bits.
func TestPaddingIsNotRead(t *testing.T) {
	const steps, b, in, hidden = 4, 2, 2, 3
	run := func(pad float32) []float32 {
		set := new(Set)
		l := NewRecurrent(kernel.Plain{}, set, "", "gru", in, nil, hidden, steps, b)
		set.Allocate()
		set.Draw(rand.New(rand.NewPCG(1, 1)))
		r := rand.New(rand.NewPCG(2, 2))
		x := random(r, steps*b*in)
		for t := 2; t < steps; t++ { // sentence 0 is two steps long
			x[t*b*in], x[t*b*in+1] = pad, pad
		}
		l.Begin(steps, b, []int{2, 4}, nil, nil)
		l.Project(x, 0, steps)
		for t := range steps {
			l.Step(t)
		}
		l.BeginBackward()
		copy(l.DStates(), random(r, steps*b*hidden))
		for t := steps - 1; t >= 0; t-- {
			l.StepBackward(t)
		}
		l.BackwardParams()
		l.Unproject(make([]float32, len(x)), 0, steps, 0)
		grad := append([]float32(nil), set.Grad...)
		return append(grad, l.States()...)
	}
	zero, other := run(0), run(17)
	for i := range zero {
		// 0·dgx is 0 whatever is padded, so W_ih's gradient is the same too.
		if math.Float32bits(zero[i]) != math.Float32bits(other[i]) {
			t.Fatalf("number %d changes from %v to %v with the padding", i, zero[i], other[i])
		}
	}
}

func TestTokensBeyondTheVocabularyPanic(t *testing.T) {
	set := new(Set)
	e := NewEmbedding(kernel.Plain{}, set, "emb", 1, 5, 3)
	set.Allocate()
	defer func() {
		if recover() == nil {
			t.Error("token 5 of a vocabulary of 5 went through")
		}
	}()
	e.Forward([]int32{5}, make([]float32, 3))
}
