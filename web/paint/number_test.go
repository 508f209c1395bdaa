package paint

import (
	"math"
	"strconv"
	"testing"
)

// TestNumber holds the quick formatting against strconv's.
func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v    float64
		per  int
		want string
	}{
		{0, 100, "0"}, {1, 100, "1"}, {-1, 100, "-1"}, {1.5, 100, "1.5"}, {1.25, 100, "1.25"}, {1.05, 100, "1.05"},
		{-.01, 100, "-0.01"}, {-.001, 100, "0"}, {.999, 1000, "0.999"}, {.9999, 1000, "1"}, {1439.996, 100, "1440"},
		{.007, 1000, "0.007"}, {.07, 1000, "0.07"}, {math.NaN(), 100, "0"}, {math.Inf(1), 100, "0"},
	} {
		if got := number(c.v, c.per); got != c.want {
			t.Errorf("number(%g, %d) = %q, want %q", c.v, c.per, got, c.want)
		}
	}
	for i := -3000; i < 3000; i += 7 {
		v := float64(i) * .3141
		got, err := strconv.ParseFloat(number(v, 100), 64)
		if err != nil || math.Abs(got-v) > .005+1e-9 {
			t.Fatalf("number(%g) = %g, %v", v, got, err)
		}
	}
}
