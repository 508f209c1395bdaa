package optim

import (
	"fmt"

	"unroll/core/elementary"
)

// Schedule is the learning rate's course over a run, a function of nothing but the count of updates.
// Every kind begins with a warm-up, where there is one: the rate rises in a straight line, from its
// (W+1)th part at the first of W updates to the whole of it right after them (Goyal et al. 2017, § 2.2).
// What follows counts its updates from there:
//
//	constant   α
//	step       α·γ^⌊t ⁄ N⌋
//	cosine     α_min + ½(α − α_min)(1 + cos(π·t ⁄ T))   Loshchilov & Hutter 2017, eq. 5, without restarts
type Schedule struct {
	Kind    string  // a name of Schedules; "" is constant
	Base    float64 // α
	Warmup  int     // W, updates
	Every   int     // N of step, updates
	Factor  float64 // γ of step
	Horizon int     // of cosine: updates, the warm-up's among them, after which the rate stays at its floor
	Floor   float64 // α_min of cosine
}

// Schedules are the kinds of schedules.
func Schedules() []string { return []string{"constant", "step", "cosine"} }

// Check says what in the schedule cannot be. It is written so that NaN fails.
func (s Schedule) Check() error {
	if !(s.Base > 0 && s.Base <= 100) {
		return fmt.Errorf("optim: the learning rate is %v; it must be above 0 and at most 100", s.Base)
	}
	if s.Warmup < 0 {
		return fmt.Errorf("optim: the warm-up is %d updates; it must be 0 or more", s.Warmup)
	}
	switch s.Kind {
	case "", "constant":
	case "step":
		if s.Every < 1 {
			return fmt.Errorf("optim: the learning rate falls every %d updates; it must be 1 or more", s.Every)
		}
		if !(s.Factor > 0 && s.Factor <= 1) {
			return fmt.Errorf("optim: the learning rate falls by the factor %v; it must be above 0 and at most 1", s.Factor)
		}
	case "cosine":
		if s.Horizon <= s.Warmup {
			return fmt.Errorf("optim: the learning rate falls until update %d; that must be beyond the warm-up of %d", s.Horizon, s.Warmup)
		}
		if !(s.Floor >= 0 && s.Floor <= s.Base) {
			return fmt.Errorf("optim: the learning rate falls to %v; it must be 0 to %v, where it begins", s.Floor, s.Base)
		}
	default:
		return fmt.Errorf("optim: no schedule is called %q; there are constant, step and cosine", s.Kind)
	}
	return nil
}

// Rate is the learning rate of the update that follows on so many. It is the same bits on every
// platform.
func (s Schedule) Rate(step int) float64 {
	if step < s.Warmup {
		return s.Base * float64(step+1) / float64(s.Warmup+1)
	}
	t := step - s.Warmup
	switch s.Kind {
	case "step":
		return s.Base * elementary.Power(s.Factor, t/s.Every)
	case "cosine":
		left := s.Horizon - s.Warmup
		if t >= left {
			return s.Floor
		}
		half := (s.Base - s.Floor) / 2
		return s.Floor + float64(half*(1+elementary.CosPi(float64(t)/float64(left))))
	}
	return s.Base
}
