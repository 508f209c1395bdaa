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
	linked bool   // the checkpoint is a link's
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
	case wire.Update:
		if len(c.pending) == 0 {
			c.Opened.Update = m.Update
		}
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
		v.Input, v.Target, v.T = "", "", 0
		c.Player.T, c.Speech.Target, c.Speech.Fault = 0, "", nil
	} else {
		v.Input, v.Target, v.T = c.Values.Input, c.Values.Target, c.Values.T
	}
	v.Scene, v.Speed, v.Language, v.Decode = c.Values.Scene, c.Values.Speed, c.Values.Language, c.Values.Decode
	c.Values, c.Draft = v, v
	c.Speech.pick, c.Opened, c.Shared.Address = 0, OpenedStep{}, ""

	if r.same {
		taken := c.Course.Taken
		c.Course.Ready, c.Course.Progress.Step = m, m.Trained
		c.Course.stopped()
		c.Course.Taken = taken
	} else {
		c.Course.begin(m, r.origin)
	}
	c.Notice = Notice{Code: r.then, Step: m.Trained}
	if c.regret != Silence {
		c.Notice, c.regret = Notice{Code: c.regret}, Silence
	}

	c.Entry.choose(m)
	if input := or(v.Input, c.Entry.example()); !c.run(input) {
		c.Values.Input = "" // the field keeps it and says what is wrong with it
		c.Trainer.Send(c.Values.Run(c.Entry.example(), 0))
	}
	c.link()
	c.reunite(m)
	if r.train {
		c.drive(true)
	}
}

// run has the model read an input, if it can.
func (c *Root) run(input string) bool {
	if !c.Entry.read(input) {
		return false
	}
	c.Trainer.Send(c.Values.Run(input, c.Speech.pick))
	return true
}

// trace is what the model made of an input, perhaps of one that is no longer asked for.
func (c *Root) trace(m wire.Trace) {
	if len(c.pending) > 0 || m.Decoded == nil || m.Decoded.Run.Input != c.input() || m.Target != c.Values.Target {
		return
	}
	run := m.Decoded.Run
	c.Speech.Decoded, c.Speech.forced = m.Decoded, m.Target
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

// input is what the model reads.
func (c *Root) input() string { return or(c.Values.Input, c.Entry.example()) }

// saved is a checkpoint; those that nobody asked for are the supervisor's own.
func (c *Root) saved(m wire.Saved) {
	if c.Own.joining && !m.Compact {
		c.joined(m.Checkpoint)
		return
	}
	if m.Compact && c.sharing {
		c.sharing = false
		c.share(m)
	}
	if m.Compact || !c.saving {
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
	case wire.NoCorpus:
		c.Course.stopped()
		c.Notice = Notice{Code: NoCorpus}
	case wire.UnknownToken, wire.TooLong, wire.Empty:
		if m.Target {
			c.Speech.Fault = faultOf(m)
			c.unforce()
		} else {
			c.Entry.Fault = faultOf(m)
		}
	case wire.Diverged:
		c.Course.stopped()
		c.Notice = Notice{Code: Diverged, Step: m.Step, Back: m.Back}
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
	if r.linked {
		code = BadLink
	}
	switch {
	case code == BadCheckpoint && r.origin == Pretrained:
		r.origin, r.then = Fresh, NoPretrained
		c.ask(r, wire.Configure{Config: r.values.Config, Data: r.data})
	case r.linked && !c.Course.IsReady():
		c.open(r.values)
		c.lament(code)
	case code == BadCheckpoint && !c.Course.IsReady():
		c.open(r.values)
	case !c.Course.IsReady() && r.values.Config != setting.Default(r.values.Task).Config:
		c.Values = setting.Default(r.values.Task)
		c.open(c.Values)
		c.lament(code)
	default:
		c.Notice = Notice{Code: code}
	}
}

// lament says what could not be had: at once, and again when a first model is there in its place.
func (c *Root) lament(code Code) {
	c.Notice = Notice{Code: code}
	if !c.Course.IsReady() {
		c.regret = code
	}
}

// faultOf is what the trainer could not read, as package corpus would have said it.
func faultOf(m wire.Failure) error {
	switch m.Reason {
	case wire.UnknownToken:
		return &corpus.UnknownTokenError{Text: m.Token}
	case wire.TooLong:
		return &corpus.TooLongError{Limit: m.Limit}
	}
	return corpus.ErrEmpty
}

func or(text, other string) string {
	if text == "" {
		return other
	}
	return text
}
