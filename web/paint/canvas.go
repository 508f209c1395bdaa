// Package paint makes pictures visible: on a canvas that it keeps up to date with the least number
// of changes, and as a self-contained SVG file. Both draw the same elements.
package paint

// Canvas is what a Painter draws on: an ordered list of SVG elements, addressed by index. The page's
// canvas is an <svg> element of the document; a test's is a slice.
type Canvas interface {
	Insert(i int, tag string)      // a new, empty element before the one that is now at i
	Remove(i int)                  //
	Move(from, to int)             // takes the element out at from, then puts it in at to
	Set(i int, name, value string) // an attribute
	Clear(i int, name string)      // removes an attribute
	Text(i int, text string)       // the element's text, never markup
	Flush()                        // everything since the last Flush reaches the document in one call
}
