package page

import (
	"unroll/core/own"
	"unroll/core/train"
	"unroll/web/setting"
	"unroll/web/wire"
)

// Own is the reader's own pairs on their way to being a task: what is being read, what came of it, what
// was wrong. Whatever is refused, what was there before stays.
type Own struct {
	Open   bool           // the box is unfolded
	Pasted string         // as it stands in the box
	Corpus *wire.Corpus   // what was read last; nil before the first
	Fault  *wire.Refused  // why that which was read after it was not taken; nil if it was
	Wanted setting.Values // the model whose pairs are not here; of no task if there is none
	Choice own.Options    // how the pairs are to be cut, as the controls say

	Reading bool
	Names   string // of the files that are being read; empty: what was pasted

	joining bool      // the trainer's state is asked for, to give it the pairs
	read    wire.Read // what Corpus was read from: files, or its canonical form
}

// What is wrong beyond what package own finds wrong.
const (
	unreadable own.Code = "unreadable" // the browser does not read it: a folder
	unloaded   own.Code = "unloaded"   // the program that reads could not be loaded
	died       own.Code = "died"       // it was, and died
)

// refuse says why something was not taken.
func (o *Own) refuse(r wire.Refused) {
	o.Fault = &r
	o.revert()
}

// revert has the controls say how the pairs are cut that are there.
func (o *Own) revert() {
	if o.Corpus != nil {
		o.Choice = o.Corpus.Options
	}
}

// take is what came of reading m.
func (o *Own) take(m wire.Read, c *wire.Corpus) {
	if len(m.Files) == 0 && o.Corpus != nil {
		c.Report = recut(o.Corpus.Report, c.Report, m.Options.Swap)
	}
	o.Corpus, o.Choice, o.read = c, c.Options, wire.Read{Files: m.Files}
	if len(m.Files) == 0 { // it is swapped already
		o.Choice.Swap, c.Options.Swap = false, false
	}
}

// recut is the report of pairs that were read before, as before says, and are now cut from their canonical
// form, as after says. That knows nothing of the files any more, and its lines are not theirs.
func recut(before, after own.Report, swapped bool) own.Report {
	r := after
	r.Format, r.Separator, r.Encodings, r.Header, r.Columns = before.Format, before.Separator, before.Encodings, before.Header, before.Columns
	r.Ignored, r.Records = before.Ignored, before.Records
	if swapped {
		r.Columns[0], r.Columns[1] = r.Columns[1], r.Columns[0]
	}
	r.Left = nil
	for _, l := range before.Left {
		if l.Cause != own.ManyTokens && l.Cause != own.Leaking {
			r.Left = append(r.Left, l)
		}
	}
	for _, l := range after.Left {
		l.Lines = nil
		r.Left = append(r.Left, l)
	}
	return r
}

// waits reports whether the link is of another model than the one on screen: of one that its pairs are
// waited for.
func (o *Own) waits(shown train.Config) bool {
	return o.Wanted.Task == train.Own && o.Wanted.Config != shown
}

// isWanted reports whether a corpus is the one of the model whose pairs are not here.
func (o *Own) isWanted(digest string) bool {
	return o.Wanted.Task == train.Own && o.Wanted.Corpus == digest
}
