package train

import (
	"fmt"
	"math"

	"unroll/core/elementary"
)

// Forcing is how much a decoder in training is forced to go on from the true tokens, rather than from
// what it said itself: all the time is teacher forcing (Williams & Zipser 1989), less and less over the
// run is scheduled sampling (Bengio, Vinyals, Jaitly & Shazeer 2015, § 2.4). At step i the share of the
// truth is ε_i = Share ·
//
//	constant      1
//	linear        max(0, 1 − i ⁄ N)
//	exponential   2^(−i ⁄ N)
//	sigmoid       N ⁄ (N + exp(i ⁄ N))
type Forcing struct {
	Share float64 // 0 … 1
	Unit  string  // what a coin is tossed for: a "batch" or "", or each "token"
	Decay string  // constant or "", linear, exponential, sigmoid
	Steps int     // N
}

// Check says what in the forcing cannot be.
func (f Forcing) Check() error {
	switch {
	case !(f.Share >= 0 && f.Share <= 1): // NaN too
		return fmt.Errorf("teacher forcing is %v; it must be 0 to 1", f.Share)
	case f.Unit != "" && f.Unit != "batch" && f.Unit != "token":
		return fmt.Errorf("there is no teacher forcing by the %q; there are batch and token", f.Unit)
	case f.Steps < 0:
		return fmt.Errorf("teacher forcing decays over %d steps; that must be 1 or more", f.Steps)
	}
	switch f.Decay {
	case "", "constant":
	case "linear", "exponential", "sigmoid":
		if f.Steps == 0 {
			return fmt.Errorf("teacher forcing decays over no steps; that must be 1 or more")
		}
	default:
		return fmt.Errorf("teacher forcing has no decay called %q; there are constant, linear, exponential and sigmoid", f.Decay)
	}
	return nil
}

// At is the share of the truth at the step that follows on so many. It is the same bits on every platform.
func (f Forcing) At(step int) float64 {
	i, n := float64(step), float64(f.Steps)
	switch f.Decay {
	case "linear":
		return f.Share * max(0, 1-i/n)
	case "exponential":
		return f.Share * elementary.Exp(-math.Ln2*i/n)
	case "sigmoid":
		return f.Share * n / (n + elementary.Exp(min(i/n, 700)))
	}
	return f.Share
}
