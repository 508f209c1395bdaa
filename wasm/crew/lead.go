package crew

import (
	"time"

	"unroll/core/train"
)

// A crew is formed only where it pays: a step that takes less than worth is over before a message has
// come and gone, a run of a few steps before a hand has started, and on a machine that has other work
// two replicas may do less than one. What pays is found by timing; it decides who computes, never what.
const (
	worth = 1500 * time.Microsecond
	warm  = 2 * time.Second // of work, in which a browser compiles what it runs better and better
	trial = 32              // steps that are timed, alone and then together
	gain  = 0.8             // a crew's step takes at most this part of one alone
	rest  = 5000            // steps alone after a crew that did not pay
)

// Hands are machines that can be given a share in a run.
type Hands interface {
	// Call starts hands, if that has not been done, and tells how many are ready now; it does not wait.
	Call() int
	// Enlist makes the first so many hands the ranks 1, 2 … of a crew of replicas of that state, whose
	// task has that file, in the place of any crew before, and gives the place of rank 0.
	Enlist(n int, checkpoint, data []byte) Place
	// Dismiss ends the crew. Hands that are lost are not called again.
	Dismiss(lost bool)
}

// Lead is a replica that calls in hands when that pays.
type Lead struct {
	Replica
	hands Hands
	now   func() time.Duration

	place Place
	steps int           // taken in the present company; below zero: not yet timed
	spent time.Duration // on those of them that were timed
	alone time.Duration // the mean step alone, when the crew was formed

	worked time.Duration // on all steps so far
}

// NewLead leads r. It ends the crew of any Lead before it over the same hands.
func NewLead(r Replica, hands Hands, now func() time.Duration) *Lead {
	hands.Dismiss(false)
	return &Lead{Replica: r, hands: hands, now: now}
}

// Size is how many replicas take the steps now.
func (l *Lead) Size() int { return l.place.Size() }

// Step takes a step, together with the hands where there are any.
func (l *Lead) Step() (train.Progress, error) {
	if l.steps == trial {
		l.consider()
	}
	start := l.now()
	p, together, err := Step(l.Replica, l.place)
	took := l.now() - start
	l.worked += took
	if l.steps >= 0 {
		l.spent += took
	}
	l.steps++
	if !together || err != nil {
		l.dissolve(!together, 0)
	}
	return p, err
}

// consider goes by the trial that has just ended.
func (l *Lead) consider() {
	mean := l.spent / trial
	if l.Size() > 1 {
		if float64(mean) > gain*float64(l.alone) {
			l.dissolve(false, rest)
		}
		return // it pays, and stays
	}
	l.steps, l.spent = 0, 0
	if mean < worth || l.Shards() == 1 || l.worked < warm {
		return // things may change
	}
	n := 1
	for ready := l.hands.Call(); 2*n <= l.Shards() && 2*n <= ready+1; n *= 2 {
	}
	if n > 1 {
		l.place = l.hands.Enlist(n-1, l.Save(), l.Data())
		l.alone, l.steps = mean, -1 // the first step waits until the hands have loaded the state
	}
}

// dissolve goes on alone, for a while without timing it.
func (l *Lead) dissolve(lost bool, untimed int) {
	l.hands.Dismiss(lost)
	l.place, l.steps, l.spent = Place{}, -untimed, 0
}

// Nobody is the Hands of one who works alone.
type Nobody struct{}

var _ Hands = Nobody{}

// Call is part of Hands.
func (Nobody) Call() int { return 0 }

// Enlist is part of Hands.
func (Nobody) Enlist(int, []byte, []byte) Place { return Place{} }

// Dismiss is part of Hands.
func (Nobody) Dismiss(bool) {}
