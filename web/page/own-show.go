package page

import (
	"github.com/vugu/vugu"

	"unroll/core/train"
	"unroll/web/setting"
	"unroll/web/wire"
)

// The ids of the box's controls that others speak of.
const (
	ownHeadingID = "own-heading"
	ownFilesID   = "own-files"
	ownPasteID   = "own-paste"
)

// ShowsOwn reports whether the page has the box for the reader's own pairs.
func (c *Root) ShowsOwn() bool {
	return c.Own.Open || c.Values.Task == train.Own || c.Draft.Task == train.Own
}

// chooseOwn opens the box for a task that has no pairs yet, and reports whether it did.
func (c *Root) chooseOwn(f setting.Field) bool {
	if f.Name != "task" {
		return c.Draft.Task == train.Own && c.Draft.Corpus == ""
	}
	if c.Draft.Task != train.Own {
		c.Own.Open, c.Own.Wanted = false, setting.Values{}
		return false
	}
	if c.Values.Task == train.Own { // back to it
		c.Draft = c.Values
		return true
	}
	c.openOwn()
	return true
}

// openOwn unfolds the box, with the pairs that were learnt last, and brings the reader there.
func (c *Root) openOwn() {
	c.Own.Open = true
	c.recall(c.Own.Wanted.Corpus)
	c.focus(ownHeadingID)
}

// recall finds what is kept of a corpus, or of the last one if the digest is empty, unless there is
// something on show already.
func (c *Root) recall(digest string) {
	if have := c.Own.Corpus; have != nil && (digest == "" || have.Digest == digest) {
		return
	}
	c.Reader.Kept(digest, func(m *wire.Corpus) {
		if m != nil && !c.Own.Reading {
			m.Options.Swap = false // of the canonical form, nothing is left to be swapped
			c.Own.Corpus, c.Own.Choice, c.Own.read = m, m.Options, wire.Read{}
			c.Host.Render()
		}
	})
}

// HandleOwn unfolds and folds the box.
func (c *Root) HandleOwn(event vugu.DOMEvent) {
	if c.Own.Open = !c.Own.Open; c.Own.Open {
		c.recall(c.Values.Corpus)
	}
}

// HandleCloseOwn leaves everything as it was before the box was opened.
func (c *Root) HandleCloseOwn(event vugu.DOMEvent) {
	if c.Own.Reading {
		c.Reader.Stop()
	}
	c.Own.Reading, c.Own.Open, c.Own.Fault, c.Own.Wanted = false, false, nil, setting.Values{}
	c.Draft = c.Values
	c.link()
	c.focus("setting-task")
}

// missing is that a model cannot be made, for its pairs are not here: the box asks for them. A page
// without any model shows another one meanwhile, and its link stays what it was.
func (c *Root) missing(v setting.Values) {
	if v.Corpus != "" {
		c.Own.Wanted = v
	}
	c.Own.Open = true
	if c.Course.IsReady() {
		c.Draft = v
		c.focus(ownHeadingID)
		c.Host.Render()
		return
	}
	other := setting.Default("")
	other.Language, other.Speed = v.Language, v.Speed
	c.Values, c.Draft = other, other
	c.open(other)
}
