package trainer

import (
	"time"

	"unroll/core/kernel"
	"unroll/core/train"
	"unroll/wasm/crew"
)

// Sessions makes the real thing, computing by ops, with the help of hands; now is a clock.
func Sessions(ops kernel.Ops, hands crew.Hands, now func() time.Duration) Maker {
	// A nil *train.Session must not become a Session that is not nil.
	lead := func(s *train.Session, err error) (Session, error) {
		if err != nil {
			return nil, err
		}
		return session{s, crew.NewLead(s, hands, now)}, nil
	}
	return Maker{
		New:  func(c train.Config) (Session, error) { return lead(train.NewWith(ops, c)) },
		Load: func(checkpoint []byte) (Session, error) { return lead(train.LoadWith(ops, checkpoint)) },
	}
}

type session struct {
	*train.Session
	lead *crew.Lead
}

func (s session) Step() (train.Progress, error) { return s.lead.Step() }

func (s session) Example() string { return s.Task().Example() }
