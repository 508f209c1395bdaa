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
	_, f.Target = errors.AsType[*train.TargetError](err)
	if unknown, ok := errors.AsType[*corpus.UnknownTokenError](err); ok {
		f.Reason, f.Token = wire.UnknownToken, unknown.Text
	} else if long, ok := errors.AsType[*corpus.TooLongError](err); ok {
		f.Reason, f.Limit = wire.TooLong, long.Limit
	} else {
		f.Reason = wire.Empty
	}
	return f
}
