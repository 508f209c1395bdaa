package optim

import (
	"math"
	"strings"
	"testing"
)

// TestRatesAreTheSameBitsEverywhere holds bits that every platform must give, whether it can fuse multiply
// and add or not.
func TestRatesAreTheSameBitsEverywhere(t *testing.T) {
	s := Schedule{Kind: "cosine", Base: 0.003, Warmup: 10, Horizon: 1000, Floor: 1e-5}
	for step, want := range map[int]uint64{
		0: 0x3f31df9ab7934513, 9: 0x3f66578165781657, 10: 0x3f689374bc6a7efa, 11: 0x3f689370b1de9599,
		333: 0x3f62afc1b5144512, 555: 0x3f54c9aea5e30166, 998: 0x3ee508dfb5de2ff9, 999: 0x3ee4fcc014ccccb6,
	} {
		if got := math.Float64bits(s.Rate(step)); got != want {
			t.Errorf("update %d: %#x, want %#x", step, got, want)
		}
	}
}

func TestRateStaysAtItsFloor(t *testing.T) {
	s := Schedule{Kind: "cosine", Base: 0.1, Horizon: 30, Floor: 0.02}
	for step := range 30 {
		if now, next := s.Rate(step), s.Rate(step+1); !(next < now) {
			t.Errorf("the rate goes from %v at update %d to %v", now, step, next)
		}
	}
	for _, step := range []int{30, 31, 45, 60, 1 << 40} {
		if got := s.Rate(step); got != s.Floor {
			t.Errorf("update %d, behind the horizon, has the rate %v", step, got)
		}
	}
}

func TestScheduleCheck(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		s    Schedule
		says string // "" where it can be
	}{
		{Schedule{Base: 1e-3}, ""},
		{Schedule{Base: 1e-3, Kind: "constant", Warmup: 100}, ""},
		{Schedule{Base: 1e-3, Kind: "step", Every: 10, Factor: 0.5}, ""},
		{Schedule{Base: 1e-3, Kind: "cosine", Horizon: 10}, ""},
		{Schedule{}, "learning rate is 0"},
		{Schedule{Base: nan}, "learning rate is NaN"},
		{Schedule{Base: 101}, "learning rate is 101"},
		{Schedule{Base: 1, Warmup: -1}, "warm-up is -1"},
		{Schedule{Base: 1, Kind: "sine"}, `no schedule is called "sine"; there are constant, step and cosine`},
		{Schedule{Base: 1, Kind: "step", Factor: 0.5}, "every 0 updates"},
		{Schedule{Base: 1, Kind: "step", Every: 5}, "factor 0"},
		{Schedule{Base: 1, Kind: "step", Every: 5, Factor: nan}, "factor NaN"},
		{Schedule{Base: 1, Kind: "step", Every: 5, Factor: 1.1}, "factor 1.1"},
		{Schedule{Base: 1, Kind: "cosine"}, "until update 0"},
		{Schedule{Base: 1, Kind: "cosine", Warmup: 10, Horizon: 10}, "beyond the warm-up of 10"},
		{Schedule{Base: 1, Kind: "cosine", Horizon: 10, Floor: 2}, "falls to 2"},
		{Schedule{Base: 1, Kind: "cosine", Horizon: 10, Floor: nan}, "falls to NaN"},
	} {
		err := c.s.Check()
		if (err == nil) != (c.says == "") || err != nil && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %v, want %q in it", c.s, err, c.says)
		}
	}
}
