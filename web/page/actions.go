package page

import (
	"strconv"

	"github.com/vugu/vugu"

	"unroll/web/say"
	"unroll/web/setting"
	"unroll/web/wire"
)

// inputPause is how long a reader must stop typing before the model reads, in milliseconds.
const inputPause = 150

// drive starts or pauses: the model that is there, or the one that is being made once it is.
func (c *Root) drive(on bool) {
	if on && c.lacksPairs() {
		c.openOwn()
		return
	}
	if n := len(c.pending); n > 0 {
		c.pending[n-1].train = on
		return
	}
	c.Course.order(on)
	if on {
		c.Opened = OpenedStep{}
		c.Trainer.Send(wire.Train{Pace: c.Pace})
	} else {
		c.Trainer.Send(wire.Pause{})
	}
	if c.Notice.Code != Diverged || on {
		c.Notice = Notice{}
	}
}

// HandlePace changes how fast the model trains.
func (c *Root) HandlePace(event vugu.DOMEvent) {
	c.Pace, _ = strconv.ParseFloat(event.PropString("target", "value"), 64)
	if c.Course.Training {
		c.Trainer.Send(wire.Train{Pace: c.Pace})
	}
}

// HandleTrain is the button that trains and pauses.
func (c *Root) HandleTrain(event vugu.DOMEvent) { c.drive(!c.Course.Training) }

// HandleStep takes one training step, after which the model rests.
func (c *Root) HandleStep(event vugu.DOMEvent) {
	c.drive(false)
	c.Trainer.Send(wire.Step{})
}

// HandleReset throws the weights away and draws fresh ones from the same seed.
func (c *Root) HandleReset(event vugu.DOMEvent) {
	c.ask(request{values: c.Values, origin: Fresh}, wire.Reset{})
}

// HandleScratch makes the model of the settings on show, with fresh weights, and trains it.
func (c *Root) HandleScratch(event vugu.DOMEvent) { c.make(c.Draft, true) }

// HandlePretrained brings back the model that comes with the page.
func (c *Root) HandlePretrained(event vugu.DOMEvent) { c.open(c.Values) }

// HasPretrained reports whether the model on screen could be exchanged for the delivered one.
func (c *Root) HasPretrained() bool {
	return (c.Course.Origin != Pretrained || c.Course.Taken) && isShipped(c.Values)
}

// HandleSave has the reader keep the model in a file.
func (c *Root) HandleSave(event vugu.DOMEvent) {
	c.saving = true
	c.Trainer.Send(wire.Save{})
}

// HandleOpen takes a model from a file.
func (c *Root) HandleOpen(event vugu.DOMEvent) {
	c.Host.Open(".safetensors", func(data []byte) {
		c.ask(request{values: c.Values, origin: Yours, then: Opened, loaded: true}, wire.Load{Checkpoint: data})
	})
}

// HandleShare makes a link with the model in it.
func (c *Root) HandleShare(event vugu.DOMEvent) {
	c.sharing = true
	c.Trainer.Send(wire.Save{Compact: true})
}

// HandleDismiss takes the notice away.
func (c *Root) HandleDismiss(event vugu.DOMEvent) {
	c.Notice, c.Astray = Notice{}, nil
	c.focus("input")
}

// focus moves the focus to another control, because the one that has it goes away.
func (c *Root) focus(id string) {
	c.Host.Frame(func(float64) { c.Host.Focus(id) })
}

// HandleLanguage changes the language of everything.
func (c *Root) HandleLanguage(event vugu.DOMEvent) {
	c.Values.Language = event.PropString("target", "value")
	if c.Values.Language == c.browserLanguage() {
		c.Values.Language = ""
	}
	c.Draft.Language = c.Values.Language
	c.speak()
	c.link()
}

// HandleInput reads what is typed, and has the model read it once the reader pauses.
func (c *Root) HandleInput(event vugu.DOMEvent) { c.enter(event.PropString("target", "value")) }

// HandleExample brings the task's example back.
func (c *Root) HandleExample(event vugu.DOMEvent) { c.enter(c.Entry.example()) }

func (c *Root) enter(text string) {
	f, _ := setting.Lookup("input")
	probe := c.Values
	probe.Set(f, text)
	ok := c.Entry.read(probe.Input)
	c.typed++
	typed := c.typed
	if !ok {
		return
	}
	c.Host.After(inputPause, func() {
		if typed != c.typed || len(c.pending) > 0 {
			return
		}
		c.Values.Input = c.Entry.Text
		if c.Values.Input == c.Entry.example() {
			c.Values.Input = ""
		}
		c.Speech.pick = 0
		c.run(c.Entry.Text)
		c.link()
		c.Host.Render()
	})
}

// HandleLink shows the address of this moment.
func (c *Root) HandleLink(event vugu.DOMEvent) {
	c.Player.Pause()
	c.settle()
	c.Moment.show(c.Host, c.Host.Link(c.query))
}

// HandleSaveSVG hands out the picture on screen.
func (c *Root) HandleSaveSVG(event vugu.DOMEvent) {
	if c.Player.Film != nil {
		c.Host.Download("unroll-"+c.Values.Scene+".svg", "image/svg+xml", c.Player.SVG())
	}
}

// HandleScene changes what the film shows.
func (c *Root) HandleScene(id string) {
	f, _ := setting.Lookup("scene")
	if c.Values.Set(f, id) == nil {
		c.Values.T, c.Player.T = 0, 0
		c.Player.Choose(c.Values.Scene)
		c.Player.Playing = !c.Host.ReducedMotion()
		c.link()
	}
}

// HandleSpeed changes how fast the film runs.
func (c *Root) HandleSpeed(event vugu.DOMEvent) {
	f, _ := setting.Lookup("speed")
	if c.Values.Set(f, event.PropString("target", "value")) == nil {
		c.Player.Speed = c.Values.Speed
		c.link()
	}
}

// origin says where the model on screen comes from.
func (c *Root) origin() string {
	t := &c.Text.Page.Training
	step := count(c.Text, c.Course.Progress.Step)
	switch {
	case c.Notice.Passes() && c.Notice.Code != Silence:
		return c.Notice.Words(c.Text)
	case !c.Course.IsReady():
		return ""
	case c.Course.Origin == Pretrained && !c.Course.Taken:
		return say.Fill(t.IsPretrained, "step", step)
	case c.Course.Progress.Step == 0:
		return t.IsFresh
	}
	return say.Fill(t.IsYours, "step", step)
}
