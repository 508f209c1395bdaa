// Package crew trains one run on several machines that share no memory. Each holds a replica of the run;
// at every step each computes its share of the batch, and they hand each other the sums of gradients.
// Every replica then makes the same update itself, so that nothing else need ever be said. The bits are
// those of one machine alone (see train.Session's Begin), so a crew may be formed and dissolved between
// any two steps.
//
// The sums are exchanged as by a butterfly: replica i with i^1, then with i^2. Two replicas send one
// message each a step, four send two.
package crew

import "unroll/core/train"

// Replica is what a crew needs of a *train.Session.
type Replica interface {
	Begin()
	Shards() int
	Share(one, of int) train.Part
	Add(train.Part) train.Part
	Finish() (train.Progress, error)
	Save() []byte
	Data() []byte
}

var _ Replica = (*train.Session)(nil)

// Link is one end of a connection between two replicas.
type Link interface {
	// Send sends a copy of the part.
	Send(train.Part)
	// Receive waits for what the other end sends, which is valid until the next Receive. It is false
	// when nothing will come any more, or the other end has been silent for too long.
	Receive() (train.Part, bool)
	// Close ends the connection; a Receive under way gives false.
	Close()
}

// Place is where a replica stands in its crew.
type Place struct {
	Rank  int
	Links []Link // to the replicas Rank^1, Rank^2, …
}

// Size is how many replicas the crew has.
func (p Place) Size() int { return 1 << len(p.Links) }

// Step takes a step together. Where the others are gone it takes the whole step alone, and together is
// false: this replica has lost nothing, and must go on without them.
func Step(r Replica, p Place) (progress train.Progress, together bool, err error) {
	r.Begin()
	together = exchange(r, p)
	if !together {
		r.Share(0, 1)
	}
	progress, err = r.Finish()
	return progress, together, err
}

func exchange(r Replica, p Place) bool {
	sum := r.Share(p.Rank, p.Size())
	for _, link := range p.Links {
		link.Send(sum)
		part, ok := link.Receive()
		if !ok || len(part.Gradient) != len(sum.Gradient) {
			return false
		}
		sum = r.Add(part)
	}
	return true
}

// Follow takes step after step for as long as all others do: what a hand does. It leads nothing, so a
// step that the others no longer take is not finished, and what remains of the replica is of no use.
func Follow(r Replica, p Place) {
	for {
		r.Begin()
		if !exchange(r, p) {
			return
		}
		if _, err := r.Finish(); err != nil {
			return // the one who leads has the same error, and says it
		}
	}
}
