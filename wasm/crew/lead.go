package crew

import (
	"time"

	"unroll/core/train"
)

// A crew is formed only where it pays: a step that takes less than worth is over before a message has
// come and gone, and a run of a few steps before a hand has started.
const (
	worth = 1500 * time.Microsecond
	trial = 32 // steps that are taken alone, and timed, before anyone is called
)

// Hands are machines that can be given a share in a run.
type Hands interface {
	// Call starts hands, if that has not been done, and tells how many are ready now; it does not wait.
	Call() int
	// Enlist makes the first so many hands the ranks 1, 2 … of a crew of replicas of that state, in
	// the place of any crew before, and gives the place of rank 0.
	Enlist(n int, checkpoint []byte) Place
	// Dismiss ends the crew. Hands that are lost are not called again.
	Dismiss(lost bool)
}

// Lead is a replica that calls in hands when that pays.
type Lead struct {
	Replica
	hands Hands
	now   func() time.Duration

	place    Place
	alone    int           // steps taken alone in a row
	quickest time.Duration // of them
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
	if l.place.Size() == 1 && l.Shards() > 1 {
		l.consider()
	}
	if l.place.Size() == 1 {
		return l.stepAlone()
	}
	p, together, err := Step(l.Replica, l.place)
	if !together || err != nil {
		l.hands.Dismiss(!together)
		l.place, l.alone = Place{}, 0
	}
	return p, err
}

// stepAlone takes a step and times the quickest of the trial.
func (l *Lead) stepAlone() (train.Progress, error) {
	start := l.now()
	p, err := l.Replica.Step()
	took := l.now() - start
	if l.alone == 0 || took < l.quickest {
		l.quickest = took
	}
	l.alone++
	return p, err
}

// consider forms a crew if it is time to and enough hands are there.
func (l *Lead) consider() {
	if l.alone < trial || l.quickest < worth {
		if l.alone >= trial {
			l.alone = 0 // look again
		}
		return
	}
	n := 1
	for ready := l.hands.Call(); 2*n <= l.Shards() && 2*n <= ready+1; n *= 2 {
	}
	if n > 1 {
		l.place = l.hands.Enlist(n-1, l.Save())
	}
}

// Nobody is the Hands of one who works alone.
type Nobody struct{}

var _ Hands = Nobody{}

// Call is part of Hands.
func (Nobody) Call() int { return 0 }

// Enlist is part of Hands.
func (Nobody) Enlist(int, []byte) Place { return Place{} }

// Dismiss is part of Hands.
func (Nobody) Dismiss(bool) {}
