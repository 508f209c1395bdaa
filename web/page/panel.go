package page

import (
	"strconv"
	"strings"

	"unroll/core/train"
	"unroll/web/say"
	"unroll/web/setting"
)

// Fault is something to be said beside a field of the panel that was set: why it could not be as it was
// asked for, or which other field had to change for it.
type Fault struct {
	setting.Problem
	At string // the field that was set
}

// HandleField takes what was set in the panel. A model that the reader has trained is not thrown
// away for it: the panel then says that these settings need another model, and waits.
func (c *Root) HandleField(f setting.Field, text string) {
	c.Faults = nil
	if !f.Remakes() {
		c.decode(f, text)
		return
	}
	problem := c.Draft.Set(f, text)
	if f.Name == "task" {
		task := setting.Default(c.Draft.Task)
		c.Draft.Config = task.Config
	}
	c.blame(f, problem)
	for _, p := range c.Draft.Agree() {
		c.blame(f, &p)
	}
	if c.chooseOwn(f) {
		return
	}
	c.take()
}

// HandleDefaults gives every setting the value that the task begins with.
func (c *Root) HandleDefaults() {
	corpus := c.Draft.Corpus
	c.Draft.Config, c.Faults = setting.Default(c.Draft.Task).Config, nil
	c.Draft.Corpus = corpus
	c.focus("more")
	c.take()
}

// take makes the model that the panel shows, unless one would be lost for it.
func (c *Root) take() {
	if c.IsStaged() && !c.Course.Taken {
		c.open(c.Draft)
	}
}

func (c *Root) blame(f setting.Field, p *setting.Problem) {
	if p != nil {
		c.Faults = append(c.Faults, Fault{*p, f.Name})
	}
}

// IsStaged reports whether the panel shows another model than the trainer holds.
func (c *Root) IsStaged() bool {
	return c.Draft.Config != c.Values.Config && (c.Draft.Task != train.Own || c.Draft.Corpus != "")
}

// isChanged reports whether the panel shows another value than the task's own.
func (c *Root) isChanged(f setting.Field) bool {
	return f.Remakes() && f.Name != "task" && f.Kind != setting.Text && c.Draft.Get(f) != setting.Default(c.Draft.Task).Get(f)
}

// changes counts the settings that are not the task's own.
func (c *Root) changes() int { return c.changesAmong(setting.Schema) }

func (c *Root) changesAmong(fields []setting.Field) (n int) {
	for _, f := range fields {
		if c.isChanged(f) {
			n++
		}
	}
	return n
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

// refuses reports whether what the field was set to could not be taken.
func (c *Root) refuses(f setting.Field) bool {
	for _, p := range c.Faults {
		if p.Field.Name == f.Name {
			return true
		}
	}
	return false
}

// fault is what there is to say beside a field that was set.
func (c *Root) fault(f setting.Field) string {
	var words []string
	for _, p := range c.Faults {
		if p.At == f.Name {
			words = append(words, c.problemWords(p.Problem))
		}
	}
	if f.Name == "target" {
		words = append(words, faultWords(c.Text, c.Speech.Fault))
	}
	return strings.Join(words, " ")
}

// choice is a field's value in words.
func (c *Root) choice(f setting.Field, value string) string {
	if f.Name == "task" {
		return c.Text.Page.Task(value).Label()
	}
	return c.Text.Page.Settings.Field(f.Name).Choice(value)
}

// reason says why two settings cannot go together.
func (c *Root) reason(code setting.Code) string {
	return c.Text.Page.Settings.Reasons[code-setting.BothNeedDense]
}

// problemWords is a problem as a sentence: what was asked for, and what holds instead.
func (c *Root) problemWords(p setting.Problem) string {
	s := &c.Text.Page.Settings
	message, reason, limit := s.Adjusted, "", 0.0
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
	default:
		reason = c.reason(p.Code)
	}
	return say.Fill(message,
		"field", s.Field(p.Field.Name).Label(),
		"given", clip(c.choice(p.Field, p.Given)),
		"used", clip(c.choice(p.Field, p.Used)),
		"limit", strconv.FormatFloat(limit, 'f', -1, 64),
		"reason", reason)
}
