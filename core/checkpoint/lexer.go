package checkpoint

import (
	"fmt"
	"strconv"
	"unicode/utf8"
)

// lexer reads the small part of JSON (RFC 8259) that a header is made of: objects of known form,
// strings, lists of whole numbers. It never looks back and never nests deeper than the format does.
type lexer struct {
	b      []byte // the header
	i      int    // the next byte of it
	offset int    // of b[0] in the file
	tensor string // whose description is being read, for errors
}

// fail is what every method returns as its error: at is an index of b.
func (l *lexer) fail(at int, format string, args ...any) error {
	return &FormatError{Offset: l.offset + at, Tensor: l.tensor, Reason: fmt.Sprintf(format, args...)}
}

// peek skips white space and returns the byte that follows, or 0 at the end.
func (l *lexer) peek() byte {
	for ; l.i < len(l.b); l.i++ {
		switch c := l.b[l.i]; c {
		case ' ', '\t', '\n', '\r':
		default:
			return c
		}
	}
	return 0
}

// found says in words what stands at the next byte.
func (l *lexer) found() string {
	if l.i >= len(l.b) {
		return "the header ends"
	}
	_, n := utf8.DecodeRune(l.b[l.i:])
	return "there is " + strconv.Quote(string(l.b[l.i:l.i+n]))
}

// expect takes the byte c.
func (l *lexer) expect(c byte) error {
	if l.peek() != c {
		return l.fail(l.i, "%s where the header should have %q", l.found(), c)
	}
	l.i++
	return nil
}

// each reads what stands between open and shut, separated by commas, calling item for each.
func (l *lexer) each(open, shut byte, item func() error) error {
	if err := l.expect(open); err != nil {
		return err
	}
	if l.peek() == shut {
		l.i++
		return nil
	}
	for {
		if err := item(); err != nil {
			return err
		}
		switch l.peek() {
		case shut:
			l.i++
			return nil
		case ',':
			l.i++
		default:
			return l.fail(l.i, "%s where the header should have ',' or %q", l.found(), shut)
		}
	}
}

// key reads a member's name and its colon; at is where the name stands.
func (l *lexer) key() (s string, at int, err error) {
	l.peek()
	at = l.i
	if s, err = l.text(); err != nil {
		return "", at, err
	}
	return s, at, l.expect(':')
}

// number reads a whole number from 0 to MaxInt64, written plainly: no sign, fraction or exponent.
func (l *lexer) number() (int, error) {
	c := l.peek()
	start := l.i
	for l.i < len(l.b) && '0' <= l.b[l.i] && l.b[l.i] <= '9' {
		l.i++
	}
	digits := string(l.b[start:l.i])
	if digits == "" {
		return 0, l.fail(start, "%s where the header should have a whole number", l.found())
	}
	if c == '0' && len(digits) > 1 {
		return 0, l.fail(start, "the number %.20s begins with a zero", digits)
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0, l.fail(start, "the number %.20s is too large", digits)
	}
	return n, nil
}

// numbers reads a list of whole numbers, at most limit of them.
func (l *lexer) numbers(what string, limit int) (list []int, err error) {
	list = []int{}
	err = l.each('[', ']', func() error {
		if len(list) == limit {
			return l.fail(l.i, "%s has more than %d numbers", what, limit)
		}
		n, err := l.number()
		list = append(list, n)
		return err
	})
	return list, err
}
