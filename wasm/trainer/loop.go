// Package trainer is the program's other role: it holds the model, trains it, and answers messages.
// A Loop is a state machine without a clock, a thread or a document of its own. What runs it calls
// Receive for every message that comes in and Work whenever nothing else is to do; between two calls
// of Work the world gets its turn, so that a Pause is obeyed after a slice of a few steps.
package trainer

import (
	"time"

	"unroll/core/decode"
	"unroll/core/trace"
	"unroll/core/train"
	"unroll/web/wire"
)

// Session is what a Loop needs of a *train.Session.
type Session interface {
	Ready() wire.Ready
	Config() train.Config
	Trained() int
	Trains() bool
	Data() []byte
	Step() (train.Progress, error)
	Watch()
	Watched() *trace.Update
	Evaluate(n int) *train.Evaluation
	Decode(input string, o decode.Options, pick int) (*train.Decoded, error)
	Force(input, target string) (*train.Decoded, error)
	Save() []byte
	SaveWeights() []byte
}

// Maker makes sessions.
type Maker struct {
	New  func(c train.Config, data []byte) (Session, error)
	Load func(checkpoint, data []byte) (Session, error)
}

// Loop is a trainer. Make one with New.
type Loop struct {
	make Maker
	now  func() time.Duration // time since some beginning, never backwards
	post func(wire.Message)

	session  Session // nil until the first Configure
	training bool
	pace     time.Duration // between two steps in training; 0: none
	due      time.Duration // when the next step is, at a pace
	run      wire.Run      // what Trace runs again and again: the last that the model took
	good     []byte        // a state from which training went well
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
		if l.trains() {
			l.begin()
			l.training = true
			l.pace, l.due = 0, l.now()
			if m.Pace > 0 {
				l.pace = time.Duration(float64(time.Second) / m.Pace)
			}
		}
	case wire.Pause:
		l.pause()
	case wire.Step:
		if l.trains() {
			l.pause()
			l.step()
		}
	case wire.Reset:
		s, err := l.make.New(l.session.Config(), l.session.Data())
		if l.take(s, err, wire.BadConfig) {
			l.save.at = -1 // so that a closed tab comes back to it
		}
	case wire.Run:
		l.show(m)
	case wire.Save:
		if m.Compact {
			l.post(wire.Saved{Step: l.session.Trained(), Checkpoint: l.session.SaveWeights(), Compact: true})
		} else {
			l.saved()
		}
	}
}

// trains reports whether the session can be trained, and says so if it cannot.
func (l *Loop) trains() bool {
	if !l.session.Trains() {
		l.post(wire.Failure{Reason: wire.NoCorpus, Detail: train.ErrNoCorpus.Error()})
		return false
	}
	return true
}

// step takes a single step and tells all about it.
func (l *Loop) step() {
	l.begin()
	l.session.Watch()
	if l.steps(0) {
		l.meter.stop(l.now())
		l.progress(nil)
		if u := l.session.Watched(); u != nil {
			l.post(wire.Update{Update: u})
		}
	}
}

func (l *Loop) configure(m wire.Configure) {
	if m.Checkpoint == nil {
		s, err := l.make.New(m.Config, m.Data)
		l.take(s, err, wire.BadConfig)
		return
	}
	s, err := l.make.Load(m.Checkpoint, m.Data)
	if err == nil && s.Config() != m.Config {
		err = errOther
	}
	l.take(s, err, wire.BadCheckpoint)
}

func (l *Loop) load(m wire.Load) {
	s, err := l.make.Load(m.Checkpoint, m.Data)
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
	l.post(s.Ready())
	if _, err := l.decode(l.run); err != nil {
		l.run = wire.Run{} // it was another model's
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

// show shows the model at work on an input. An input that the model does not take is refused, and the
// one before it stays.
func (l *Loop) show(m wire.Run) {
	d, err := l.decode(m)
	if err != nil {
		l.post(refusal(err))
		return
	}
	l.run = m
	l.trace.done(l.session.Trained(), l.now(), 0)
	l.post(wire.Trace{Decoded: d, Target: m.Target})
}

// decode is what the model makes of an input as it is now.
func (l *Loop) decode(m wire.Run) (*train.Decoded, error) {
	if m.Target != "" {
		return l.session.Force(m.Input, m.Target)
	}
	return l.session.Decode(m.Input, m.Decode, m.Pick)
}

// saved posts the whole state, which is from now on the one to go back to.
func (l *Loop) saved() {
	start, n := l.now(), l.session.Trained()
	l.good = l.session.Save()
	l.save.done(n, l.now(), l.now()-start)
	l.post(wire.Saved{Step: n, Checkpoint: l.good})
}
