package page

import (
	"errors"

	"github.com/vugu/vugu"

	"unroll/web/say"
	"unroll/web/scene"
)

// FilmPlayer is the film with everything that moves it. The <svg> has no children of the template's:
// they are the Painter's.
type FilmPlayer struct {
	Root   *Root
	Player *Player
}

// films are the scenes to choose from.
func (c *FilmPlayer) films() []Pill {
	var list []Pill
	for _, s := range scene.Films() {
		list = append(list, Pill{s.ID, say.Named(c.Root.Text.Page.Film.Scenes, s.ID), s.ID == c.Root.Values.Scene})
	}
	return list
}

// viewBox is the film's own size, so that the picture is drawn one to one.
func (c *FilmPlayer) viewBox() string {
	f := c.Player.Film
	if f == nil {
		return "0 0 720 360"
	}
	return "0 0 " + coordinate(f.Width) + " " + coordinate(c.Player.Height)
}

// name is what a screen reader calls the picture.
func (c *FilmPlayer) name() string {
	if c.Player.Film == nil {
		return c.Root.Text.Page.Film.Waiting
	}
	return c.Player.Film.Title
}

// live lets a screen reader speak each caption, but not while captions come by themselves.
func (c *FilmPlayer) live() string {
	if c.Player.Playing || c.Root.Course.Training {
		return "off"
	}
	return "polite"
}

// caption is the sentence under the film: what it shows, or why it shows nothing.
func (c *FilmPlayer) caption() string {
	t := &c.Root.Text.Page.Film
	switch {
	case errors.Is(c.Player.Fault, scene.ErrNoAttention):
		return t.NoAttention
	case c.Player.Fault != nil:
		return say.Fill(t.NotDrawn, "detail", c.Player.Fault.Error())
	case c.Player.Film == nil:
		return t.Waiting
	}
	return c.Player.Caption()
}

// hint is what is known of the cell that is looked at, or how to look at one.
func (c *FilmPlayer) hint() string {
	if hint := c.Player.Hint(); hint != "" {
		return hint
	}
	return c.Root.Text.Page.Film.Inspect
}

// HandlePoint looks at the shape under the pointer.
func (c *FilmPlayer) HandlePoint(event vugu.DOMEvent) {
	c.Player.Inspect(event.PropString("target", "dataset", "key"))
}

// HandleKey moves the film, or, after Enter, goes from cell to cell.
func (c *FilmPlayer) HandleKey(event vugu.DOMEvent) {
	if modified(event) {
		return
	}
	key := event.PropString("key")
	if c.Player.LookKey(key) || c.Player.Key(key, event.PropBool("shiftKey")) {
		event.PreventDefault()
	}
}
