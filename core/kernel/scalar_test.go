package kernel

import (
	"math"
	"math/rand/v2"
	"testing"
)

// ulps is how many float32 numbers lie between got and the true value.
func ulps(got float32, want float64) float64 {
	w := float32(want)
	ulp := float64(math.Nextafter32(w, float32(math.Inf(1)))) - float64(w)
	return math.Abs(float64(got)-want) / ulp
}

func TestScalarErrorBounds(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	worst := map[string]float64{}
	for range 400_000 {
		x := float32(r.Float64()*176 - 88)
		y := float32(r.NormFloat64() * 3)
		if x > expMin && x < expMax {
			worst["exp"] = max(worst["exp"], ulps(exp(x), math.Exp(float64(x))))
		}
		if y > -80 {
			worst["sigmoid"] = max(worst["sigmoid"], ulps(sigmoid(y), σ(float64(y))))
		}
		worst["tanh"] = max(worst["tanh"], ulps(tanh(y), math.Tanh(float64(y))))
	}
	for name, bound := range map[string]float64{"exp": 1.2, "sigmoid": 3, "tanh": 2} {
		t.Logf("%s: %.2f ulp", name, worst[name])
		if worst[name] > bound {
			t.Errorf("%s is off by %.2f ulp, its doc says %v", name, worst[name], bound)
		}
	}
}

func TestScalarsAtTheEdges(t *testing.T) {
	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, c := range []struct{ got, want float32 }{
		{exp(inf), inf}, {exp(-inf), 0}, {exp(0), 1}, {exp(-100), 0}, {exp(100), inf},
		{sigmoid(inf), 1}, {sigmoid(-inf), 0}, {sigmoid(0), 0.5},
		{tanh(inf), 1}, {tanh(-inf), -1}, {tanh(0), 0},
	} {
		if c.got != c.want {
			t.Errorf("got %v, want %v", c.got, c.want)
		}
	}
	for _, v := range []float32{exp(nan), sigmoid(nan), tanh(nan)} {
		if v == v {
			t.Errorf("NaN became %v: a diverged model would go unseen", v)
		}
	}
}

func TestPlainAllocatesNothing(t *testing.T) {
	a, b, c := make([]float32, 256*256), make([]float32, 256*256), make([]float32, 256*256)
	n := testing.AllocsPerRun(3, func() {
		Plain{}.Gemm(NoTrans, Trans, 1, Dense(256, 256, a), Dense(256, 256, b), 0, Dense(256, 256, c))
	})
	if n != 0 {
		t.Errorf("a 256³ product allocates %v times", n)
	}
}
