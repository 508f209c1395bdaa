package decode

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
		worstExp = max(worstExp, math.Abs(exp(x)/math.Exp(x)-1))
		y := 1 + math.Exp(r.Float64()*60-40)
		worstLog = max(worstLog, math.Abs(log(y)-math.Log(y))/(1e-3+math.Log(y)))
	}
	t.Logf("exp is within %.2g, log within %.2g", worstExp, worstLog)
	if worstExp > 1e-15 || worstLog > 1e-15 {
		t.Errorf("exp is off by %.2g, log by %.2g of the value", worstExp, worstLog)
	}
	for _, c := range [][2]float64{{exp(0), 1}, {log(1), 0}, {exp(math.Inf(-1)), 0}, {exp(-1e300), 0}, {exp(-708.5), 0}} {
		if c[0] != c[1] {
			t.Errorf("%v should be exactly %v", c[0], c[1])
		}
	}
	if x := exp(math.NaN()); x == x {
		t.Errorf("the exponential of no number is %v", x)
	}
}

// The bits themselves, which must be these on every platform.
func TestLogarithmsBits(t *testing.T) {
	h := uint64(0)
	r := rand.New(rand.NewPCG(2, 2))
	for range 10000 {
		x := r.Float64()*40 - 30
		h = h*31 + math.Float64bits(exp(x))
		h = h*31 + math.Float64bits(log(1+x*x))
	}
	if h != 0xf26f6df7aa5c176a {
		t.Errorf("the bits of exp and log have the checksum %#x, elsewhere 0xf26f6df7aa5c176a", h)
	}
}

func TestLengthPenalty(t *testing.T) {
	for _, α := range []float64{0, 0.6, 1, 5} {
		lp := penalties(α, 40)
		for n := 1; n < len(lp); n++ {
			if want := math.Pow(float64(5+n)/6, α); math.Abs(lp[n]/want-1) > 1e-14 {
				t.Errorf("lp(%d) with α = %v is %v, want %v", n, α, lp[n], want)
			}
			if lp[n] < lp[n-1] || α == 0 && lp[n] != 1 {
				t.Errorf("lp(%d) with α = %v is %v after %v", n, α, lp[n], lp[n-1])
			}
		}
	}
}
