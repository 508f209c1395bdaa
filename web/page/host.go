package page

import (
	"unroll/core/train"
	"unroll/web/paint"
	"unroll/web/wire"
)

// Trainer is where the messages of package wire go. What it answers comes in through Root.Receive.
// After each Ready it says, in a Progress with an Evaluation, how well the model does as it stands.
type Trainer interface {
	Send(m wire.Message)
}

// Host is the browser, as far as the page needs it. Whatever it calls back, and whatever it calls of
// Root, it calls one after the other and never from within a call to the Host itself; it never
// renders by itself after a call, but when Render has asked for it.
type Host interface {
	// Query is the query that the page was opened with. Replace puts another in its place, without
	// an entry in the history; Link is the whole address that a query makes.
	Query() string
	Replace(query string)
	Link(query string) string

	// Fragment is what stands behind the query in the page's address, with its "#" if there is any;
	// SetFragment puts another in its place. The Host calls Root.Navigate when somebody else did.
	Fragment() string
	SetFragment(fragment string)

	// Language is the browser's first language, as a BCP 47 tag. SetLanguage says which one the
	// document is in, and what its title is.
	Language() string
	SetLanguage(tag, title string)

	// ReducedMotion reports whether the reader has asked for less motion.
	ReducedMotion() bool

	// Width is the inner width of the element with this id in CSS pixels; 0 if there is none yet.
	// The Host calls Root.Resize when the window's width has changed.
	Width(id string) float64

	// Canvas draws on the <svg> element with this id; nil if there is none yet.
	Canvas(id string) paint.Canvas

	// Render has the page rendered before the next repaint; many calls are one.
	Render()
	// Frame calls f once before the next repaint, after rendering, with a clock in milliseconds.
	Frame(f func(ms float64))
	// After calls f once, so many milliseconds from now.
	After(ms int, f func())

	// Focus moves the keyboard's focus to the element with this id; Select also marks its text.
	Focus(id string)
	Select(id string)
	// Copy puts a text on the clipboard, and says whether the browser let it.
	Copy(text string, done func(ok bool))

	// Download hands the reader a file. Open lets them choose one; f is not called if they do not.
	Download(name, mediaType string, data []byte)
	Open(accept string, f func(data []byte))

	// Deflate compresses (RFC 1951); Inflate undoes it, and gives nil for what nobody deflated and for
	// what would take more than so many bytes.
	Deflate(data []byte, f func(deflated []byte))
	Inflate(deflated []byte, most int, f func(data []byte))

	// Pretrained fetches the checkpoint that comes with the page for a task; nil if that fails.
	Pretrained(task string, f func(checkpoint []byte))
	// Corpus finds the file of a configuration's task: one that comes with the page, or a reader's own;
	// nil if that fails.
	Corpus(c train.Config, f func(data []byte))
	// Kept is the trainer's last state of an earlier visit and the query it belonged to; a nil
	// checkpoint if there is none, or storage is refused.
	Kept(f func(query string, checkpoint []byte))
}
