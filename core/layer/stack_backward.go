package layer

import "unroll/core/kernel"

// BeginBackward clears the gradients; losses are then added to DOut and DFinal.
func (s *Stack) BeginBackward() {
	n := s.steps * s.order.B * s.Width
	for _, f := range s.floors {
		for _, r := range f.ways {
			r.BeginBackward()
		}
		if f.dout != nil {
			clear(f.dout[:n])
		}
	}
}

// DOut is ∂L/∂Out, [T][B×Width], to be added to before Backward.
func (s *Stack) DOut() []float32 { return s.floors[len(s.floors)-1].heard() }

func (f *floor) heard() []float32 {
	if f.dout != nil {
		return f.dout
	}
	return f.ways[0].DStates()
}

// Backward carries the gradient through steps from ≤ t < to of every layer, later steps having been
// done. The lowest layers' Unproject and their parameters remain to be done.
func (s *Stack) Backward(from, to int) {
	n := s.order.B * s.Width
	for k := len(s.floors) - 1; k >= 0; k-- {
		f := &s.floors[k]
		if f.dout != nil {
			s.unsay(k, from, to)
		}
		for _, r := range f.ways {
			for t := to - 1; t >= from; t-- {
				r.StepBackward(t)
			}
		}
		if k == 0 {
			return
		}
		below := s.floors[k-1].heard()
		if !s.dropping {
			f.ways[0].Unproject(below, from, to, 1)
		} else {
			f.ways[0].Unproject(f.din, from, to, 0)
		}
		if len(f.ways) == 2 {
			f.ways[1].Unproject(f.dback, from, to, 0)
			s.order.Add(s.ops, s.whole(s.dinput(k)), s.whole(f.dback))
		}
		if s.dropping {
			f.drop.Apply(f.din, f.din, from*n, to*n)
			s.addRunning(below, f.din, from, to)
		}
	}
}

// dinput is the gradient by what floor k reads.
func (s *Stack) dinput(k int) []float32 {
	if s.dropping {
		return s.floors[k].din
	}
	return s.floors[k-1].heard()
}

// unsay hands the gradient by what floor k says on to its states, and to what it read.
func (s *Stack) unsay(k, from, to int) {
	f := &s.floors[k]
	if s.residual && k > 0 {
		s.addRunning(s.floors[k-1].heard(), f.dout, from, to)
	}
	if len(f.ways) == 1 {
		s.addRunning(f.ways[0].DStates(), f.dout, from, to)
		return
	}
	h := f.ways[0].Hidden
	forwards := s.order
	forwards.Backwards = false
	forwards.Add(s.ops, kernel.Dense(s.steps*s.order.B, h, f.ways[0].DStates()), s.half(f.dout, 0))
	s.order.Add(s.ops, kernel.Dense(s.steps*s.order.B, h, f.ways[1].DStates()), s.half(f.dout, h))
}

// addRunning adds the running rows of a sequence, [T][B×Width], to another.
func (s *Stack) addRunning(to, from []float32, begin, end int) {
	for _, r := range s.floors[0].ways[0].Spans(begin, end) {
		s.ops.Axpy(1, from[r.Row*s.Width:(r.Row+r.N)*s.Width], to[r.Row*s.Width:(r.Row+r.N)*s.Width])
	}
}

// BackwardParams adds to the gradients of every layer's parameters but the lowest's.
func (s *Stack) BackwardParams() {
	for _, f := range s.floors[1:] {
		for _, r := range f.ways {
			r.BackwardParams()
		}
	}
}
