package trainer

import (
	"errors"
	"strconv"
	"testing"
	"time"

	"unroll/core/corpus"
	"unroll/core/decode"
	"unroll/core/measure"
	"unroll/core/model"
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
	data   []byte
	steps  int
	watch  bool
}

var config = train.Config{Task: "reverse", Architecture: model.Architecture{Hidden: 8}, Seed: 1}

func newRig(t *testing.T) *rig {
	r := &rig{t: t, stepCost: 10 * time.Millisecond, runCost: time.Millisecond,
		evaluateCost: 30 * time.Millisecond, saveCost: time.Millisecond}
	sessions := Maker{
		New: func(c train.Config, data []byte) (Session, error) {
			if c.Hidden == 0 {
				return nil, errors.New("no hidden units")
			}
			return &fake{rig: r, config: c, data: data}, nil
		},
		Load: func(b, data []byte) (Session, error) {
			n, err := strconv.Atoi(string(b))
			return &fake{rig: r, config: config, steps: n, data: data}, err
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
func (f *fake) Trains() bool         { return string(f.data) != "elsewhere" }
func (f *fake) Data() []byte         { return f.data }
func (f *fake) Watch()               { f.watch = true }

func (f *fake) Ready() wire.Ready {
	return wire.Ready{Config: f.config, Trained: f.steps, Parameters: 7, Kernel: "fake", Example: "abc", Trains: f.Trains()}
}

func (f *fake) Watched() *trace.Update {
	if !f.watch {
		return nil
	}
	f.watch = false
	return &trace.Update{Step: f.steps}
}

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
	return &train.Evaluation{Step: f.steps, Report: &measure.Report{Overall: measure.Tally{Pairs: n}}}
}

func (f *fake) Force(input, target string) (*train.Decoded, error) {
	if target == "?" {
		return nil, &train.TargetError{Err: &corpus.UnknownTokenError{Text: "?"}}
	}
	d, err := f.Decode(input, decode.Options{}, 0)
	if err == nil {
		d.Run.Decoding = "forced"
	}
	return d, err
}

func (f *fake) Decode(input string, o decode.Options, pick int) (*train.Decoded, error) {
	f.rig.clock += f.rig.runCost
	switch {
	case input == "":
		return nil, corpus.ErrEmpty
	case len(input) > 10:
		return nil, &corpus.TooLongError{Got: len(input), Limit: 10}
	case input == "?":
		return nil, &corpus.UnknownTokenError{Text: "?"}
	}
	return &train.Decoded{Run: &trace.Run{Input: input, Trained: f.steps, Decoding: o.Method}, Picked: pick}, nil
}

func (f *fake) SaveWeights() []byte { return []byte("w" + strconv.Itoa(f.steps)) }

func (f *fake) Save() []byte {
	f.rig.clock += f.rig.saveCost
	return []byte(strconv.Itoa(f.steps))
}
