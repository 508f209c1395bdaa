package page

// StatusLine is where the page says something by itself: what it is waiting for, what went wrong and
// what can be done about it. Both regions are always there, so that a screen reader hears their text
// change; at most one of them speaks. What goes away by itself is not seen here, since it would push
// the page down and up again: the training panel says it.
type StatusLine struct {
	Root *Root
}

func (c *StatusLine) status() string {
	if c.Root.Notice.Alarms() {
		return ""
	}
	return c.Root.Notice.Words(c.Root.Text)
}

func (c *StatusLine) alert() string {
	if !c.Root.Notice.Alarms() {
		return ""
	}
	return c.Root.Notice.Words(c.Root.Text)
}

func (c *StatusLine) statusClass() string {
	if c.Root.Notice.Passes() {
		return "unseen"
	}
	return ""
}

func (c *StatusLine) canDismiss() bool { return !c.Root.Notice.Passes() || len(c.Root.Astray) > 0 }

func (c *StatusLine) class() string {
	switch n := c.Root.Notice; {
	case n.Alarms():
		return "status-line status-line-alarm"
	case n.Passes() && len(c.Root.Astray) == 0:
		return "status-line status-line-silent"
	}
	return "status-line"
}
