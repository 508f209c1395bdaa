package trainer

import (
	"errors"

	"unroll/core/corpus"
	"unroll/core/train"
	"unroll/web/wire"
)

var errOther = errors.New("trainer: the checkpoint is of another configuration")

// refusal is what to say of an input that the session did not take.
func refusal(err error) wire.Failure {
	f := wire.Failure{Detail: err.Error()}
	var target *train.TargetError
	f.Target = errors.As(err, &target)
	var unknown *corpus.UnknownTokenError
	var long *corpus.TooLongError
	switch {
	case errors.As(err, &unknown):
		f.Reason, f.Token = wire.UnknownToken, unknown.Text
	case errors.As(err, &long):
		f.Reason, f.Limit = wire.TooLong, long.Limit
	default:
		f.Reason = wire.Empty
	}
	return f
}
