package scene

import (
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
	values := resolveVector(run, vector)
	i, ok := position(index, len(values))
	if !ok {
		return 0, false
	}
	return values[i], true
}

// position reads an index below n, written in the one way that indices are.
func position(s string, n int) (int, bool) {
	i, err := strconv.Atoi(s)
	return i, err == nil && i >= 0 && i < n && strconv.Itoa(i) == s
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
	switch part {
	case "encoder":
		if i, ok := position(index, len(run.Encoder)); ok {
			return resolveCell(&run.Encoder[i], rest)
		}
	case "decoder":
		if i, ok := position(index, len(run.Decoder)); ok {
			return resolveStep(&run.Decoder[i], rest)
		}
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
