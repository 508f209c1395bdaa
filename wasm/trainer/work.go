package trainer

import (
	"time"

	"unroll/core/train"
	"unroll/web/wire"
)

// How the trainer shares out its time.
const (
	slice    = 25 * time.Millisecond  // training between two looks at the messages
	quiet    = 300 * time.Millisecond // after a message, before a resting trainer evaluates
	show     = 50 * time.Millisecond  // between two Progress: twenty a second
	look     = 200 * time.Millisecond // between two Traces while training: five a second
	keep     = 3 * time.Second        // between two Saved while training
	judge    = 2 * time.Second        // between two evaluations while training, or
	judged   = 50                     // so many steps, whichever comes first
	share    = 10                     // each chore gets at most one part in so many of the time
	examined = 200                    // held-out pairs in an evaluation
)

// Work does a slice of what is to do, and says after how long it wants to be called again, and
// whether at all. A message may come in between, and changes the answer.
func (l *Loop) Work() (after time.Duration, again bool) {
	switch {
	case l.session == nil:
		return 0, false
	case l.training:
		l.train()
		return l.wait(), true
	default:
		return l.rest()
	}
}

// train takes some steps, or does one chore, so that no call takes longer than it must.
func (l *Loop) train() {
	now, n := l.now(), l.session.Trained()
	switch {
	case l.run.Input != "" && l.trace.due(n, 1, now, look, look):
		l.retrace()
	case l.evaluate.due(n, judged, now, 0, judge):
		l.examine()
	case l.save.due(n, 1, now, keep, keep):
		l.saved()
	case l.wait() > 0:
	default:
		length := slice
		if l.pace > 0 {
			length, l.due = 0, max(l.due+l.pace, now) // what a chore has delayed is not made up for
		}
		if l.steps(length) && (l.pace >= show || l.now()-l.meter.shown >= show) {
			l.progress(nil)
		}
	}
}

// wait is how long a trainer at a pace can leave the world alone: until the next step, or until it looks
// whether there is another chore.
func (l *Loop) wait() time.Duration {
	if l.pace == 0 || !l.training {
		return 0
	}
	return min(max(l.due-l.now(), 0), show)
}

// rest brings everything up to the model as it is, the quick things first.
func (l *Loop) rest() (after time.Duration, again bool) {
	n := l.session.Trained()
	switch {
	case l.run.Input != "" && l.trace.behind(n):
		l.retrace()
	case l.save.behind(n):
		l.saved()
	case l.evaluate.behind(n):
		if wait := l.heard + quiet - l.now(); wait > 0 {
			return wait, true
		}
		l.examine()
	default:
		return 0, false
	}
	return 0, true
}

// steps takes training steps for as long as length, and at least one. A step that diverges ends
// training and puts the last good state back; steps then says false.
func (l *Loop) steps(length time.Duration) bool {
	end := l.now() + length
	for {
		next := l.session.Trained() + 1
		p, err := l.session.Step()
		if err != nil {
			l.diverged(next, err)
			return false
		}
		l.meter.add(p)
		if l.now() >= end {
			return true
		}
	}
}

func (l *Loop) diverged(step int, err error) {
	l.training = false
	l.meter.stop(l.now())
	if s, err := l.make.Load(l.good, l.session.Data()); err == nil {
		l.session = s
	}
	n := l.session.Trained()
	l.trace.at, l.evaluate.at, l.save.at = n-1, n-1, n
	l.post(wire.Failure{Reason: wire.Diverged, Step: step, Back: n, Detail: err.Error()})
}

func (l *Loop) retrace() {
	start := l.now()
	d, err := l.decode(l.run)
	l.trace.done(l.session.Trained(), l.now(), l.now()-start)
	if err == nil { // the session took this input before
		l.post(wire.Trace{Decoded: d, Target: l.run.Target})
	}
}

func (l *Loop) examine() {
	start := l.now()
	e := l.session.Evaluate(examined)
	l.evaluate.done(l.session.Trained(), l.now(), l.now()-start)
	l.progress(e)
}

func (l *Loop) progress(e *train.Evaluation) {
	now := l.now()
	l.post(wire.Progress{
		Step:            l.session.Trained(),
		Loss:            l.meter.loss(),
		TokensPerSecond: l.meter.rate(now),
		Rate:            l.meter.at.Rate,
		Truth:           l.meter.at.Truth,
		Elapsed:         l.meter.elapsed(now).Seconds(),
		Training:        l.training,
		Evaluation:      e,
	})
	l.meter.shown = now
}
