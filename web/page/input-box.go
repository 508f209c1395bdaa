package page

import (
	"strings"

	"unroll/core/corpus"
	"unroll/web/say"
)

// InputBox is where a sentence is typed: the tokens that it is made of, and what the model makes of
// it now.
type InputBox struct {
	Root *Root
}

// output is what the model said of the input on screen.
func (c *InputBox) output() string {
	run := c.Root.Player.run
	if run == nil {
		return ""
	}
	if out := strings.Join(run.Output(corpus.End), ""); out != "" {
		return out
	}
	return c.Root.Text.Page.Entry.Nothing
}

func (c *InputBox) help() string {
	return say.Named(c.Root.Text.Page.Entry.Help, c.Root.Values.Task)
}
