package page

import (
	"errors"
	"strconv"

	"unroll/core/corpus"
	"unroll/core/train"
	"unroll/web/say"
	"unroll/web/wire"
)

// Entry is the field for an input: what stands in it, and what the task reads in it.
type Entry struct {
	Text   string   // as typed
	Tokens []string // of the text, if the task can read it
	Fault  error    // of corpus, if it cannot

	task *corpus.Task
}

// choose makes the entry read with the task of the trainer's model. One that no task can be made of was
// refused by the trainer before.
func (e *Entry) choose(m wire.Ready) {
	c := m.Config
	task, err := corpus.New(c.Task, corpus.Options{Level: c.Level, Shortest: c.Shortest, Longest: c.Longest})
	if train.HasData(c.Task) {
		task, err = m.Tokens.Task(c.Task, m.Example)
	}
	if err != nil {
		return
	}
	e.task = task
	e.read(e.Text)
}

// read takes what was typed and reports whether the model can be shown it.
func (e *Entry) read(text string) bool {
	e.Text = text
	if e.task == nil {
		return false
	}
	ids, err := e.task.Parse(text)
	e.Fault = err
	if err != nil {
		return false
	}
	e.Tokens = e.Tokens[:0]
	for _, id := range ids {
		e.Tokens = append(e.Tokens, visible(e.task.Source().Text(id)))
	}
	return true
}

// example is the task's own, or nothing before there is a task.
func (e *Entry) example() string {
	if e.task == nil {
		return ""
	}
	return e.task.Example()
}

// visible shows a token that is a space.
func visible(token string) string {
	if token == " " {
		return "␣"
	}
	return token
}

// faultWords says why a text cannot be read; empty if it can.
func faultWords(text *say.Catalogue, fault error) string {
	p := &text.Page.Entry
	if fault == nil {
		return ""
	}
	if unknown, ok := errors.AsType[*corpus.UnknownTokenError](fault); ok {
		return say.Fill(p.UnknownToken, "token", clip(unknown.Text))
	}
	if long, ok := errors.AsType[*corpus.TooLongError](fault); ok {
		message := p.TooLong
		if long.Got == 0 {
			message = p.Limit
		}
		return say.Fill(message, "got", strconv.Itoa(long.Got), "limit", strconv.Itoa(long.Limit))
	}
	return p.Empty
}
