package page

import (
	"unroll/core/own"
	"unroll/web/wire"
)

// Reader is what makes tasks of a reader's own files, elsewhere, and keeps them. It calls back as a Host
// does: later, and one call after the other.
type Reader interface {
	// Files finds what was put into the <input type="file"> with this id, in the browser's order, and
	// empties it. Files of more than most bytes together come without what is in them; size tells how many
	// there are. What the browser cannot read, a folder for one, gives no files.
	Files(id string, most int, f func(files []own.File, size int))

	// Read is answered by one wire.Corpus, wire.Refused, or wire.Failure: Lost if what reads could not be
	// loaded, Crashed if it died. It ends the Read before, if that is not answered yet, and so does Stop;
	// then that never is.
	Read(m wire.Read, f func(wire.Message))
	Stop()

	// Keep keeps a corpus: for this visit, and where the browser has storage for later ones. Host.Corpus
	// finds what is packed, and Kept all else: that of a digest, or, if that is empty, of the one that was
	// kept last; nil if there is none.
	Keep(m wire.Corpus)
	Kept(digest string, f func(*wire.Corpus))
}
