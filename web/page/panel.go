package page

import (
	"strconv"

	"unroll/core/train"
	"unroll/web/say"
	"unroll/web/setting"
)

// HandleField takes what was set in the panel. A model that the reader has trained is not thrown
// away for it: the panel then says that these settings need another model, and waits.
func (c *Root) HandleField(f setting.Field, text string) {
	c.forgive(f)
	problem := c.Draft.Set(f, text)
	if f.Name == "task" {
		task := setting.Default(c.Draft.Task)
		task.Scene, task.Speed, task.Language = c.Draft.Scene, c.Draft.Speed, c.Draft.Language
		c.Draft, c.Faults = task, nil
	}
	if problem != nil {
		c.Faults = append(c.Faults, *problem)
	}
	c.Faults = append(c.Faults, c.Draft.Agree()...)
	if c.chooseOwn(f) {
		return
	}
	if c.IsStaged() && !c.Course.Taken {
		faults := c.Faults
		c.open(c.Draft)
		c.Faults = faults
	}
}

// forgive takes a field's problem away, since it has been set again.
func (c *Root) forgive(f setting.Field) {
	for i, p := range c.Faults {
		if p.Field.Name == f.Name {
			c.Faults = append(c.Faults[:i:i], c.Faults[i+1:]...)
			return
		}
	}
}

// IsStaged reports whether the panel shows another model than the trainer holds.
func (c *Root) IsStaged() bool {
	return c.Draft.Config != c.Values.Config && (c.Draft.Task != train.Own || c.Draft.Corpus != "")
}

// HandleApply makes the model that the panel shows.
func (c *Root) HandleApply() {
	c.open(c.Draft)
	c.focus("train")
}

// HandleUndo has the panel show the model that there is.
func (c *Root) HandleUndo() {
	c.Draft, c.Faults = c.Values, nil
	c.focus("more")
}

// fault is the sentence beside a field whose value could not be taken; empty if it could.
func (c *Root) fault(f setting.Field) string {
	for _, p := range c.Faults {
		if p.Field.Name == f.Name {
			return problemWords(c.Text, p)
		}
	}
	return ""
}

// problemWords is a problem as a sentence: what was asked for, and what holds instead.
func problemWords(text *say.Catalogue, p setting.Problem) string {
	s := &text.Page.Settings
	message, limit := "", 0.0
	switch p.Code {
	case setting.NotAChoice:
		message = s.NotAChoice
	case setting.NotANumber:
		message = s.NotANumber
	case setting.NotWhole:
		message = s.NotWhole
	case setting.TooSmall:
		message, limit = s.TooSmall, p.Field.Floor
	case setting.TooLarge:
		message, limit = s.TooLarge, p.Field.Ceiling
	case setting.TooLong:
		message, limit = s.TooLong, p.Field.Ceiling
	case setting.Unreadable:
		message = s.Unreadable
	case setting.Crossed:
		message = s.Crossed
	}
	used := p.Used
	words := s.Field(p.Field.Name)
	used = say.Named(words.Choices, used)
	return say.Fill(message,
		"field", words.Label,
		"given", clip(p.Given),
		"used", clip(used),
		"limit", strconv.FormatFloat(limit, 'f', -1, 64))
}
