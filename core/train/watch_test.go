package train

import (
	"bytes"
	"math"
	"testing"
)

// To watch a step must not change it, and what is written down must be what happened.
func TestWatch(t *testing.T) {
	for name, c := range configs() {
		c.Batch = 32
		a, b := begin(t, c), begin(t, c)
		steps(t, a, 3)
		steps(t, b, 2)
		before := append([]float32(nil), b.model.Params.Value...)
		b.Watch()
		p, err := b.Step()
		if err != nil {
			t.Fatal(err)
		}
		u := b.Watched()
		if !bytes.Equal(a.Save(), b.Save()) {
			t.Errorf("%s: a step that is watched is another", name)
		}
		if u.Step != 3 || u.Loss != p.Loss || u.Norm != p.Norm || u.Rate != p.Rate || u.Run.Trained != 2 {
			t.Errorf("%s: watched was %+v, what happened is %+v", name, u, p)
		}
		if len(u.Encoder) != len(u.Run.Encoder) || len(u.Decoder) != len(u.Run.Decoder) || u.Run.Input == "" {
			t.Errorf("%s: %d and %d steps forward, %d and %d back", name, len(u.Run.Encoder), len(u.Run.Decoder), len(u.Encoder), len(u.Decoder))
		}
		gradient, at := 0.0, 0
		for i, w := range u.Weights {
			moved, end := 0.0, at+b.model.Params.Params[i].Len()
			for j := at; j < end; j++ {
				d := float64(b.model.Params.Value[j] - before[j])
				moved += d * d
			}
			at, gradient = end, gradient+w.Gradient*w.Gradient
			if math.Abs(math.Sqrt(moved)-w.Moved) > 1e-6 || w.Name != b.model.Params.Params[i].Name {
				t.Errorf("%s: %s moved by %v, watched were %v", name, w.Name, math.Sqrt(moved), w.Moved)
			}
		}
		if math.Abs(math.Sqrt(gradient)-u.Norm) > 1e-5*u.Norm {
			t.Errorf("%s: the parameters' gradients have the norm %v together, the step %v", name, math.Sqrt(gradient), u.Norm)
		}
		if b.Watched() != nil {
			t.Errorf("%s: what was watched is given twice", name)
		}
	}
}

// A step that a crew takes is watched by whoever leads.
func TestWatchTogether(t *testing.T) {
	c := configs()["deep"]
	c.Batch = 32
	alone, replicas := begin(t, c), []*Session{begin(t, c), begin(t, c)}
	alone.Watch()
	steps(t, alone, 1)
	replicas[0].Watch()
	together(t, replicas)
	a, b := alone.Watched(), replicas[0].Watched()
	if a.Loss != b.Loss || a.Norm != b.Norm || a.Run.Input != b.Run.Input || a.Weights[3].Moved != b.Weights[3].Moved {
		t.Errorf("alone %+v, together %+v", a, b)
	}
}

func TestWatchedIsNothingWithoutWatch(t *testing.T) {
	s := begin(t, config())
	steps(t, s, 1)
	if s.Watched() != nil {
		t.Error("a step that nobody watched was written down")
	}
	s.Watch()
	s.model.Params.Value[0] = float32(math.NaN())
	for i := range s.model.Params.Value {
		s.model.Params.Value[i] = float32(math.NaN())
	}
	if _, err := s.Step(); err == nil || s.Watched() != nil {
		t.Errorf("a step that failed (%v) was written down", err)
	}
}
