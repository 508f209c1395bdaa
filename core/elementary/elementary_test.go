package elementary

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestLogarithms(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	worstExp, worstLog := 0.0, 0.0
	for range 200000 {
		x := r.Float64()*740 - 707
		worstExp = max(worstExp, math.Abs(Exp(x)/math.Exp(x)-1))
		y := 1 + math.Exp(r.Float64()*60-40)
		worstLog = max(worstLog, math.Abs(Log(y)-math.Log(y))/(1e-3+math.Log(y)))
	}
	t.Logf("exp is within %.2g, log within %.2g", worstExp, worstLog)
	if worstExp > 1e-15 || worstLog > 1e-15 {
		t.Errorf("exp is off by %.2g, log by %.2g of the value", worstExp, worstLog)
	}
	for _, c := range [][2]float64{{Exp(0), 1}, {Log(1), 0}, {Exp(math.Inf(-1)), 0}, {Exp(-1e300), 0}, {Exp(-708.5), 0}} {
		if c[0] != c[1] {
			t.Errorf("%v should be exactly %v", c[0], c[1])
		}
	}
	if x := Exp(math.NaN()); x == x {
		t.Errorf("the exponential of no number is %v", x)
	}
}

// The bits themselves, which must be these on every platform.
func TestLogarithmsBits(t *testing.T) {
	h := uint64(0)
	r := rand.New(rand.NewPCG(2, 2))
	for range 10000 {
		x := r.Float64()*40 - 30
		h = h*31 + math.Float64bits(Exp(x))
		h = h*31 + math.Float64bits(Log(1+x*x))
	}
	if h != 0xf26f6df7aa5c176a {
		t.Errorf("the bits of exp and log have the checksum %#x, elsewhere 0xf26f6df7aa5c176a", h)
	}
}

func TestCosPi(t *testing.T) {
	worst := 0.0
	for i := range 100_001 {
		x := float64(i) / 100_000
		worst = max(worst, math.Abs(CosPi(x)-math.Cos(math.Pi*x)))
	}
	t.Logf("off by %.2g", worst)
	if !(worst <= 0x1p-52*4) {
		t.Errorf("CosPi is off by %v", worst)
	}
}

func TestPower(t *testing.T) {
	for _, x := range []float64{0, 0.5, 0.9, 0.999, 1, 1.5, -2} {
		for _, n := range []int{0, 1, 2, 3, 10, 31, 1000} {
			if got, want := Power(x, n), math.Pow(x, float64(n)); math.Abs(got-want) > 1e-12*math.Abs(want) {
				t.Errorf("Power(%v, %d) = %v, want %v", x, n, got, want)
			}
		}
	}
}
