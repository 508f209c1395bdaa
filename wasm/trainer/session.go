package trainer

import (
	"unroll/core/kernel"
	"unroll/core/train"
)

// Sessions makes the real thing, computing by ops.
func Sessions(ops kernel.Ops) Maker {
	return Maker{
		New:  func(c train.Config) (Session, error) { return wrap(train.NewWith(ops, c)) },
		Load: func(checkpoint []byte) (Session, error) { return wrap(train.LoadWith(ops, checkpoint)) },
	}
}

type session struct{ *train.Session }

func (s session) Example() string { return s.Task().Example() }

// wrap keeps a nil *train.Session from becoming a Session that is not nil.
func wrap(s *train.Session, err error) (Session, error) {
	if err != nil {
		return nil, err
	}
	return session{s}, nil
}
