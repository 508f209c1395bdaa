package scene

import (
	"strconv"
	"strings"

	"unroll/core/trace"
)

// A ref names one number of a run, counting from 0:
//
//	encoder/2/embedding/5            encoder step in the order of reading, unit
//	encoder/2/layers/0/gates/z/5     the layer, the lowest first; the gate by its name
//	encoder/2/layers/0/h/5           and c, the LSTM's cell state
//	encoder/2/backwards/0/…          the layer that reads from the end, where there is one
//	encoder/2/out/5                  what attention looks at
//	bridge/0/h/5                     the layer; and c
//	summary/5
//	decoder/1/embedding/…, layers/…  the same as the encoder's, and
//	decoder/1/attention/weights/2    scores, weights: encoder step; context, attentional: unit
//	decoder/1/logits/7               logits, probabilities: target token

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
	return i, err == nil && i >= 0 && i < n && itoa(i) == s
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
	if name == "summary" {
		return run.Summary
	}
	part, rest, _ := strings.Cut(name, "/")
	index, rest, _ := strings.Cut(rest, "/")
	switch part {
	case "encoder":
		if i, ok := position(index, len(run.Encoder)); ok {
			return resolveReading(&run.Encoder[i], rest)
		}
	case "bridge":
		if k, ok := position(index, len(run.Bridge)); ok {
			return resolveState(&run.Bridge[k], rest)
		}
	case "decoder":
		if i, ok := position(index, len(run.Decoder)); ok {
			return resolveStep(&run.Decoder[i], rest)
		}
	}
	return nil
}

func resolveReading(r *trace.Reading, name string) []float32 {
	switch name {
	case "embedding":
		return r.Embedding
	case "out":
		return r.Out
	}
	if rest, ok := strings.CutPrefix(name, "backwards/"); ok {
		return resolveLayer(r.Backwards, rest)
	}
	return resolveLayers(r.Layers, name)
}

func resolveStep(s *trace.Step, name string) []float32 {
	switch name {
	case "embedding":
		return s.Embedding
	case "logits":
		return s.Logits
	case "probabilities":
		return s.Probabilities
	}
	rest, ok := strings.CutPrefix(name, "attention/")
	if !ok {
		return resolveLayers(s.Layers, name)
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

func resolveLayers(cells []trace.Cell, name string) []float32 {
	if rest, ok := strings.CutPrefix(name, "layers/"); ok {
		return resolveLayer(cells, rest)
	}
	return nil
}

func resolveLayer(cells []trace.Cell, name string) []float32 {
	index, rest, _ := strings.Cut(name, "/")
	k, ok := position(index, len(cells))
	if !ok {
		return nil
	}
	if gate, ok := strings.CutPrefix(rest, "gates/"); ok {
		return gateOf(&cells[k], gate)
	}
	return resolveState(&cells[k].State, rest)
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

// gateOf is the values of a cell's gate of that name, or nil.
func gateOf(c *trace.Cell, name string) []float32 {
	for i := range c.Gates {
		if c.Gates[i].Name == name {
			return c.Gates[i].Values
		}
	}
	return nil
}
