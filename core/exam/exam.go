// Package exam trains the default model of each task from nothing and sees how well it does on pairs that
// it never saw, and how soon.
package exam

import (
	"time"

	"unroll/core/measure"
	"unroll/core/train"
)

// Paper is what one task is examined in: the share of held-out pairs that must be wholly right, if any is
// asked for, within so many steps.
type Paper struct {
	Task  string
	Goal  float64
	Steps int
}

// Papers are those of every task that needs no reader's corpus. Some ask for nothing: there models of this
// kind are known to fail, or to do only so well.
var Papers = []Paper{
	{"reverse", 0.99, 6000},
	{"copy", 0.99, 6000},
	{"sort", 0.99, 6000},
	{"dates", 0.99, 6000},
	{"addition", 0.99, 12000},
	{"numbers", 0.98, 6000},
	{"numeros", 0.98, 6000},
	{"piglatin", 0.97, 6000},
	{"roman", 0.97, 6000},
	{"french", 0.97, 8000},
	{"portuguese", 0.96, 8000},
	{"scan", 0.98, 8000},
	{"scan-length", 0, 3000},
	{"scan-jump", 0, 3000},
	{"sounds", 0, 6000},
}

// Find is the paper of a task; ok is false if there is none.
func Find(task string) (p Paper, ok bool) {
	for _, p := range Papers {
		if p.Task == task {
			return p, true
		}
	}
	return Paper{}, false
}

const (
	judged = 1000 // held-out pairs of the final verdict, and
	looked = 200  // of the looks on the way to it
	every  = 100  // steps between two looks
)

// Result is how an exam went.
type Result struct {
	Paper
	Config     train.Config
	Parameters int
	Steps      int           // taken until the goal was reached, or all
	Passed     bool          // the goal was reached; of a paper without one, it was sat through
	Training   time.Duration // of the steps alone
	Held       measure.Tally // over the pairs judged
}

// Sit trains and examines. It stops at the first look at which the goal is met by the pairs that are looked
// at, and then by all that are judged; now is a clock, and each, if not nil, hears of every look.
func Sit(p Paper, c train.Config, m train.Means, now func() time.Duration, each func(step int, loss float64, held *measure.Tally)) (Result, error) {
	s, err := train.NewWith(m, c)
	if err != nil {
		return Result{}, err
	}
	r := Result{Paper: p, Config: c, Parameters: s.Parameters()}
	for r.Steps < p.Steps && !r.Passed {
		start, loss := now(), 0.0
		for range every {
			progress, err := s.Step()
			if err != nil {
				return r, err
			}
			loss += progress.Loss / every
		}
		r.Training += now() - start
		r.Steps += every
		held := &s.Evaluate(looked).Report.Overall
		if each != nil {
			each(r.Steps, loss, held)
		}
		if p.Goal > 0 && held.ExactMatch() >= p.Goal {
			r.Held = s.Evaluate(judged).Report.Overall
			r.Passed = r.Held.ExactMatch() >= p.Goal
		}
	}
	if !r.Passed {
		r.Held = s.Evaluate(judged).Report.Overall
		r.Passed = p.Goal == 0
	}
	return r, nil
}
