package trainer

import (
	"time"

	"unroll/core/kernel"
	"unroll/core/train"
	"unroll/wasm/crew"
	"unroll/web/wire"
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
		New: func(c train.Config, data []byte) (Session, error) {
			return lead(train.NewWith(train.Means{Ops: ops, Data: data}, c))
		},
		Load: func(checkpoint, data []byte) (Session, error) {
			return lead(train.LoadWith(train.Means{Ops: ops, Data: data}, checkpoint))
		},
	}
}

type session struct {
	*train.Session
	lead *crew.Lead
}

func (s session) Step() (train.Progress, error) { return s.lead.Step() }

func (s session) Ready() wire.Ready { return Describe(s.Session) }

// Describe is what there is to say of a session that has been made.
func Describe(s *train.Session) wire.Ready {
	m := wire.Ready{
		Config:     s.Config(),
		Trained:    s.Trained(),
		Parameters: s.Parameters(),
		Kernel:     s.Kernel(),
		Example:    s.Task().Example(),
		Trains:     s.Trains(),
	}
	if train.HasData(m.Config.Task) {
		m.Tokens = wire.TokensOf(s.Task())
	}
	return m
}
