package dom

import (
	"github.com/vugu/vugu"
)

// differ keeps the tree of the last render and writes the instructions that turn it into the tree
// of the next. It touches no document, so that it is tested without one.
type differ struct {
	instructions
	root      *node // stands for the mount, which is number 0
	results   *vugu.BuildResults
	items     []item // a stack: the children of each level of the tree that is being compared
	last      uint32 // the highest number of a node so far
	free      []uint32
	listeners map[uint32]*listener
	serial    uint32 // of the last listener; never used again, for an event may come late
	sheets    []*sheet
	sheetNext uint32
	created   []hook // vg-js-create of this render, in document order
	populated []hook // vg-js-populate of this render, children first
	told      map[string]bool
	complain  func(message string) // told once of each mistake in a template that is not fatal
	err       error
}

// hook is a handler that wants the element of the document, once the instructions have been followed.
type hook struct {
	handler vugu.JSValueHandler
	number  uint32
}

func newDiffer(complain func(string)) *differ {
	return &differ{root: &node{}, listeners: map[uint32]*listener{}, told: map[string]bool{}, complain: complain}
}

// diff appends the instructions for a new build. It goes on after an error, which concerns one node
// only, and returns the first.
func (d *differ) diff(results *vugu.BuildResults) error {
	d.results, d.err = results, nil
	for _, v := range results.Out.Out {
		d.collect(v, nil, d.root.space)
	}
	d.children(d.root, d.items)
	clear(d.items) // what the build made is not kept alive by scratch space
	d.items = d.items[:0]
	d.results = nil
	return d.err
}

func (d *differ) fail(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *differ) warn(message string) {
	if !d.told[message] {
		d.told[message] = true
		d.complain(message)
	}
}

// create makes a node with all that is in it and leaves it to the caller to put it in its place, so
// that the document sees a subtree only when it is complete.
func (d *differ) create(it item) *node {
	n := &node{identity: it.identity, number: d.number()}
	v := it.v
	switch v.Type {
	case vugu.TextNode:
		n.data = v.Data
		d.op(opText, n.number)
		d.string(v.Data)
		return n
	case vugu.CommentNode:
		n.data = v.Data
		d.op(opComment, n.number)
		d.string(v.Data)
		return n
	}
	d.op(opElement, n.number, uint32(n.space), d.name(n.tag))
	if v.JSCreateHandler != nil {
		d.created = append(d.created, hook{v.JSCreateHandler, n.number})
	}
	d.patch(n, v)
	return n
}

// patch changes a node into what v says.
func (d *differ) patch(n *node, v *vugu.VGNode) {
	if v.Type != vugu.ElementNode {
		if n.data != v.Data {
			n.data = v.Data
			d.op(opData, n.number)
			d.string(v.Data)
		}
		return
	}
	d.attributes(n, v.Attr)
	d.listen(n, v.DOMEventHandlerSpecList)

	base := len(d.items)
	html := d.contents(v, n)
	switch {
	case html == nil && n.html != nil:
		d.op(opHTML, n.number)
		d.string("")
	case html != nil && (n.html == nil || *n.html != *html):
		d.children(n, nil)
		d.op(opHTML, n.number)
		d.string(*html)
	}
	n.html = html
	if html == nil {
		d.children(n, d.items[base:])
	}
	clear(d.items[base:])
	d.items = d.items[:base]

	d.controls(n, v.Attr) // a <select> takes a value only when its options are there
	n.attributes = v.Attr
	d.properties(n, v.Prop)
	if v.JSPopulateHandler != nil {
		d.populated = append(d.populated, hook{v.JSPopulateHandler, n.number})
	}
}

// remove takes a node and all that is in it out of the document and out of memory.
func (d *differ) remove(n *node) {
	d.op(opRemove, n.number)
	d.release(n)
}

func (d *differ) release(n *node) {
	for _, c := range n.children {
		d.release(c)
	}
	for _, l := range n.listeners {
		d.unlisten(l)
	}
	d.op(opFree, n.number)
	d.free = append(d.free, n.number)
}

// number returns a number that no node has.
func (d *differ) number() uint32 {
	if k := len(d.free); k > 0 {
		n := d.free[k-1]
		d.free = d.free[:k-1]
		return n
	}
	d.last++
	return d.last
}
