package optim

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"unroll/core/kernel"
)

// golden is what PyTorch does with given gradients: testdata/README.md.
type golden struct {
	Start      []float32
	Gradients  [][]float32
	Rates      []float64
	Scales     []float32
	Optimisers []struct {
		Name    string
		Options Options
		After   [][]float64
	}
	Schedules []struct {
		Schedule Schedule
		Rates    []float64
	}
}

func readGolden(t *testing.T) (g golden) {
	t.Helper()
	b, err := os.ReadFile("testdata/golden.json")
	if err == nil {
		err = json.Unmarshal(b, &g)
	}
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func begin(t *testing.T, name string, o Options, n int) *Optimiser {
	t.Helper()
	optimiser, err := New(name, o, n)
	if err != nil {
		t.Fatal(err)
	}
	return optimiser
}

func TestOptimisersArePyTorchs(t *testing.T) {
	g := readGolden(t)
	tried := map[string]bool{}
	for _, c := range g.Optimisers {
		tried[c.Name] = true
		for _, ops := range []kernel.Ops{kernel.Naive{}, kernel.Plain{}} {
			t.Run(fmt.Sprintf("%s%+v/%s", c.Name, c.Options, ops.Name()), func(t *testing.T) {
				param := slices.Clone(g.Start)
				optimiser := begin(t, c.Name, c.Options, len(param))
				for i, want := range c.After {
					optimiser.Update(ops, param, slices.Clone(g.Gradients[i]), g.Scales[i], g.Rates[i])
					for j, w := range want {
						// A parameter is rounded at every update, and each moves it by about the rate.
						if got := float64(param[j]); !(math.Abs(got-w) <= 2e-6+2e-7*float64(i)*math.Abs(w)) {
							t.Fatalf("after update %d, θ[%d] = %v, PyTorch has %v", i+1, j, got, w)
						}
					}
				}
				if n := optimiser.Steps(); n != len(c.After) {
					t.Errorf("it has counted %d updates of %d", n, len(c.After))
				}
			})
		}
	}
	for _, name := range Names() {
		if !tried[name] {
			t.Errorf("%s has not been held against PyTorch", name)
		}
	}
}

func TestSchedulesArePyTorchs(t *testing.T) {
	g := readGolden(t)
	tried := map[string]bool{}
	for _, c := range g.Schedules {
		tried[c.Schedule.Kind] = true
		if err := c.Schedule.Check(); err != nil {
			t.Error(err)
		}
		for step, want := range c.Rates {
			if got := c.Schedule.Rate(step); !(math.Abs(got-want) <= 1e-15) {
				t.Errorf("%+v: update %d has the rate %v, PyTorch's %v", c.Schedule, step, got, want)
			}
		}
	}
	for _, kind := range Schedules() {
		if !tried[kind] {
			t.Errorf("the schedule %s has not been held against PyTorch", kind)
		}
	}
}
