package model

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/diff/fd"

	"unroll/core/kernel"
)

// stencil is the central difference of fourth order: in float32 a wide step loses less to rounding
// than it gains, as long as the truncation is of high order.
var stencil = fd.Formula{
	Stencil:    []fd.Point{{Loc: -2, Coeff: 1. / 12}, {Loc: -1, Coeff: -8. / 12}, {Loc: 1, Coeff: 8. / 12}, {Loc: 2, Coeff: -1. / 12}},
	Derivative: 1, Step: 0.03,
}

// TestGradientsOfEveryCombination checks, for each combination of cell × layers × direction × bridge ×
// context × attention × feeding, the gradient by every parameter against differences: along a random
// direction of each tensor, in which no component is missed.
func TestGradientsOfEveryCombination(t *testing.T) {
	all, refused := architectures()
	directions := 0
	for _, a := range all {
		c := small(a)
		c.Embedding, c.Hidden = 2, 3
		m := drawn(t, kernel.Naive{}, c)
		r := rand.New(rand.NewPCG(4, 4))
		b := fill(pairs(r, 3)...)
		_, grad := gradient(m, b, Teach)
		at := 0
		for _, p := range m.Params.Params {
			end := at + p.Len()
			checkDirection(t, name(a)+" "+p.Name, m, p.Value, grad[at:end], r, func() float64 { return m.Forward(b, Teach) })
			at, directions = end, directions+1
		}
		if t.Failed() {
			t.Fatalf("%s has a wrong gradient", name(a))
		}
	}
	t.Logf("%d combinations checked, in %d directions; %d more cannot be", len(all), directions, refused)
	if len(all) < 1000 || len(all)+refused != 3*3*3*3*2*5*2 {
		t.Errorf("%d combinations were checked and %d refused", len(all), refused)
	}
}

// checkDirection compares grad · d with the difference of the loss along d.
func checkDirection(t *testing.T, what string, m *Model, value, grad []float32, r *rand.Rand, loss func() float64) {
	t.Helper()
	start, d := clone(value), make([]float64, len(value))
	got := 0.0
	for i := range d {
		d[i] = math.Copysign(0.5+r.Float64(), r.Float64()-0.5) / math.Sqrt(float64(len(d)))
		got += d[i] * float64(grad[i])
	}
	want := fd.Derivative(func(x float64) float64 {
		for i := range value {
			value[i] = float32(float64(start[i]) + x*d[i])
		}
		return loss()
	}, 0, &fd.Settings{Formula: stencil})
	copy(value, start)
	if !(math.Abs(got-want) <= 1e-4*(1+math.Abs(want))) {
		t.Errorf("%s: the loss changes by %v, the gradient says %v", what, want, got)
	}
}

// TestGradients checks the various architectures number by number, with every way of teaching. Where the
// decoder reads what it said itself a difference may change what that is, so that there only the forced
// part can be compared: see TestFreeRunningReadsItsOwnOutput.
func TestGradients(t *testing.T) {
	every(t, func(t *testing.T, c Config, lesson func() Lesson) {
		if lesson().Truth < 1 {
			return
		}
		m, b := drawn(t, kernel.Naive{}, c), fill(pairs(rand.New(rand.NewPCG(4, 4)), 3)...)
		_, grad := gradient(m, b, lesson())
		for i, at := range clone(m.Params.Value) {
			want := fd.Derivative(func(v float64) float64 {
				m.Params.Value[i] = float32(v)
				return m.Forward(b, lesson())
			}, float64(at), &fd.Settings{Formula: stencil})
			m.Params.Value[i] = at
			if got := float64(grad[i]); math.Abs(got-want) > 2e-4*(1+math.Abs(want)) {
				t.Errorf("∂loss/∂θ[%d] is %v, differences say %v", i, got, want)
			}
		}
	})
}
