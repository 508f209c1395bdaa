package decode

import "fmt"

// Options says how to decode. The zero value is greedy.
type Options struct {
	Method string // "greedy" or "", "sample", "beam"

	// Of sampling:
	Temperature float64 // the logits are divided by it: below 1 sharper, above 1 flatter; 0 is 1
	TopK        int     // only so many of the most probable tokens are drawn from; 0 is all
	Seed        uint64  // of the draws

	// Of beam search:
	Width   int     // hypotheses that are kept at each step; 0 is 4
	Penalty float64 // α of the length penalty; 0 is none, and prefers short outputs
	Best    int     // hypotheses to return, at most Width; 0 is 1
}

// The bounds of what can be asked for. Within them a search fits in the buffers of any model, and no
// number overflows.
const (
	MaxTemperature = 100
	MaxWidth       = 16
	MaxPenalty     = 5
)

// Check says what in the options cannot be. What the method does not read may be anything.
func (o Options) Check() error {
	o = o.plain()
	switch o.Method {
	case "greedy":
		return nil
	case "sample":
		if !(o.Temperature > 0 && o.Temperature <= MaxTemperature) { // NaN too
			return fmt.Errorf("the temperature is %v; it must be above 0 and at most %d", o.Temperature, MaxTemperature)
		}
		if o.TopK < 0 {
			return fmt.Errorf("the tokens to draw from are the %d most probable; it must be at least 1, or 0 for all", o.TopK)
		}
		return nil
	case "beam":
		switch {
		case o.Width < 1 || o.Width > MaxWidth:
			return fmt.Errorf("the beam's width is %d; it must be 1 to %d", o.Width, MaxWidth)
		case !(o.Penalty >= 0 && o.Penalty <= MaxPenalty):
			return fmt.Errorf("the length penalty is %v; it must be 0 (none) to %d", o.Penalty, MaxPenalty)
		case o.Best < 1 || o.Best > o.Width:
			return fmt.Errorf("the %d best hypotheses of a beam of width %d are asked for; it must be 1 to %d", o.Best, o.Width, o.Width)
		}
		return nil
	}
	return fmt.Errorf("no way to decode is called %q; there are greedy, sample and beam", o.Method)
}

// plain returns the options with every empty value filled in.
func (o Options) plain() Options {
	if o.Method == "" {
		o.Method = "greedy"
	}
	if o.Temperature == 0 {
		o.Temperature = 1
	}
	if o.Width == 0 {
		o.Width = 4
	}
	if o.Best == 0 {
		o.Best = 1
	}
	return o
}
