package page

import (
	"unroll/core/train"
	"unroll/web/wire"
)

// Course is the training as the page knows it: what the trainer holds and how it has been doing.
type Course struct {
	Ready      wire.Ready // what the trainer holds; Config.Task is empty before the first Ready
	Progress   wire.Progress
	Evaluation *train.Evaluation // nil before the first
	Loss       History
	HeldOut    History // the loss on held-out pairs
	Exact      History // of held-out answers, the share that is right to the last token
	Tokens     History // of held-out tokens, the share that is right
	Training   bool    // as the button says
	Origin     Origin
	Taken      bool // a step has been taken here since the model was made

	agreed bool // the trainer has done what the button said
}

// Origin is where the model on screen comes from.
type Origin uint8

const (
	Fresh      Origin = iota // random weights
	Pretrained               // delivered with the page
	Yours                    // kept from an earlier visit, or opened from a file
)

// begin is a new model.
func (c *Course) begin(m wire.Ready, from Origin) {
	c.Ready, c.Origin = m, from
	c.Progress = wire.Progress{Step: m.Trained}
	c.Evaluation = nil
	c.Loss.Reset()
	c.HeldOut.Reset()
	c.Exact.Reset()
	c.Tokens.Reset()
	c.Training, c.agreed, c.Taken = false, true, false
}

// advance takes the trainer's report.
func (c *Course) advance(m wire.Progress) {
	if m.Step > c.Progress.Step {
		c.Loss.Add(m.Step, m.Loss)
		c.Taken = true
	}
	c.Progress = m
	if e := m.Evaluation; e != nil {
		c.Evaluation = e
		if all := &e.Report.Overall; all.Pairs > 0 {
			c.HeldOut.Add(e.Step, all.Loss())
			c.Exact.Add(e.Step, all.ExactMatch())
			c.Tokens.Add(e.Step, all.TokenAccuracy())
		}
	}
	// A report that was under way when the button was pressed does not unpress it.
	if c.agreed || m.Training == c.Training {
		c.Training, c.agreed = m.Training, true
	}
}

// order is the button's press.
func (c *Course) order(training bool) { c.Training, c.agreed = training, false }

// stopped is training that has ended by itself.
func (c *Course) stopped() { c.Training, c.agreed = false, true }

// IsReady reports whether there is a model at all.
func (c *Course) IsReady() bool { return c.Ready.Config.Task != "" }

// ExactShare is the newest held-out exact match, 0 … 1.
func (c *Course) ExactShare() (x float64, ok bool) {
	if c.Evaluation == nil || c.Evaluation.Report.Overall.Pairs == 0 {
		return 0, false
	}
	return c.Evaluation.Report.Overall.ExactMatch(), true
}
