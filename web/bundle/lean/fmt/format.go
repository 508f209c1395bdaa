package fmt

import (
	"strings"
	"unicode/utf8"
)

// printer writes one format. It does not hold the arguments, or their list would be on the heap, by code
// at every call.
type printer struct {
	out     []byte
	next    int // the argument that the next verb takes
	wraps   bool
	wrapped []error
	directive
}

// directive is what stands between % and the verb.
type directive struct {
	minus, plus, sharp, zero bool
	named                    bool // the fields of structs: of %+v
	width, precision         int  // precision -1: none
}

// format writes a format.
func (p *printer) format(format string, arguments []any) {
	for i := 0; i < len(format); {
		if format[i] != '%' {
			p.out = append(p.out, format[i])
			i++
			continue
		}
		i = p.read(format, i+1)
		verb, size := utf8.DecodeRuneInString(format[i:])
		i += size
		switch {
		case size == 0:
			p.write("%!(NOVERB)")
		case verb == '%':
			p.write("%")
		case p.next >= len(arguments):
			p.write("%!", string(verb), "(MISSING)")
		default:
			p.next++
			p.argument(arguments[p.next-1], verb)
		}
	}
}

// read reads a directive from i on and gives where it ends.
func (p *printer) read(format string, i int) int {
	p.directive = directive{precision: -1}
flags:
	for ; i < len(format); i++ {
		switch format[i] {
		case '-':
			p.minus = true
		case '+':
			p.plus = true
		case '#':
			p.sharp = true
		case '0':
			p.zero = true
		default:
			break flags
		}
	}
	p.width, i = number(format, i)
	if i < len(format) && format[i] == '.' {
		p.precision, i = number(format, i+1)
	}
	if i < len(format) && format[i] == '[' {
		p.next, i = number(format, i+1)
		p.next, i = p.next-1, i+1
	}
	return i
}

// number reads digits, if any.
func number(format string, i int) (n, end int) {
	for ; i < len(format) && '0' <= format[i] && format[i] <= '9'; i++ {
		n = 10*n + int(format[i]-'0')
	}
	return n, i
}

func (p *printer) write(texts ...string) {
	for _, t := range texts {
		p.out = append(p.out, t...)
	}
}

// pad writes a text at its width; zeros to fill it up stand behind the sign of a number.
func (p *printer) pad(text string) { p.signed("", text) }

func (p *printer) signed(sign, text string) {
	short := max(0, p.width-len(sign)-utf8.RuneCountInString(text))
	switch {
	case p.minus:
		p.write(sign, text, strings.Repeat(" ", short))
	case p.zero:
		p.write(sign, strings.Repeat("0", short), text)
	default:
		p.write(strings.Repeat(" ", short), sign, text)
	}
}

// number writes a number, of which the sign is apart.
func (p *printer) number(negative bool, digits string) {
	switch {
	case negative:
		p.signed("-", digits)
	case p.plus:
		p.signed("+", digits)
	default:
		p.pad(digits)
	}
}
