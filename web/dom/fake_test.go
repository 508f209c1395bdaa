package dom

import (
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// fakeNode is a node of a fakeDocument.
type fakeNode struct {
	name      string // a tag with its namespace, "#text" or "#comment"
	data      string
	attr      map[string]string
	listeners map[uint32]string
	children  []*fakeNode
	parent    *fakeNode
}

// fakeDocument follows instructions as static/dom.js does, and is strict where that is lenient.
type fakeDocument struct {
	t         testing.TB
	nodes     map[uint32]*fakeNode
	names     []string
	listeners map[uint32]*fakeNode
	sheets    map[uint32]string
	counts    [opcodes]int
	code      []uint32
	text      []uint16
}

func newFakeDocument(t testing.TB) *fakeDocument {
	return &fakeDocument{t: t, nodes: map[uint32]*fakeNode{0: {name: "mount"}},
		listeners: map[uint32]*fakeNode{}, sheets: map[uint32]string{}}
}

func (f *fakeDocument) word() uint32 {
	w := f.code[0]
	f.code = f.code[1:]
	return w
}

func (f *fakeDocument) name() string { return f.names[f.word()] }

func (f *fakeDocument) string() string {
	n := f.word()
	s := string(utf16.Decode(f.text[:n]))
	f.text = f.text[n:]
	return s
}

func (f *fakeDocument) node() *fakeNode {
	number := f.word()
	n := f.nodes[number]
	if n == nil {
		f.t.Fatalf("node %d is used and does not exist", number)
	}
	return n
}

func (f *fakeDocument) add(number uint32, n *fakeNode) {
	if f.nodes[number] != nil {
		f.t.Fatalf("node %d is made twice", number)
	}
	n.attr, n.listeners = map[string]string{}, map[uint32]string{}
	f.nodes[number] = n
}

func (n *fakeNode) detach() {
	n.parent.children = slices.DeleteFunc(n.parent.children, func(c *fakeNode) bool { return c == n })
	n.parent = nil
}

func (f *fakeDocument) place(parent, n *fakeNode, before uint32) {
	i := len(parent.children)
	if before != 0 {
		if i = slices.Index(parent.children, f.nodes[before]); i < 0 {
			f.t.Fatalf("node %d is to be the next sibling and is not there", before)
		}
	}
	parent.children = slices.Insert(parent.children, i, n)
	n.parent = parent
}

// run follows a program to its end.
func (f *fakeDocument) run(p *instructions) {
	f.t.Helper()
	for i := 0; i < len(p.code); i += 4 {
		f.code = append(f.code, binary.LittleEndian.Uint32(p.code[i:]))
	}
	f.text = utf16.Encode([]rune(string(p.text)))
	for len(f.code) > 0 {
		op := opcode(f.word())
		f.counts[op]++
		f.step(op)
	}
	if len(f.text) != 0 {
		f.t.Fatalf("%d units of text were sent and not used", len(f.text))
	}
}

func (f *fakeDocument) step(op opcode) {
	switch op {
	case opName:
		f.names = append(f.names, f.string())
	case opElement:
		number, space := f.word(), f.word()
		f.add(number, &fakeNode{name: f.name() + "@" + strconv.Itoa(int(space))})
	case opText:
		f.add(f.word(), &fakeNode{name: "#text", data: f.string()})
	case opComment:
		f.add(f.word(), &fakeNode{name: "#comment", data: f.string()})
	case opInsert:
		parent, n := f.node(), f.node()
		if n.parent != nil {
			f.t.Fatalf("%s is inserted and already somewhere", n.name)
		}
		f.place(parent, n, f.word())
	case opMove:
		parent, n := f.node(), f.node()
		n.detach()
		f.place(parent, n, f.word())
	case opRemove:
		f.node().detach()
	case opFree:
		delete(f.nodes, f.word())
	case opData:
		f.node().data = f.string()
	case opContent:
		f.node().children = []*fakeNode{{name: "#text", data: f.string()}}
	case opHTML:
		n := f.node()
		if len(n.children) > 0 && n.children[0].name != "#html" {
			f.t.Fatalf("children of %s are lost to its HTML", n.name)
		}
		n.children = nil
		if html := f.string(); html != "" {
			n.children = []*fakeNode{{name: "#html", data: html}}
		}
	case opSet, opControl, opProperty:
		n, name := f.node(), f.name()
		n.attr[name] = f.string()
	case opSetNS:
		n, _, name := f.node(), f.word(), f.name()
		n.attr[name] = f.string()
	case opClear:
		n, name := f.node(), f.name()
		delete(n.attr, name)
	case opClearNS:
		n, s, name := f.node(), space(f.word()), f.name()
		delete(n.attr, map[space]string{spaceXLink: "xlink:", spaceXML: "xml:"}[s]+name)
	case opClasses:
		n, was, now := f.node(), f.string(), f.string()
		if n.attr["class"] != was {
			f.t.Fatalf("the class is %q and said to be %q", n.attr["class"], was)
		}
		n.attr["class"] = now
	case opStyle:
		f.node().attr["style"] = f.string()
	case opFlag:
		n, name := f.node(), f.name()
		n.attr[name] = []string{"", "true"}[f.word()]
	case opListen:
		n, event, flags, number := f.node(), f.name(), f.word(), f.word()
		n.listeners[number] = fmt.Sprint(event, flags)
		f.listeners[number] = n
	case opUnlisten:
		number := f.word()
		delete(f.listeners[number].listeners, number)
		delete(f.listeners, number)
	case opSheet:
		number, media := f.word(), f.string()
		f.sheets[number] = media + ": " + f.string()
	case opLink:
		number, s := f.word(), "link"
		for range f.word() {
			s += " " + f.name() + "=" + f.string()
		}
		f.sheets[number] = s
	case opUnsheet:
		delete(f.sheets, f.word())
	default:
		f.t.Fatalf("instruction %d is unknown", op)
	}
}

// String writes the tree so that two of them can be compared. A control that is off and one that
// was never set look alike, as they do to a user.
func (n *fakeNode) String() string {
	var b strings.Builder
	n.write(&b, "")
	return b.String()
}

func (n *fakeNode) write(b *strings.Builder, indent string) {
	b.WriteString(indent + n.name)
	if n.data != "" {
		b.WriteString(" " + strconv.Quote(n.data))
	}
	var parts []string
	for k, v := range n.attr {
		if v != "" {
			parts = append(parts, k+"="+strconv.Quote(v))
		}
	}
	for _, l := range n.listeners {
		parts = append(parts, "@"+l)
	}
	slices.Sort(parts)
	b.WriteString(" " + strings.Join(parts, " ") + "\n")
	for _, c := range n.children {
		c.write(b, indent+"  ")
	}
}

// count is how many nodes there are in and below n, except for what was parsed from HTML.
func (n *fakeNode) count() int {
	k := 1
	for _, c := range n.children {
		if c.name != "#html" {
			k += c.count()
		}
	}
	return k
}
