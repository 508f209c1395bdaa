package scene

import (
	"strings"
	"unicode/utf8"
)

// Names of vectors, as equations and labels write them: h₃ is the state after time step 3; h²₃ that of
// the second layer; h←²₃ that of the second layer's direction that reads from the end. What a picture
// has one of has no mark: no layer where there is one, no direction where there is one.

// indexed is a name with a small number under it, as in h₁₂.
func indexed(name string, n int) string { return name + subscript(n) }

// subscript writes a number in small digits that stand low.
func subscript(n int) string { return digits(n, func(d rune) rune { return '₀' + d }) }

// Superscript writes a number in small digits that stand high.
func Superscript(n int) string {
	if n < 0 {
		return "⁻" + Superscript(-n)
	}
	return digits(n, func(d rune) rune {
		switch d {
		case 1:
			return '¹'
		case 2, 3:
			return '²' + d - 2
		}
		return '⁰' + d
	})
}

func digits(n int, form func(rune) rune) string {
	b := make([]byte, 0, 12)
	for _, d := range itoa(n) {
		b = utf8.AppendRune(b, form(d-'0'))
	}
	return string(b)
}

// ofLayer is a name with its layer above it, counted from 1, where there are several.
func (f *form) ofLayer(name string, layer int) string {
	if f.layers == 1 {
		return name
	}
	return name + Superscript(layer+1)
}

// of is the name of what a cell of the encoder hands on, up to its time step.
//
//go:noinline
func (f *form) of(name string, layer int, back bool) string {
	switch {
	case back:
		name += "←"
	case f.both:
		name += "→"
	}
	return f.ofLayer(name, layer)
}

// start is the name of a state that the decoder starts from, which is the encoder's last where it
// passes as it is.
func (s *stage) start(letter string, layer int) string {
	if s.bridge == "pass" {
		return indexed(s.ofLayer(letter, layer), len(s.run.Encoder))
	}
	return s.ofLayer(letter+"′", layer)
}

// ends is the name of what a layer of the encoder ends in.
func (s *stage) ends(letter string, layer int) string {
	last := indexed(s.of(letter, layer, false), len(s.run.Encoder))
	if !s.both {
		return last
	}
	return "[" + last + "; " + indexed(s.of(letter, layer, true), 1) + "]"
}

// says is the name of what a layer says at a step, its index included: its state, both of its states, or
// what their sum with the layer's input is called.
func (s *stage) says(part Role, layer int, index string) string {
	switch {
	case s.residual && layer > 0:
		return s.ofLayer("y", layer) + index
	case s.both && part == Encoder:
		return "[" + s.of("h", layer, false) + index + "; " + s.of("h", layer, true) + index + "]"
	}
	return s.ofLayer("h", layer) + index
}

// list joins texts as the language does: a, b and c.
func list(items []string, and string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " " + and + " " + items[last]
}
