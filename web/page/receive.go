package page

import (
	"strconv"

	"unroll/core/corpus"
	"unroll/web/setting"
	"unroll/web/wire"
)

// request is a model that the trainer has been asked for and has not answered. It answers each with
// exactly one Ready or one refusal, in order; until the last one is answered, everything else that
// comes in is of a model that nobody wants to see any more.
type request struct {
	values setting.Values
	origin Origin
	then   Code   // what to say once it is there
	same   bool   // it is the same run at another step: its curves go on
	loaded bool   // the configuration is the checkpoint's, not values'
	train  bool   // train it at once
	data   []byte // the file of its task
}

// ask sends a message that is answered by Ready.
func (c *Root) ask(r request, m wire.Message) {
	c.turn++
	c.pending = append(c.pending, r)
	c.Course.stopped()
	if c.Course.IsReady() {
		c.Notice = Notice{Code: Making}
	}
	c.Trainer.Send(m)
	c.Host.Render()
}

// answered takes the oldest request off the queue; last reports that no other waits behind it.
func (c *Root) answered() (r request, last bool) {
	if len(c.pending) == 0 { // the trainer was restarted, and says what it holds
		return request{values: c.Values, origin: c.Course.Origin, same: true, loaded: true, then: c.Notice.Code}, true
	}
	r, c.pending = c.pending[0], c.pending[1:]
	return r, len(c.pending) == 0
}

// Receive takes what the trainer says.
func (c *Root) Receive(m wire.Message) {
	defer c.Host.Render()
	switch m := m.(type) {
	case wire.Ready:
		c.ready(m)
	case wire.Progress:
		if len(c.pending) == 0 {
			c.Course.advance(m)
		}
	case wire.Trace:
		c.trace(m)
	case wire.Saved:
		c.saved(m)
	case wire.Failure:
		c.fail(m)
	}
}

// ready is another model.
func (c *Root) ready(m wire.Ready) {
	r, last := c.answered()
	if !last {
		return
	}
	v := r.values
	if r.loaded {
		v.Config = m.Config
	}
	if v.Task != c.Values.Task || c.Course.Ready.Config.Task == "" {
		c.fresh = true
	}
	if c.Course.IsReady() && v.Task != c.Values.Task {
		v.Input, v.T = "", 0
		c.Player.T = 0
	} else {
		v.Input, v.T = c.Values.Input, c.Values.T
	}
	v.Scene, v.Speed, v.Language = c.Values.Scene, c.Values.Speed, c.Values.Language
	c.Values, c.Draft = v, v

	if r.same {
		taken := c.Course.Taken
		c.Course.Ready, c.Course.Progress.Step = m, m.Trained
		c.Course.stopped()
		c.Course.Taken = taken
	} else {
		c.Course.begin(m, r.origin)
	}
	c.Notice = Notice{Code: r.then, Step: m.Trained}

	c.Entry.choose(m)
	if input := or(v.Input, c.Entry.example()); !c.run(input) {
		c.Values.Input = "" // the field keeps it and says what is wrong with it
		c.Trainer.Send(c.Values.Run(c.Entry.example(), 0))
	}
	c.link()
	c.reunite(m)
	if r.train {
		c.train(true)
	}
}

// run has the model read an input, if it can.
func (c *Root) run(input string) bool {
	if !c.Entry.read(input) {
		return false
	}
	c.Trainer.Send(c.Values.Run(input, 0))
	return true
}

// trace is what the model made of an input, perhaps of one that is no longer asked for.
func (c *Root) trace(m wire.Trace) {
	if len(c.pending) > 0 || m.Decoded == nil || m.Decoded.Run.Input != or(c.Values.Input, c.Entry.example()) {
		return
	}
	run := m.Decoded.Run
	if c.fresh {
		c.fresh = false
		if c.Player.T == 0 {
			c.Player.still = c.Host.ReducedMotion()
			c.Player.Playing = !c.Player.still
		}
	}
	if !c.Course.Training || c.Player.run != nil && c.Player.run.Input != run.Input {
		c.Player.Settle()
	}
	c.Player.Show(run)
	if c.Notice.Code == Loading {
		c.Notice = Notice{}
	}
}

// saved is a checkpoint; those that nobody asked for are the supervisor's own.
func (c *Root) saved(m wire.Saved) {
	if c.Own.joining && !m.Compact {
		c.joined(m.Checkpoint)
		return
	}
	if !c.saving {
		return
	}
	c.saving = false
	c.Notice = Notice{Code: Saved}
	c.Host.Download("unroll-"+c.Values.Task+"-"+strconv.Itoa(m.Step)+".safetensors", "application/octet-stream", m.Checkpoint)
}

// fail is what could not be done. What the trainer held before, it still holds.
func (c *Root) fail(m wire.Failure) {
	switch m.Reason {
	case wire.BadConfig, wire.BadCheckpoint:
		c.refused(m)
	case wire.UnknownToken:
		c.Entry.Fault = &corpus.UnknownTokenError{Text: m.Token}
	case wire.TooLong:
		c.Entry.Fault = &corpus.TooLongError{Got: len([]rune(c.Entry.Text)), Limit: m.Limit}
	case wire.Empty:
		c.Entry.Fault = corpus.ErrEmpty
	case wire.Diverged:
		c.Course.stopped()
		c.Notice = Notice{Code: Diverged, Step: m.Step, Good: m.Good}
	case wire.Crashed, wire.Lost:
		c.pending = nil
		c.Course.stopped()
		c.Notice = Notice{Code: Crashed, Step: m.Step}
		if m.Reason == wire.Lost {
			c.Notice.Code = Lost
		}
	}
}

// refused is a model that cannot be made. A page without any model tries what it still can: the
// settings without the checkpoint, then the defaults.
func (c *Root) refused(m wire.Failure) {
	r, last := c.answered()
	if !last {
		return
	}
	code := BadConfig
	if m.Reason == wire.BadCheckpoint {
		code = BadCheckpoint
	}
	switch {
	case code == BadCheckpoint && r.origin == Pretrained:
		r.origin, r.then = Fresh, NoPretrained
		c.ask(r, wire.Configure{Config: r.values.Config, Data: r.data})
	case code == BadCheckpoint && !c.Course.IsReady():
		c.open(r.values)
	case !c.Course.IsReady() && r.values.Config != setting.Default(r.values.Task).Config:
		c.Values = setting.Default(r.values.Task)
		c.open(c.Values)
		c.Notice = Notice{Code: code}
	default:
		c.Notice = Notice{Code: code}
	}
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
