package page

import (
	"strconv"

	"unroll/core/own"
	"unroll/core/train"
	"unroll/web/say"
)

// OwnBox is where readers bring pairs of their own: files to drop or to pick, a field to paste into, and
// what came of it.
type OwnBox struct {
	Root *Root
	over bool // a file is dragged above the box, all of which then takes it
}

// HandleOver takes note of a file that is dragged in or out.
func (c *OwnBox) HandleOver(over bool) { c.over = over && c.Root.Own.Open }

func (c *OwnBox) text() *say.Own { return &c.Root.Text.Page.Own }

func (c *OwnBox) class() string {
	if c.over {
		return "own-box own-box-over"
	}
	return "own-box"
}

// folds reports whether the box belongs to the model on screen, and so never goes away.
func (c *OwnBox) folds() bool { return c.Root.Values.Task == train.Own }

func (c *OwnBox) foldName() string {
	if c.Root.Own.Open {
		return c.text().Fold
	}
	return c.text().Unfold
}

// summary says what is learnt, or else what the box is for.
func (c *OwnBox) summary() string {
	m := c.Root.Own.Corpus
	if !c.folds() || m == nil || m.Digest != c.Root.Values.Corpus {
		return c.text().Intro
	}
	return say.Fill(c.text().Learnt, "pairs", count(c.Root.Text, m.Report.Pairs), "tokens", say.Named(c.text().Tokens, m.Report.Tokens))
}

// wanted asks for the pairs of a model.
func (c *OwnBox) wanted() string {
	switch w := &c.Root.Own.Wanted; {
	case w.Task != train.Own:
		return ""
	case w.Config == c.Root.Values.Config:
		return c.text().WantedToTrain
	}
	return c.text().Wanted
}

func (c *OwnBox) limits() string {
	return say.Fill(c.text().Limits, "least", strconv.Itoa(own.MinPairs), "most", count(c.Root.Text, own.MaxPairs),
		"size", megabytes(c.Root.Text, own.MaxBytes), "tokens", strconv.Itoa(own.MaxTokens))
}

// status is what a screen reader is told as it happens.
func (c *OwnBox) status() string {
	o := &c.Root.Own
	switch {
	case o.Reading:
		return say.Fill(c.text().Reading, "files", or(o.Names, c.text().Pasted))
	case o.Fault == nil && o.Corpus != nil && o.Open:
		return say.Fill(c.text().Done, "pairs", count(c.Root.Text, o.Corpus.Report.Pairs), "tokens", say.Named(c.text().Tokens, o.Corpus.Report.Tokens))
	}
	return ""
}

// statusClass hides what the report shows anyway.
func (c *OwnBox) statusClass() string {
	if c.Root.Own.Reading {
		return "own-box-busy"
	}
	return "unseen"
}

// fault says what was not taken, and what to do about it.
func (c *OwnBox) fault() string {
	r := c.Root.Own.Fault
	if r == nil {
		return ""
	}
	got, limit := count(c.Root.Text, r.Got), count(c.Root.Text, r.Limit)
	if r.Code == own.TooLarge {
		got, limit = megabytes(c.Root.Text, r.Got), megabytes(c.Root.Text, r.Limit)
	}
	file := c.text().Pasted
	if r.File != "" {
		file = "“" + clip(r.File) + "”"
	}
	return say.Fill(say.Named(c.text().Refusals, string(r.Code)), "file", file, "line", count(c.Root.Text, r.Line), "got", got, "limit", limit)
}

// faultLeft are the causes for which too few pairs are left.
func (c *OwnBox) faultLeft() []string {
	if r := c.Root.Own.Fault; r != nil {
		return leftOut(c.Root.Text, r.Left)
	}
	return nil
}

// megabytes is a file's size, rounded as far as it is not whole.
func megabytes(text *say.Catalogue, bytes int) string {
	if bytes%(1<<20) == 0 {
		return count(text, bytes>>20)
	}
	return number(text, float64(bytes)/(1<<20), 1)
}
