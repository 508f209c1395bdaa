// Package trainer is the program's other role: it holds the model, trains it, and answers messages.
// A Loop is a state machine without a clock, a thread or a document of its own. What runs it calls
// Receive for every message that comes in and Work whenever nothing else is to do; between two calls
// of Work the world gets its turn, so that a Pause is obeyed after a slice of a few steps.
package trainer

import (
	"time"

	"unroll/core/trace"
	"unroll/core/train"
	"unroll/web/wire"
)

// Session is what a Loop needs of a *train.Session.
type Session interface {
	Config() train.Config
	Trained() int
	Parameters() int
	Kernel() string
	Example() string
	Step() (train.Progress, error)
	Evaluate(n int) *train.Evaluation
	Run(input string) (*trace.Run, error)
	Save() []byte
}

// Maker makes sessions.
type Maker struct {
	New  func(train.Config) (Session, error)
	Load func(checkpoint []byte) (Session, error)
}

// Loop is a trainer. Make one with New.
type Loop struct {
	make Maker
	now  func() time.Duration // time since some beginning, never backwards
	post func(wire.Message)

	session  Session // nil until the first Configure
	training bool
	input    string // what Trace runs again and again: the last input that the model took
	good     []byte // a state from which training went well
	heard    time.Duration
	meter    meter
	trace    chore
	evaluate chore
	save     chore
}

// New is a Loop that tells the time by now and answers through post.
func New(make Maker, now func() time.Duration, post func(wire.Message)) *Loop {
	return &Loop{make: make, now: now, post: post}
}

// Receive takes one message from the page.
func (l *Loop) Receive(m wire.Message) {
	l.heard = l.now()
	switch m := m.(type) {
	case wire.Configure:
		l.configure(m)
	case wire.Load:
		l.load(m)
	default:
		if l.session != nil {
			l.command(m)
		}
	}
}

func (l *Loop) command(m wire.Message) {
	switch m := m.(type) {
	case wire.Train:
		l.begin()
		l.training = true
	case wire.Pause:
		l.pause()
	case wire.Step:
		l.pause()
		l.begin()
		if l.steps(0) {
			l.meter.stop(l.now())
			l.progress(nil)
		}
	case wire.Reset:
		s, err := l.make.New(l.session.Config())
		if l.take(s, err, wire.BadConfig) {
			l.save.at = -1 // so that a closed tab comes back to it
		}
	case wire.Run:
		l.run(m)
	case wire.Save:
		l.saved()
	}
}

func (l *Loop) configure(m wire.Configure) {
	if m.Checkpoint == nil {
		s, err := l.make.New(m.Config)
		l.take(s, err, wire.BadConfig)
		return
	}
	s, err := l.make.Load(m.Checkpoint)
	if err == nil && s.Config() != m.Config {
		err = errOther
	}
	l.take(s, err, wire.BadCheckpoint)
}

func (l *Loop) load(m wire.Load) {
	s, err := l.make.Load(m.Checkpoint)
	if l.take(s, err, wire.BadCheckpoint) {
		l.save.at = -1 // so that a closed tab comes back to it
	}
}

// take puts s in the place of the session, or says why there is none and leaves everything as it is.
func (l *Loop) take(s Session, err error, reason wire.Reason) bool {
	if err != nil {
		l.post(wire.Failure{Reason: reason, Detail: err.Error()})
		return false
	}
	l.session, l.training, l.good, l.meter = s, false, nil, meter{}
	n := s.Trained()
	l.trace, l.evaluate, l.save = chore{at: n - 1}, chore{at: n - 1}, chore{at: n}
	l.post(wire.Ready{
		Config:     s.Config(),
		Trained:    n,
		Parameters: s.Parameters(),
		Kernel:     s.Kernel(),
		Example:    s.Example(),
	})
	if _, err := s.Run(l.input); err != nil {
		l.input = "" // it was another model's
	}
	return true
}

// begin opens a stretch of training.
func (l *Loop) begin() {
	if l.good == nil {
		l.good = l.session.Save()
	}
	if !l.training {
		l.meter.start(l.now())
	}
}

func (l *Loop) pause() {
	if !l.training {
		return
	}
	l.training = false
	l.meter.stop(l.now())
	l.progress(nil)
}

// run shows the model at work on an input. An input that the model does not take is refused, and the
// one before it stays.
func (l *Loop) run(m wire.Run) {
	r, err := l.session.Run(m.Input)
	if err != nil {
		l.post(refusal(err))
		return
	}
	l.input = m.Input
	l.trace.done(l.session.Trained(), l.now(), 0)
	l.post(wire.Trace{Run: r})
}

// saved posts the whole state, which is from now on the one to go back to.
func (l *Loop) saved() {
	start, n := l.now(), l.session.Trained()
	l.good = l.session.Save()
	l.save.done(n, l.now(), l.now()-start)
	l.post(wire.Saved{Step: n, Checkpoint: l.good})
}
