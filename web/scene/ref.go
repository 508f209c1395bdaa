package scene

import (
	"fmt"
	"strconv"
	"strings"

	"unroll/core/trace"
)

// A ref names one number of a run, counting from 0:
//
//	encoder/2/embedding/5          encoder step, unit
//	encoder/2/gates/z/5            the gate by its name
//	encoder/2/h/5    encoder/2/c/5
//	bridge/h/5       bridge/c/5
//	decoder/1/…                    the same as the encoder's, and
//	decoder/1/attention/weights/2  scores, weights: source position; context, attentional: unit
//	decoder/1/logits/7             logits, probabilities: target token

// Resolve finds the number that a ref names; it reports whether there is one.
func Resolve(run *trace.Run, ref string) (float32, bool) {
	vector, index, ok := cutLast(ref)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 || strconv.Itoa(i) != index {
		return 0, false
	}
	values := resolveVector(run, vector)
	if i >= len(values) {
		return 0, false
	}
	return values[i], true
}

func cutLast(s string) (before, after string, ok bool) {
	i := strings.LastIndexByte(s, '/')
	if i < 0 {
		return "", "", false
	}
	return s[:i], s[i+1:], true
}

// resolveVector finds the vector that the front of a ref names, or nil.
func resolveVector(run *trace.Run, name string) []float32 {
	part, rest, _ := strings.Cut(name, "/")
	if part == "bridge" {
		return resolveState(&run.Bridge, rest)
	}
	index, rest, _ := strings.Cut(rest, "/")
	i, err := strconv.Atoi(index)
	if err != nil || i < 0 {
		return nil
	}
	switch {
	case part == "encoder" && i < len(run.Encoder):
		return resolveCell(&run.Encoder[i], rest)
	case part == "decoder" && i < len(run.Decoder):
		return resolveStep(&run.Decoder[i], rest)
	}
	return nil
}

func resolveStep(s *trace.Step, name string) []float32 {
	switch name {
	case "logits":
		return s.Logits
	case "probabilities":
		return s.Probabilities
	}
	rest, ok := strings.CutPrefix(name, "attention/")
	if !ok {
		return resolveCell(&s.Cell, name)
	}
	if s.Attention == nil {
		return nil
	}
	switch rest {
	case "scores":
		return s.Attention.Scores
	case "weights":
		return s.Attention.Weights
	case "context":
		return s.Attention.Context
	case "attentional":
		return s.Attention.Attentional
	}
	return nil
}

func resolveCell(c *trace.Cell, name string) []float32 {
	if name == "embedding" {
		return c.Embedding
	}
	if gate, ok := strings.CutPrefix(name, "gates/"); ok {
		return gateOf(c, gate)
	}
	return resolveState(&c.State, name)
}

func resolveState(s *trace.State, name string) []float32 {
	switch name {
	case "h":
		return s.H
	case "c":
		return s.C
	}
	return nil
}

func gateOf(c *trace.Cell, name string) []float32 {
	for i := range c.Gates {
		if c.Gates[i].Name == name {
			return c.Gates[i].Values
		}
	}
	return nil
}

// check says what a run lacks to be drawn.
func check(run *trace.Run) error {
	if run == nil || len(run.Encoder) == 0 || len(run.Decoder) == 0 {
		return fmt.Errorf("scene: the run has no steps")
	}
	hidden, memory := len(run.Bridge.H), len(run.Bridge.C)
	if hidden == 0 {
		return fmt.Errorf("scene: the run hands no state to the decoder")
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
