package layer

import (
	"strconv"

	"unroll/core/kernel"
)

// Stack is recurrent layers above each other: each reads what the one below says at the same step
// (Graves 2013, eqs. 1–2). With both directions two layers stand side by side and read the same sequence,
// one of them backwards (Schuster & Paliwal 1997). A floor says
//
//	y_t = h_t            one direction
//	    = [h→_t; h←_t]   both
//	    + x_t            with residuals, from the second floor on (Wu et al. 2016, eq. 6)
//
// A Stack goes over a range of steps at a time, so that a decoder can go one by one; with both directions
// the range is the whole sequence.
type Stack struct {
	Width  int // of what a floor says: H, or 2·H with both directions
	floors []floor

	ops      kernel.Ops
	residual bool
	dropping bool
	order    Reading // of the backward direction
	steps    int
}

// floor is one or two layers that read the same. Its buffers are [T][B×Width], and nil where what they
// would hold stands in another buffer already.
type floor struct {
	ways      []*Recurrent // forwards, and backwards with both directions
	drop      *Dropout     // between the floor below and this one
	in, din   []float32    // what is read, if not what the floor below says
	back      []float32    // in, read backwards
	dback     []float32
	out, dout []float32 // what is said, if not the states
}

// StackConfig is what a stack is made of.
type StackConfig struct {
	Cell           string
	Layers, Hidden int
	Both           bool // directions
	Residual       bool
	Dropout        float64 // between floors
	In             int     // the width of what the lowest floor reads
	Feeds          []int   // and of what it is fed
	MaxT, MaxB     int
}

// NewStack declares the parameters of layer k as prefix + "l{k}." and, of its backward direction, prefix
// + "l{k}.rev." in set.
func NewStack(ops kernel.Ops, set *Set, prefix string, c StackConfig) *Stack {
	s := &Stack{ops: ops, residual: c.Residual, Width: c.Hidden}
	if c.Both {
		s.Width = 2 * c.Hidden
	}
	size := c.MaxT * c.MaxB * s.Width
	in, feeds := c.In, c.Feeds
	for k := range c.Layers {
		name := prefix + "l" + strconv.Itoa(k) + "."
		f := floor{ways: []*Recurrent{NewRecurrent(ops, set, name, c.Cell, in, feeds, c.Hidden, c.MaxT, c.MaxB)}}
		if c.Both {
			f.ways = append(f.ways, NewRecurrent(ops, set, name+"rev.", c.Cell, in, feeds, c.Hidden, c.MaxT, c.MaxB))
		}
		if k > 0 {
			f.drop = NewDropout(ops, c.Dropout, size)
		}
		if k > 0 && c.Dropout > 0 {
			f.in, f.din = make([]float32, size), make([]float32, size)
		}
		if k > 0 && c.Both {
			f.back, f.dback = make([]float32, size), make([]float32, size)
		}
		if c.Both || k > 0 && c.Residual {
			f.out, f.dout = make([]float32, size), make([]float32, size)
		}
		s.floors = append(s.floors, f)
		in, feeds = s.Width, nil
	}
	return s
}

// Layers is how many there are above each other.
func (s *Stack) Layers() int { return len(s.floors) }

// Way is layer k, read forwards (0) or backwards (1); nil if it is not read so.
func (s *Stack) Way(k, way int) *Recurrent {
	if way < len(s.floors[k].ways) {
		return s.floors[k].ways[way]
	}
	return nil
}

// Both reports whether the sequence is read in both directions.
func (s *Stack) Both() bool { return len(s.floors[0].ways) == 2 }

// Begin starts a sequence of steps for b sentences of these lengths, of which noise, unless it is nil,
// drops what the floors say to each other. Each layer starts from zero until BeginLayer says otherwise.
func (s *Stack) Begin(steps, b int, length []int, noise *Noise) {
	s.steps, s.order = steps, Reading{true, b, length}
	s.dropping = noise != nil && len(s.floors) > 1 && s.floors[1].drop.Rate > 0
	for k, f := range s.floors {
		if s.dropping && k > 0 {
			f.drop.Draw(noise.Next(), steps*b*s.Width)
		}
		for _, r := range f.ways {
			r.Begin(steps, b, length, nil, nil)
		}
	}
}

// Start gives layer k, after Begin, the state h, c, each [B×H], to start from.
func (s *Stack) Start(k int, h, c []float32) { s.floors[k].ways[0].Start(h, c) }

// Out is what the stack says, [T][B×Width].
func (s *Stack) Out() []float32 { return s.floors[len(s.floors)-1].says() }

func (f *floor) says() []float32 {
	if f.out != nil {
		return f.out
	}
	return f.ways[0].States()
}

// Forward takes steps from ≤ t < to of every layer, the lowest of which has been given its input.
func (s *Stack) Forward(from, to int) {
	for k := range s.floors {
		f := &s.floors[k]
		if k > 0 {
			s.read(k, from, to)
		}
		for _, r := range f.ways {
			for t := from; t < to; t++ {
				r.Step(t)
			}
		}
		s.say(k, from, to)
	}
}

// read has floor k read what the floor below says.
func (s *Stack) read(k, from, to int) {
	f := &s.floors[k]
	x := s.floors[k-1].says()
	if s.dropping {
		n := s.order.B * s.Width
		f.drop.Apply(f.in, x, from*n, to*n)
		x = f.in
	}
	f.ways[0].Project(x, from, to)
	if len(f.ways) == 2 {
		s.order.Copy(s.whole(f.back), s.whole(x))
		f.ways[1].Project(f.back, from, to)
	}
}

// say puts together what floor k says.
func (s *Stack) say(k, from, to int) {
	f := &s.floors[k]
	if f.out == nil {
		return
	}
	n := s.order.B * s.Width
	if len(f.ways) == 2 {
		h := f.ways[0].Hidden
		forwards := s.order
		forwards.Backwards = false
		forwards.Copy(s.half(f.out, 0), kernel.Dense(s.steps*s.order.B, h, f.ways[0].States()))
		s.order.Copy(s.half(f.out, h), kernel.Dense(s.steps*s.order.B, h, f.ways[1].States()))
	} else {
		copy(f.out[from*n:to*n], f.ways[0].States()[from*n:to*n])
	}
	if s.residual && k > 0 {
		s.ops.Axpy(1, s.floors[k-1].says()[from*n:to*n], f.out[from*n:to*n])
	}
}

// whole is a sequence [T][B×Width] as a matrix, half those of its columns that belong to one direction.
func (s *Stack) whole(x []float32) kernel.Matrix {
	return kernel.Dense(s.steps*s.order.B, s.Width, x)
}

func (s *Stack) half(x []float32, from int) kernel.Matrix {
	return columns(x, s.steps*s.order.B, s.Width, from, s.Width/2)
}
