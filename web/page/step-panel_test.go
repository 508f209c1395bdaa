package page

import (
	"math"
	"testing"

	"unroll/core/trace"
	"unroll/web/say"
	"unroll/web/wire"
)

// someUpdate is a step whose gradients are known: at each moment all numbers of a vector are the same.
func someUpdate() *trace.Update {
	all := func(x float32) []float32 { return []float32{x, -x} }
	u := &trace.Update{Step: 1, Loss: 3.4, Norm: 0.2, Clip: 1, Rate: 0.004, Run: someRun("ab"),
		Bridge:  []trace.State{{H: all(0.3)}},
		Weights: []trace.Weight{{Name: "out.w", Shape: []int{29, 64}, Norm: 3, Gradient: 0.07, Moved: 0.1}}}
	for i := range u.Run.Encoder {
		u.Encoder = append(u.Encoder, trace.ReadingGradient{Embedding: all(0.001), Layers: []trace.State{{H: all(0.1 * float32(i+1))}}})
	}
	for range u.Run.Decoder {
		u.Decoder = append(u.Decoder, trace.StepGradient{Embedding: all(0.002), Layers: []trace.State{{H: all(0.4)}}, Logits: all(1)})
	}
	return u
}

func TestGradientsHaveTheirPlace(t *testing.T) {
	g := gradientsOf(someUpdate(), &say.English.Page.Opened)
	none := math.NaN()
	want := map[string][]float64{ // a, b, the bridge, a, b, ⟨end⟩
		"logits":    {none, none, none, 1, 1, 1},
		"layer 1 h": {0.1, 0.2, 0.3, 0.4, 0.4, 0.4},
		"embedding": {0.001, 0.001, none, 0.002, 0.002, 0.002},
	}
	if len(g.rows) != len(want) || g.most != 1 {
		t.Fatalf("%d rows, the strongest %v", len(g.rows), g.most)
	}
	for _, r := range g.rows {
		for i, x := range want[r.name] {
			if math.IsNaN(x) != math.IsNaN(r.values[i]) || math.Abs(x-r.values[i]) > 1e-6 {
				t.Errorf("%s: %v, want %v", r.name, r.values, want[r.name])
				break
			}
		}
	}
	for _, c := range []struct{ x, strength float64 }{{1, 1}, {0.1, 0.75}, {0.01, 0.5}, {1e-9, 0}, {0, 0}} {
		if got := g.strength(c.x); math.Abs(got-c.strength) > 1e-9 {
			t.Errorf("%v has a strength of %v, want %v", c.x, got, c.strength)
		}
	}
}

func TestAStepCanBeOpened(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.fire("step", "click", nil)
	b.root.Receive(wire.Update{Update: someUpdate()})
	b.fire("opened", "click", nil)
	if got := text(b.byID("gradient-hint")); got != "Decoder, logits, “a”: root mean square of ∂L/∂x = 1.00" {
		t.Errorf("the first cell is read as %q", got)
	}
	for _, key := range []string{"ArrowDown", "ArrowLeft", "ArrowLeft"} {
		b.fire("gradients", "keydown", map[string]interface{}{"key": key})
	}
	if got := text(b.byID("gradient-hint")); got != "Encoder, layer 1 h, “b”: root mean square of ∂L/∂x = 0.200" {
		t.Errorf("down, left, left leads to %q", got)
	}
	if got := text(search(b.render(), classed("step-panel"))); !contains(got, "out.w29×643.000.07000.100") {
		t.Errorf("what became of the weights is missing from %q", got)
	}

	// Training goes on: what was opened is of the past.
	b.fire("train", "click", nil)
	if search(b.render(), classed("step-panel")) != nil {
		t.Error("the step is still there")
	}
}
