package parts

import (
	"strings"

	"github.com/vugu/vugu"
	"github.com/vugu/vugu/js"
)

// Root has a case of everything that the renderer promises.
type Root struct {
	Names                  []string
	Options                []string
	Note, Choice           string
	Upper, Digits          string
	Box, Leaver, Canvas    bool
	Slide, Size, Count     int
	Long, Markup           string
	Style, Class           string
	Creations, Populations int
	Renders, Firsts        int
	Again                  int      // how many more renders Rendered asks for
	Lines                  []string // what handlers report
}

// NewRoot returns a root in the state that the tests start from.
func NewRoot() *Root {
	return &Root{
		Names: []string{"ada", "bob", "cyd", "dan"}, Options: []string{"red", "green", "blue"}, Choice: "green",
		Upper: "ABC", Digits: "12", Slide: 700, Size: 10, Canvas: true, Leaver: true,
		Markup: "<b>bold</b> & more", Style: "color: red", Class: "mine",
	}
}

func (c *Root) Log(line string) { c.Lines = append(c.Lines, line) }

func (c *Root) Choose(event vugu.DOMEvent) {
	if v := event.PropString("target", "value"); v != "blue" { // blue is refused
		c.Choice = v
	}
}

func (c *Root) SetUpper(event vugu.DOMEvent) {
	c.Upper = strings.ToUpper(event.PropString("target", "value"))
}

// SetDigits refuses everything that has a letter.
func (c *Root) SetDigits(event vugu.DOMEvent) {
	if v := event.PropString("target", "value"); strings.Trim(v, "0123456789") == "" {
		c.Digits = v
	}
}

func (c *Root) Tick(event vugu.DOMEvent) { c.Box = event.PropBool("target", "checked") }

func (c *Root) Panic() { panic("on purpose") }

// Add reports what the event says in the ways that vugu.DOMEvent has.
func (c *Root) Add(event vugu.DOMEvent) {
	c.Count++
	summary := event.EventSummary()
	target, _ := summary["target"].(map[string]any)
	if event.PropString("type") == "click" && summary["type"] == "click" && target["id"] == "count" &&
		event.PropFloat64("detail") == summary["detail"] && event.PropString("target", "no", "such") == "" &&
		event.JSEventTarget().Get("id").String() == "count" && event.JSEventCurrentTarget().Get("id").String() == "count" {
		c.Log("count")
	}
}

func (c *Root) Follow(event vugu.DOMEvent) {
	event.PreventDefault()
	c.Log("follow")
}

func (c *Root) Move(event vugu.DOMEvent) { c.Slide = int(event.PropFloat64("clientX")) }

// Leave removes the element that has the focus.
func (c *Root) Leave() { c.Leaver = false }

// Focus raises another event from within a handler.
func (c *Root) Focus() {
	js.Global().Get("document").Call("getElementById", "focused").Call("focus")
	c.Log("after focus")
}

func (c *Root) Created(value js.Value) {
	c.Creations++
	if value.Get("isConnected").Bool() {
		c.Log("created " + value.Get("id").String())
	}
}

func (c *Root) Populated(js.Value) { c.Populations++ }

func (c *Root) Rendered(ctx vugu.RenderedCtx) {
	c.Renders++
	if ctx.First() {
		c.Firsts++
	}
	if c.Again > 0 {
		ctx.EventEnv().Lock()
		c.Again--
		ctx.EventEnv().UnlockRender()
	}
}
