package checkpoint

import (
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// Strings of JSON, written and read (RFC 8259 §7).

// short is the letter that stands after the backslash for the characters that have one.
var short = [256]byte{'"': '"', '\\': '\\', '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't'}

// appendString appends s as a JSON string, escaping only what must be, and as briefly as can be.
func appendString(b []byte, s string) []byte {
	const hex = "0123456789abcdef"
	b = append(b, '"')
	for i := range len(s) {
		switch c := s[i]; {
		case short[c] != 0:
			b = append(b, '\\', short[c])
		case c < ' ':
			b = append(b, `\u00`...)
			b = append(b, hex[c>>4], hex[c&15])
		default:
			b = append(b, c)
		}
	}
	return append(b, '"')
}

// text reads a string.
func (l *lexer) text() (string, error) {
	if err := l.expect('"'); err != nil {
		return "", err
	}
	var s []byte
	for start := l.i; ; {
		if l.i >= len(l.b) {
			return "", l.fail(start-1, "a text begins here and never ends")
		}
		switch c := l.b[l.i]; {
		case c == '"':
			l.i++
			return string(s), nil
		case c == '\\':
			r, err := l.escape()
			if err != nil {
				return "", err
			}
			s = utf8.AppendRune(s, r)
		case c < ' ':
			return "", l.fail(l.i, "the control character %#x stands in a text without an escape", c)
		default:
			r, n := utf8.DecodeRune(l.b[l.i:])
			if r == utf8.RuneError && n == 1 {
				return "", l.fail(l.i, "the byte %#x is not UTF-8", c)
			}
			s = append(s, l.b[l.i:l.i+n]...)
			l.i += n
		}
	}
}

// escape reads what begins with a backslash, both halves of a surrogate pair.
func (l *lexer) escape() (rune, error) {
	at := l.i
	l.i++
	if l.i >= len(l.b) {
		return 0, l.fail(at, "the header ends within an escape")
	}
	c := l.b[l.i]
	l.i++
	switch {
	case c == '/':
		return '/', nil
	case c == 'u':
		first, err := l.hex(at)
		if err != nil || !utf16.IsSurrogate(first) {
			return first, err
		}
		if l.i+1 < len(l.b) && l.b[l.i] == '\\' && l.b[l.i+1] == 'u' {
			l.i += 2
			second, err := l.hex(at)
			if err != nil {
				return 0, err
			}
			if r := utf16.DecodeRune(first, second); r != utf8.RuneError {
				return r, nil
			}
		}
		return 0, l.fail(at, "half of a surrogate pair stands alone")
	}
	for meant, letter := range short {
		if c == letter && letter != 0 {
			return rune(meant), nil
		}
	}
	return 0, l.fail(at, "%q is no escape", l.b[at:l.i])
}

// hex reads the four digits of an escape that began at at.
func (l *lexer) hex(at int) (rune, error) {
	if l.i+4 > len(l.b) {
		return 0, l.fail(at, "the header ends within an escape")
	}
	n, err := strconv.ParseUint(string(l.b[l.i:l.i+4]), 16, 16)
	if err != nil {
		return 0, l.fail(at, "%q is not an escape of four hexadecimal digits", l.b[at:l.i+4])
	}
	l.i += 4
	return rune(n), nil
}
