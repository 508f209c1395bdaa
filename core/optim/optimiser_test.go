package optim

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"unroll/core/kernel"
)

// each runs f for every optimiser, without and with decay.
func each(t *testing.T, f func(t *testing.T, name string, o Options)) {
	for _, name := range Names() {
		t.Run(name, func(t *testing.T) { f(t, name, Options{}) })
		t.Run(name+" with decay", func(t *testing.T) { f(t, name, Options{Decay: 0.02}) })
	}
}

func TestNewRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		o    Options
		says string
	}{
		{"adagrad", Options{}, `"adagrad"; there are ` + strings.Join(Names()[:4], ", ") + " and " + Names()[4]},
		{"", Options{}, `no optimiser is called ""`},
		{"momentum", Options{Momentum: 1}, "momentum is 1"},
		{"momentum", Options{Momentum: math.NaN()}, "momentum is NaN"},
		{"adamw", Options{Decay: -1}, "decay is -1"},
		{"adam", Options{Decay: math.NaN()}, "decay is NaN"},
	} {
		if _, err := New(c.name, c.o, 3); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("New(%q, %+v) says %v, want %q in it", c.name, c.o, err, c.says)
		}
	}
	each(t, func(t *testing.T, name string, o Options) {
		if got := begin(t, name, o, 3).Name(); got != name {
			t.Errorf("it calls itself %s", got)
		}
	})
}

// TestResuming: another optimiser that is given the state and the count goes on with the same bits.
func TestResuming(t *testing.T) {
	each(t, func(t *testing.T, name string, o Options) {
		const n = 9
		r := rand.New(rand.NewPCG(1, 2))
		gradient := func() []float32 {
			g := make([]float32, n)
			for i := range g {
				g[i] = float32(r.NormFloat64())
			}
			return g
		}
		param := gradient()
		first := begin(t, name, o, n)
		for range 5 {
			first.Update(kernel.Plain{}, param, gradient(), 0.7, 0.01)
		}

		second, moved := begin(t, name, o, n), slices.Clone(param)
		second.SetSteps(first.Steps())
		state := second.State()
		for i, b := range first.State() {
			if b.Name != state[i].Name || len(b.Data) != n {
				t.Fatalf("buffer %d is %s of %d numbers, in another one %s", i, b.Name, len(b.Data), state[i].Name)
			}
			copy(state[i].Data, b.Data)
		}
		for range 5 {
			g := gradient()
			first.Update(kernel.Plain{}, param, slices.Clone(g), 0.7, 0.01)
			second.Update(kernel.Plain{}, moved, g, 0.7, 0.01)
		}
		if !slices.Equal(param, moved) {
			t.Errorf("the run went to %v, the one gone on with to %v", param, moved)
		}
	})
}

func TestUpdateAllocatesNothing(t *testing.T) {
	each(t, func(t *testing.T, name string, o Options) {
		var ops kernel.Ops = kernel.Plain{}
		param, grad := make([]float32, 50), make([]float32, 50)
		optimiser, s := begin(t, name, o, 50), Schedule{Kind: "cosine", Base: 0.1, Horizon: 100}
		if n := testing.AllocsPerRun(100, func() {
			optimiser.Update(ops, param, grad, 0.5, s.Rate(optimiser.Steps()))
		}); n != 0 {
			t.Errorf("an update allocates %v times", n)
		}
	})
}

// TestConvergence: every optimiser finds the minimum of an ill-conditioned quadratic and of Rosenbrock's
// curved valley (Rosenbrock 1960), at 0 and at (1, 1).
func TestConvergence(t *testing.T) {
	quadratic := func(x, g []float32) (loss float64) {
		for i, v := range x {
			a := math.Pow(100, float64(i)/float64(len(x)-1)) // 1 … 100
			loss += a / 2 * float64(v) * float64(v)
			g[i] = float32(a * float64(v))
		}
		return loss
	}
	rosenbrock := func(x, g []float32) float64 {
		a, b := float64(x[0]), float64(x[1])
		g[0], g[1] = float32(-2*(1-a)-400*a*(b-a*a)), float32(200*(b-a*a))
		return (1-a)*(1-a) + 100*(b-a*a)*(b-a*a)
	}
	for _, c := range []struct {
		what, optimiser string
		loss            func(x, g []float32) float64
		start           []float32
		base            float64
		updates         int
		within          float64
	}{
		{"quadratic", "sgd", quadratic, []float32{1, -1, 1, -1, 1}, 0.019, 1500, 1e-8},
		{"quadratic", "momentum", quadratic, []float32{1, -1, 1, -1, 1}, 0.01, 400, 1e-8},
		{"quadratic", "rmsprop", quadratic, []float32{1, -1, 1, -1, 1}, 0.02, 1500, 1e-8},
		{"quadratic", "adam", quadratic, []float32{1, -1, 1, -1, 1}, 0.05, 1000, 1e-8},
		{"quadratic", "adamw", quadratic, []float32{1, -1, 1, -1, 1}, 0.05, 1000, 1e-8},
		{"valley", "sgd", rosenbrock, []float32{-1.2, 1}, 0.0015, 20_000, 1e-4},
		{"valley", "momentum", rosenbrock, []float32{-1.2, 1}, 0.001, 4000, 1e-4},
		{"valley", "rmsprop", rosenbrock, []float32{-1.2, 1}, 0.005, 5000, 1e-4},
		{"valley", "adam", rosenbrock, []float32{-1.2, 1}, 0.05, 3000, 1e-4},
		{"valley", "adamw", rosenbrock, []float32{-1.2, 1}, 0.05, 3000, 5e-3}, // its decay pulls towards 0
	} {
		t.Run(c.what+"/"+c.optimiser, func(t *testing.T) {
			x, g := slices.Clone(c.start), make([]float32, len(c.start))
			optimiser := begin(t, c.optimiser, Options{}, len(x))
			s := Schedule{Kind: "cosine", Base: c.base, Horizon: c.updates}
			first := c.loss(x, g)
			for step := range c.updates {
				c.loss(x, g)
				optimiser.Update(kernel.Plain{}, x, g, 1, s.Rate(step))
			}
			last := c.loss(x, g)
			t.Logf("from %.3g to %.3g at %v", first, last, x)
			if !(last <= c.within) {
				t.Errorf("after %d updates %v is still %v above the minimum", c.updates, x, last)
			}
		})
	}
}

func TestClip(t *testing.T) {
	for _, c := range []struct {
		norm, limit float64
		want        float32
	}{
		{3, 0, 1}, {3, 5, 1}, {5, 5, 1 - 2e-7}, {10, 5, 0.5}, {0, 5, 1}, {1e30, 1, 1e-30},
	} {
		if got := Clip(c.norm, c.limit); !(math.Abs(float64(got-c.want)) <= 2e-7*float64(c.want)) {
			t.Errorf("a norm of %v is multiplied by %v to stay within %v, want %v", c.norm, got, c.limit, c.want)
		}
	}
	if got := Norm(kernel.Plain{}, []float32{3, 0, -4}); got != 5 {
		t.Errorf("the norm of (3, 0, −4) is %v", got)
	}
}
