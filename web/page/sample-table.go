package page

import (
	"unroll/core/train"
	"unroll/web/say"
)

// SampleTable shows what the model makes of held-out pairs. They keep their order, so that one sees
// them turn right one by one.
type SampleTable struct {
	Text       *say.Catalogue
	Evaluation *train.Evaluation // nil before the first
}

func (c *SampleTable) samples() []train.Sample {
	if c.Evaluation == nil {
		return nil
	}
	return c.Evaluation.Samples
}

func (c *SampleTable) summary() string {
	t := &c.Text.Page.Training
	if c.Evaluation == nil {
		return t.NoSamples
	}
	return say.Fill(t.SamplesSummary, "right", count(c.Text, c.Evaluation.Report.Overall.Exact), "count", count(c.Text, c.Evaluation.Report.Overall.Pairs))
}

func (c *SampleTable) heads() []string {
	t := &c.Text.Page.Training
	return []string{t.Source, t.Expected, t.Said, t.Verdict}
}

func (c *SampleTable) verdict(s train.Sample) string {
	if s.Right {
		return "✓ " + c.Text.Page.Training.Right
	}
	return "✗ " + c.Text.Page.Training.Wrong
}

func rowClass(s train.Sample) string {
	if s.Right {
		return "right"
	}
	return "wrong"
}
