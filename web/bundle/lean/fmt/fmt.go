// Package fmt stands in for the library's in the page's program, which writes errors with it and nothing
// else. It gives the same bytes for what it knows: the verbs v, d, s, q, x, t, c, U, T, e, f, g and w,
// with - + 0, # for U and, without 0, for whole numbers by x, a width, a precision and an index; of
// booleans, whole and real numbers and texts, all of the language's own types, of errors and Stringers,
// and of slices of bytes, ints and strings. For anything else it writes %!verb(type); a test of package
// lean finds the formats in our packages that ask for more.
//
// The library's package also writes to files, reads, knows every kind of value and recovers from what
// panics while it is printed. With all that it imports for this it is 60 KB of brotli, of which 52 are
// saved here.
package fmt

import (
	"errors"
	"io"
)

// Stringer is what says how it is written.
type Stringer interface{ String() string }

// Sprintf gives a format with its verbs replaced by the arguments.
func Sprintf(format string, arguments ...any) string {
	var p printer
	p.format(format, arguments)
	return string(p.out)
}

// Fprintf writes what Sprintf gives.
func Fprintf(w io.Writer, format string, arguments ...any) (n int, err error) {
	return io.WriteString(w, Sprintf(format, arguments...))
}

// Sprint gives the arguments as by %v, with spaces between those that are no texts.
func Sprint(arguments ...any) string {
	p := printer{directive: directive{precision: -1}}
	text := true
	for i, a := range arguments {
		_, is := a.(string)
		if i > 0 && !is && !text {
			p.out = append(p.out, ' ')
		}
		p.argument(a, 'v')
		text = is
	}
	return string(p.out)
}

// Errorf is an error that says what Sprintf gives, and wraps the arguments of %w.
func Errorf(format string, arguments ...any) error {
	p := printer{wraps: true}
	p.format(format, arguments)
	said := string(p.out)
	switch len(p.wrapped) {
	case 0:
		return errors.New(said)
	case 1:
		return &wrapError{said, p.wrapped[0]}
	}
	return &wrapErrors{said, p.wrapped}
}

type wrapError struct {
	said string
	err  error
}

func (e *wrapError) Error() string { return e.said }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	said string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.said }
func (e *wrapErrors) Unwrap() []error { return e.errs }
