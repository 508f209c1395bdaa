package page

import (
	"strings"

	"unroll/core/train"
	"unroll/web/say"
	"unroll/web/setting"
	"unroll/web/wire"
)

// Root is the page: the component that is mounted, and the owner of all state. Host and Trainer are
// set before Start; everything else follows.
type Root struct {
	Host    Host
	Trainer Trainer
	Reader  Reader

	Text   *say.Catalogue
	Values setting.Values // what is on screen, and so what the link says
	Draft  setting.Values // what the panel shows, which may need another model
	Faults []Fault        // of the panel's fields
	Notice Notice
	Astray []setting.Problem // of the link

	Player Player
	Course Course
	Entry  Entry
	Speech Speech
	Opened OpenedStep
	Own    Own

	Pace float64 // steps a second in training; 0: as many as can be

	Moment Link // to what is on screen
	Shared Link // with the model in it

	pending []request // what the trainer has still to answer, oldest first
	turn    int       // counts the models asked for, so that a late download is not taken
	query   string    // the address's, as last replaced
	typed   int       // counts keystrokes, so that only the last one is run
	saving  bool      // the reader waits for a file
	sharing bool      // the reader waits for a link with the model in it
	fresh   bool      // the next run is the first of its model: play it
	regret  Code      // to be said once there is a model, because it is not the one that was to be
}

// Start reads the link and has the trainer make the model. It is called once, before the first
// rendering.
func (c *Root) Start() {
	c.Values, c.Astray = setting.Parse(c.Host.Query())
	c.Draft = c.Values
	c.query = strings.TrimPrefix(c.Host.Query(), "?")
	c.Notice = Notice{Code: Loading}
	c.Player = Player{Host: c.Host, settled: c.settle}
	c.Moment.id, c.Shared.id = "film-link", "model-link"
	c.show(c.Values)
	c.speak()
	c.follow(func() { c.Host.Kept(c.resume) })
}

// resume goes on with an earlier visit's model if the link asks for no other.
func (c *Root) resume(query string, checkpoint []byte) {
	if checkpoint == nil {
		c.open(c.Values)
		return
	}
	kept, _ := setting.Parse(query)
	if c.query == "" {
		kept.T = 0 // to come back is to see it play
		c.Values, c.Draft = kept, kept
		c.show(kept)
		c.speak()
	}
	if kept.Config != c.Values.Config {
		c.open(c.Values)
		return
	}
	c.furnish(c.Values.Config, func(data []byte) {
		c.ask(request{values: c.Values, origin: Yours, then: Continued, data: data},
			wire.Configure{Config: c.Values.Config, Checkpoint: checkpoint, Data: data})
	})
}

// furnish calls f with the file of a task that has one, unless another model is asked for meanwhile; nil
// if there is none, or it could not be had.
func (c *Root) furnish(config train.Config, f func(data []byte)) {
	if !train.HasData(config.Task) {
		f(nil)
		return
	}
	c.turn++
	turn := c.turn
	c.Host.Corpus(config, func(data []byte) {
		if turn == c.turn {
			f(data)
		}
	})
}

// isShipped reports whether a trained model of these settings comes with the page.
func isShipped(v setting.Values) bool {
	return train.Shipped(v.Task) && v.Config == setting.Default(v.Task).Config
}

// open makes the model of these settings: the pretrained one if they are its own, else a fresh one.
func (c *Root) open(v setting.Values) {
	c.turn++
	if !isShipped(v) {
		c.make(v, false)
		return
	}
	turn := c.turn
	c.Host.Pretrained(v.Task, func(checkpoint []byte) {
		if turn != c.turn {
			return
		}
		c.furnish(v.Config, func(data []byte) {
			r := request{values: v, origin: Pretrained, data: data}
			if checkpoint == nil {
				r.origin, r.then = Fresh, NoPretrained
			}
			c.ask(r, wire.Configure{Config: v.Config, Checkpoint: checkpoint, Data: data})
		})
	})
}

// make has a model of fresh weights, and trains it at once if so wished.
func (c *Root) make(v setting.Values, begin bool) {
	c.furnish(v.Config, func(data []byte) {
		if data == nil && v.Task == train.Own {
			c.missing(v)
			return
		}
		c.ask(request{values: v, origin: Fresh, train: begin, data: data}, wire.Configure{Config: v.Config, Data: data})
	})
}

// show has the player follow the link.
func (c *Root) show(v setting.Values) {
	c.Player.Scene, c.Player.Speed, c.Player.T = v.Scene, v.Speed, v.T
	c.Speech.Target, c.Speech.Open = v.Target, v.Target != "" || v.Decode.Method != "greedy"
}

// speak takes the language of the link, or else the browser's.
func (c *Root) speak() {
	tag := c.Values.Language
	if tag == "" {
		tag = c.browserLanguage()
	}
	c.Text = &say.English
	if tag == say.Portuguese.Tag {
		c.Text = &say.Portuguese
	}
	c.Player.Text = c.Text
	c.Player.refresh()
	c.Host.SetLanguage(c.Text.Tag, c.Text.Page.Title)
}

func (c *Root) browserLanguage() string {
	if strings.HasPrefix(strings.ToLower(c.Host.Language()), say.Portuguese.Tag) {
		return say.Portuguese.Tag
	}
	return say.English.Tag
}

// Compute runs before each rendering.
func (c *Root) Compute() { c.Player.prepare() }

// Resize fits what is drawn to the window's new width.
func (c *Root) Resize() {
	c.Player.Settle()
	c.Player.refresh()
}

// settle writes the moment at which the film has come to rest into the link.
func (c *Root) settle() {
	c.Values.T = float64(int(c.Player.T*100+0.5)) / 100
	c.link()
}

// link has the address say what is on screen.
func (c *Root) link() {
	if q := c.Values.Query(); q != c.query && !c.Own.waits(c.Values.Config) {
		c.query = q
		c.Host.Replace(q)
	}
	c.Moment.Address = ""
}
