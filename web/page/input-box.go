package page

// InputBox is where a sentence is typed: the tokens that it is made of, and what the model makes of
// it now.
type InputBox struct {
	Root *Root
}

// output is what the model said of the input on screen.
func (c *InputBox) output() string {
	if c.Root.Speech.Decoded == nil {
		return ""
	}
	return or(c.Root.Speech.said().Text, c.Root.Text.Page.Entry.Nothing)
}

// says is what the output is, of the model's own accord or not.
func (c *InputBox) says() string {
	if c.Root.Speech.forced != "" {
		return c.Root.Text.Page.Entry.Forced
	}
	return c.Root.Text.Page.Entry.Says
}

func (c *InputBox) help() string { return c.Root.Text.Page.Task(c.Root.Values.Task).Input() }
