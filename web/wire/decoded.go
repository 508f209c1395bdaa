package wire

import (
	"unroll/core/decode"
	"unroll/core/measure"
	"unroll/core/trace"
	"unroll/core/train"
)

func options(c *coder, v *decode.Options) {
	c.string(&v.Method)
	c.float64(&v.Temperature)
	c.int(&v.TopK)
	c.uint64(&v.Seed)
	c.int(&v.Width)
	c.float64(&v.Penalty)
	c.int(&v.Best)
}

func decoded(c *coder, v *train.Decoded) {
	maybe(c, &v.Run, run)
	c.int(&v.Picked)
	parts(c, &v.Hypotheses, 20, said)
	maybe(c, &v.Tree, beam)
}

func said(c *coder, v *train.Said) {
	c.string(&v.Text)
	c.int(&v.Copied)
	c.int(&v.Tokens)
	c.bool(&v.Finished)
	c.float64(&v.LogProb)
	c.float64(&v.Score)
}

func beam(c *coder, v *trace.Beam) {
	c.int(&v.Width)
	c.float64(&v.Penalty)
	c.int(&v.Limit)
	parts(c, &v.Nodes, 30, node)
	parts(c, &v.Steps, 4, expansion)
	parts(c, &v.Finished, 1, (*coder).int)
	parts(c, &v.Best, 1, (*coder).int)
	c.string(&v.Stopped)
}

func node(c *coder, v *trace.Node) {
	c.int(&v.Parent)
	c.int(&v.Step)
	c.int(&v.Rank)
	word(c, &v.Token)
	c.float64(&v.LogProb)
	c.float64(&v.Sum)
	c.float64(&v.Score)
	c.string((*string)(&v.Fate))
}

func expansion(c *coder, v *trace.Expansion) {
	c.int(&v.From)
	c.int(&v.To)
	c.int(&v.Live)
	c.int(&v.Considered)
}

func overlap(c *coder, v *measure.Overlap) {
	for n := range v.Matches {
		c.int(&v.Matches[n])
		c.int(&v.Totals[n])
	}
	c.int(&v.Output)
	c.int(&v.Reference)
}
