package dom

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"
)

// opcode is the first word of an instruction. The instructions themselves are the methods of the
// same names in static/dom.js, in the same order; a test compares the two lists.
type opcode uint32

const (
	opName     opcode = iota // text                   gives the next number to a tag, attribute or event name
	opElement                // node namespace tag     creates an element
	opText                   // node text              creates a text node
	opComment                // node text              creates a comment
	opInsert                 // parent node before     puts a new node in; before 0 is the end
	opMove                   // parent node before     takes a node that is in the document elsewhere
	opRemove                 // node                   takes a node out of the document
	opFree                   // node                   forgets a node, whose number may be used again
	opData                   // node text              changes a text node or comment
	opContent                // node text              replaces all children of an element by one text
	opHTML                   // node text              replaces all children of an element by parsed HTML
	opSet                    // node name text         sets an attribute
	opSetNS                  // node namespace name text
	opClear                  // node name              removes an attribute
	opClearNS                // node namespace name    the name without its prefix
	opClasses                // node text text         from the classes that we gave last to those that we give now
	opStyle                  // node text              replaces the inline style
	opControl                // node name text         a property of a form control that the user can change too
	opFlag                   // node name 0|1          the same for one that is true or false
	opProperty               // node name text         any property, from JSON
	opListen                 // node type flags listener
	opUnlisten               // listener
	opSheet                  // sheet media text       a style sheet of a component
	opLink                   // sheet count (name text)… a <link> of a component
	opUnsheet                // sheet
	opcodes                  // how many there are
)

// instructions is a program for the document: 32-bit little-endian words in code, and in text the
// UTF-8 of all strings one behind the other. A string's word in code is its length in UTF-16 units,
// so that JavaScript decodes the whole text at once and cuts it up. Both grow to what the largest
// program so far needed and are used again, so that a steady program allocates nothing.
type instructions struct {
	code  []byte
	text  []byte
	names map[string]uint32 // what the other side knows by number, for as long as it lives
}

func (p *instructions) reset() { p.code, p.text = p.code[:0], p.text[:0] }

func (p *instructions) empty() bool { return len(p.code) == 0 }

// op appends an instruction with operands that are not strings.
func (p *instructions) op(op opcode, operands ...uint32) {
	p.word(uint32(op))
	for _, x := range operands {
		p.word(x)
	}
}

// word appends a word. It is called from so many places that 3 kB of every page depend on it not
// being inlined; the same holds for the other functions that are marked so.
//
//go:noinline
func (p *instructions) word(x uint32) { p.code = binary.LittleEndian.AppendUint32(p.code, x) }

// string appends a string operand.
func (p *instructions) string(s string) {
	if !utf8.ValidString(s) { // the decoder's own replacement would not have the length that we send
		s = string([]rune(s))
	}
	p.text = append(p.text, s...)
	p.word(utf16Length(s))
}

// name returns the number of a name, which it makes known first if need be. Names are those that
// templates and programs spell out, so there are few of them and none is ever forgotten.
func (p *instructions) name(s string) uint32 {
	if n, ok := p.names[s]; ok {
		return n
	}
	if p.names == nil {
		p.names = map[string]uint32{}
	}
	n := uint32(len(p.names))
	p.names[strings.Clone(s)] = n
	p.op(opName)
	p.string(s)
	return n
}

// set appends the instruction that gives an attribute its value.
func (p *instructions) set(node uint32, name, value string) {
	if name == "style" { // the attribute is subject to a strict style-src, the property is not
		p.op(opStyle, node)
	} else {
		p.op(opSet, node, p.name(name))
	}
	p.string(value)
}

// utf16Length is the length that JavaScript gives to the valid UTF-8 string s.
func utf16Length(s string) (n uint32) {
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b < 0x80 || b >= 0xC0 && b < 0xF0:
			n++
		case b >= 0xF0:
			n += 2 // a surrogate pair
		}
	}
	return n
}
