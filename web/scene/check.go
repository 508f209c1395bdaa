package scene

import (
	"errors"
	"fmt"

	"unroll/core/trace"
)

// check says what a run lacks to be drawn.
func check(run *trace.Run) error {
	if run == nil || len(run.Encoder) == 0 || len(run.Decoder) == 0 {
		return errors.New("scene: the run has no steps")
	}
	hidden, memory := len(run.Bridge.H), len(run.Bridge.C)
	if hidden == 0 {
		return errors.New("scene: the run hands no state to the decoder")
	}
	cell := func(part string, i int, c *trace.Cell) error {
		if len(c.H) != hidden || len(c.C) != memory {
			return fmt.Errorf("scene: %s/%d has a state of %d+%d numbers, the bridge of %d+%d", part, i, len(c.H), len(c.C), hidden, memory)
		}
		for _, g := range c.Gates {
			if len(g.Values) != hidden {
				return fmt.Errorf("scene: %s/%d has a gate %s of %d numbers, not %d", part, i, g.Name, len(g.Values), hidden)
			}
		}
		return nil
	}
	for i := range run.Encoder {
		if err := cell("encoder", i, &run.Encoder[i]); err != nil {
			return err
		}
	}
	for i := range run.Decoder {
		s := &run.Decoder[i]
		if err := cell("decoder", i, &s.Cell); err != nil {
			return err
		}
		if id := s.Output.ID; id < 0 || id >= len(s.Probabilities) || len(s.Logits) != len(s.Probabilities) {
			return fmt.Errorf("scene: decoder/%d says token %d of %d probabilities and %d logits", i, id, len(s.Probabilities), len(s.Logits))
		}
		if (s.Attention == nil) != (run.Decoder[0].Attention == nil) {
			return fmt.Errorf("scene: decoder/%d differs from the first step in having attention", i)
		}
		if a := s.Attention; a != nil && (len(a.Weights) != len(run.Encoder) || len(a.Scores) != len(run.Encoder) || len(a.Context) != hidden) {
			return fmt.Errorf("scene: decoder/%d attends to %d of %d source positions", i, len(a.Weights), len(run.Encoder))
		}
	}
	return nil
}
