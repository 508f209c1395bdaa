package trainer

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"unroll/core/corpus"
	"unroll/core/trace"
	"unroll/core/train"
	"unroll/web/wire"
)

// rig is a Loop among things that a test can see through: a clock that only work moves, a session
// that counts, and a list of what was posted.
type rig struct {
	t      *testing.T
	loop   *Loop
	clock  time.Duration
	posted []wire.Message

	stepCost, runCost, evaluateCost, saveCost time.Duration
	diverge                                   int // the step that diverges; 0 is none
}

// fake is a session whose whole state is its configuration and the number of steps.
type fake struct {
	rig    *rig
	config train.Config
	steps  int
}

var config = train.Config{Task: "reverse", Hidden: 8, Seed: 1}

func newRig(t *testing.T) *rig {
	r := &rig{t: t, stepCost: 10 * time.Millisecond, runCost: time.Millisecond,
		evaluateCost: 30 * time.Millisecond, saveCost: time.Millisecond}
	sessions := Maker{
		New: func(c train.Config) (Session, error) {
			if c.Hidden == 0 {
				return nil, errors.New("no hidden units")
			}
			return &fake{rig: r, config: c}, nil
		},
		Load: func(b []byte) (Session, error) {
			n, err := strconv.Atoi(string(b))
			return &fake{rig: r, config: config, steps: n}, err
		},
	}
	r.loop = New(sessions, func() time.Duration { return r.clock }, func(m wire.Message) { r.posted = append(r.posted, m) })
	return r
}

// ready is a rig whose loop is configured and has nothing left to do.
func ready(t *testing.T) *rig {
	r := newRig(t)
	r.loop.Receive(wire.Configure{Config: config})
	r.idle()
	r.posted = nil
	return r
}

// work calls Work as the program around it would, for so long.
func (r *rig) work(length time.Duration) {
	r.t.Helper()
	for end := r.clock + length; r.clock < end; {
		before := r.clock
		after, again := r.loop.Work()
		if !again {
			r.clock = end
			return
		}
		r.clock += after
		if r.clock == before {
			r.t.Fatal("Work wants to be called again, and does nothing")
		}
	}
}

// idle works until nothing is left.
func (r *rig) idle() {
	r.t.Helper()
	for range 100 {
		after, again := r.loop.Work()
		if !again {
			return
		}
		r.clock += after
	}
	r.t.Fatal("a resting trainer never comes to rest")
}

// sent lists the posted messages of one type.
func sent[M wire.Message](r *rig) []M {
	var out []M
	for _, m := range r.posted {
		if m, ok := m.(M); ok {
			out = append(out, m)
		}
	}
	return out
}

// last is the latest posted message of a type; there must be one.
func last[M wire.Message](r *rig) M {
	r.t.Helper()
	all := sent[M](r)
	if len(all) == 0 {
		var m M
		r.t.Fatalf("no %T among %+v", m, r.posted)
	}
	return all[len(all)-1]
}

func (f *fake) Config() train.Config { return f.config }
func (f *fake) Trained() int         { return f.steps }
func (f *fake) Parameters() int      { return 7 }
func (f *fake) Kernel() string       { return "fake" }
func (f *fake) Example() string      { return "abc" }

func (f *fake) Step() (train.Progress, error) {
	f.rig.clock += f.rig.stepCost
	f.steps++
	if f.steps == f.rig.diverge {
		return train.Progress{}, errors.New("the loss is not a number")
	}
	return train.Progress{Step: f.steps, Loss: float64(f.steps), Tokens: 100}, nil
}

func (f *fake) Evaluate(n int) *train.Evaluation {
	f.rig.clock += f.rig.evaluateCost
	return &train.Evaluation{Step: f.steps, Count: n}
}

func (f *fake) Run(input string) (*trace.Run, error) {
	f.rig.clock += f.rig.runCost
	switch {
	case input == "":
		return nil, corpus.ErrEmpty
	case len(input) > 10:
		return nil, &corpus.TooLongError{Got: len(input), Limit: 10}
	case input == "?":
		return nil, &corpus.UnknownTokenError{Text: "?"}
	}
	return &trace.Run{Input: input, Trained: f.steps}, nil
}

func (f *fake) Save() []byte {
	f.rig.clock += f.rig.saveCost
	return []byte(strconv.Itoa(f.steps))
}
