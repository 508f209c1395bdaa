package page

import (
	"unroll/web/say"
)

// Code is what the page says by itself.
type Code uint8

const (
	Silence Code = iota
	Loading
	Making
	Continued
	Diverged
	Crashed
	Lost
	BadConfig
	BadCheckpoint
	Opened
	Saved
	NoPretrained
	NoCorpus
	BadLink
	LongLink
)

// Notice is something that the page says by itself, kept as data so that it changes its language
// with the page.
type Notice struct {
	Code Code
	Step int // LongLink: how many characters
	Back int // Diverged: the step that the model is back at
}

// Words is the notice as a sentence.
func (n Notice) Words(text *say.Catalogue) string {
	s := &text.Page.Status
	step := func(message string) string {
		return say.Fill(message, "step", count(text, n.Step), "back", count(text, n.Back), "count", count(text, n.Step))
	}
	switch n.Code {
	case Loading:
		return s.Loading
	case Making:
		return s.Making
	case Continued:
		return step(s.Continued)
	case Diverged:
		return step(s.Diverged)
	case Crashed:
		return step(s.Crashed)
	case Lost:
		return step(s.Lost)
	case BadConfig:
		return s.BadConfig
	case BadCheckpoint:
		return s.BadCheckpoint
	case Opened:
		return step(s.Opened)
	case Saved:
		return s.Saved
	case NoPretrained:
		return s.NoPretrained
	case NoCorpus:
		return s.NoCorpus
	case BadLink:
		return s.BadLink
	case LongLink:
		return step(s.LongLink)
	}
	return ""
}

// Alarms reports whether the notice should interrupt.
func (n Notice) Alarms() bool {
	switch n.Code {
	case Diverged, Crashed, Lost, BadConfig, BadCheckpoint, NoCorpus, BadLink, LongLink:
		return true
	}
	return false
}

// Passes reports whether the notice goes away by itself.
func (n Notice) Passes() bool { return n.Code == Silence || n.Code == Loading || n.Code == Making }
