package decode

import (
	"math"
	"testing"
)

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
