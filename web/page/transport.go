package page

import (
	"strconv"

	"github.com/vugu/vugu"

	"unroll/web/say"
)

// Transport plays, steps and scrubs the film, and hands it out.
type Transport struct {
	Root   *Root
	Player *Player
}

// speeds are what the select offers; a link may ask for others in between.
var speeds = []float64{0.25, 0.5, 1, 2, 4}

func speedName(s float64) string {
	switch s {
	case 0.25:
		return "¼×"
	case 0.5:
		return "½×"
	}
	return coordinate(s) + "×"
}

func (c *Transport) speeds() []float64 {
	for _, s := range speeds {
		if s == c.Player.Speed {
			return speeds
		}
	}
	return append([]float64{c.Player.Speed}, speeds...)
}

func (c *Transport) duration() float64 {
	if c.Player.Film == nil {
		return 0
	}
	return c.Player.Film.Duration()
}

// at is T as the range input takes it.
func (c *Transport) at() string { return strconv.FormatFloat(c.Player.T, 'f', 2, 64) }

func (c *Transport) end() string { return strconv.FormatFloat(c.duration(), 'f', 2, 64) }

func (c *Transport) clock() string {
	return say.Fill(c.Root.Text.Page.Film.Clock,
		"at", number(c.Root.Text, c.Player.T, 1), "end", number(c.Root.Text, c.duration(), 1))
}

// valueText is what a screen reader says of the slider: the moment's sentence.
func (c *Transport) valueText() string {
	if caption := c.Player.Caption(); caption != "" {
		return caption
	}
	return c.clock()
}

// ticks are the beginnings of the beats, as one path over a line 1000 wide.
func (c *Transport) ticks() string {
	if c.Player.Film == nil {
		return ""
	}
	path := ""
	for _, b := range c.Player.Film.Beats[1:] {
		path += "M" + strconv.Itoa(int(1000*b.Start/c.duration())) + " 0v6"
	}
	return path
}

func (c *Transport) idle() bool { return c.Player.Film == nil }

// HandleSeek goes where the slider was dragged.
func (c *Transport) HandleSeek(event vugu.DOMEvent) {
	if t, err := strconv.ParseFloat(event.PropString("target", "value"), 64); err == nil {
		c.Player.Seek(t)
	}
}

// HandleKey gives the buttons and the slider the film's keys, as far as they have no use for them
// themselves: on the slider an arrow goes by a beat, not by a hundredth of a second.
func (c *Transport) HandleKey(event vugu.DOMEvent) {
	key := event.PropString("key")
	presses := key == " " || key == "Enter"
	switch tag := event.PropString("target", "tagName"); {
	case modified(event), key == "Enter",
		tag == "BUTTON" && presses,
		tag != "BUTTON" && event.PropString("target", "type") != "range":
		return
	}
	if c.Player.Key(key, event.PropBool("shiftKey")) {
		event.PreventDefault()
	}
}

// modified reports whether a key is somebody else's shortcut.
func modified(event vugu.DOMEvent) bool {
	return event.PropBool("ctrlKey") || event.PropBool("altKey") || event.PropBool("metaKey")
}

// HandleLoop has the film begin again at its end, or not.
func (c *Transport) HandleLoop(event vugu.DOMEvent) { c.Player.Loop = !c.Player.Loop }
