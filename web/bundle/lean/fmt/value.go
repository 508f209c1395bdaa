package fmt

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// argument writes an argument by a verb.
func (p *printer) argument(a any, verb rune) {
	switch {
	case verb == 'T':
		p.pad(typeOf(a))
	case verb == 'v' && a == nil:
		p.pad("<nil>")
	case !p.speaks(a, verb) && !p.value(a, verb):
		p.write("%!", string(verb), "(", typeOf(a), ")")
	}
}

// speaks writes what says itself how it is written.
func (p *printer) speaks(a any, verb rune) bool {
	switch v := a.(type) {
	case error:
		if verb == 'w' && p.wraps {
			p.wrapped = append(p.wrapped, v)
			verb = 'v'
		}
		return textual(verb) && p.text(v.Error(), verb)
	case Stringer:
		return textual(verb) && p.text(v.String(), verb)
	}
	return false
}

// textual reports whether a verb asks errors and Stringers what they say.
func textual(verb rune) bool { return verb == 'v' || verb == 's' || verb == 'q' || verb == 'x' }

// value writes a value, if the verb is one for such.
func (p *printer) value(a any, verb rune) bool {
	switch v := a.(type) {
	case bool:
		if verb != 'v' && verb != 't' {
			return false
		}
		p.pad(strconv.FormatBool(v))
		return true
	case int:
		return p.whole(int64(v), verb)
	case int8:
		return p.whole(int64(v), verb)
	case int16:
		return p.whole(int64(v), verb)
	case int32:
		return p.whole(int64(v), verb)
	case int64:
		return p.whole(v, verb)
	case uint:
		return p.integer(uint64(v), false, verb)
	case uint8:
		return p.integer(uint64(v), false, verb)
	case uint16:
		return p.integer(uint64(v), false, verb)
	case uint32:
		return p.integer(uint64(v), false, verb)
	case uint64:
		return p.integer(v, false, verb)
	case float32:
		return p.float(float64(v), 32, verb)
	case float64:
		return p.float(v, 64, verb)
	case string:
		return p.text(v, verb)
	case []byte:
		return verb != 'v' && p.text(string(v), verb)
	case []int:
		return p.list(len(v), func(i int) bool { return p.whole(int64(v[i]), verb) })
	case []string:
		return p.list(len(v), func(i int) bool { return p.text(v[i], verb) })
	}
	return false
}

func (p *printer) list(n int, write func(i int) bool) bool {
	p.write("[")
	for i := range n {
		if i > 0 {
			p.write(" ")
		}
		if !write(i) {
			return false
		}
	}
	p.write("]")
	return true
}

// typeOf is the name of a value's type. The runtime tells it, to whoever takes the value for something
// that it is not; package reflect would be 10 KB of brotli.
func typeOf(a any) (name string) {
	if a == nil {
		return "<nil>"
	}
	defer func() {
		_, name, _ = strings.Cut(recover().(error).Error(), " is ")
		name, _, _ = strings.Cut(name, ", not fmt.nothing")
	}()
	_ = a.(nothing)
	return ""
}

type nothing struct{}

// text writes a text, if the verb is one for texts.
func (p *printer) text(s string, verb rune) bool {
	if verb == 'x' {
		var out []byte
		for i := range len(s) {
			out = append(out, "0123456789abcdef"[s[i]>>4], "0123456789abcdef"[s[i]&15])
		}
		p.pad(string(out))
		return true
	}
	runes := 0
	for i := range s {
		if runes == p.precision {
			s = s[:i]
			break
		}
		runes++
	}
	switch verb {
	case 'v', 's':
		p.pad(s)
	case 'q':
		p.pad(strconv.Quote(s))
	default:
		return false
	}
	return true
}

func (p *printer) whole(n int64, verb rune) bool {
	return p.integer(min(uint64(n), -uint64(n)), n < 0, verb)
}

// integer writes a whole number, of which n is the size, if the verb is one for such.
func (p *printer) integer(n uint64, negative bool, verb rune) bool {
	switch verb {
	case 'd', 'v':
		p.number(negative, strconv.FormatUint(n, 10))
		return true
	case 'x':
		digits := strconv.FormatUint(n, 16)
		if p.sharp {
			digits = "0x" + digits
		}
		p.number(negative, digits)
		return true
	}
	if negative {
		n = -n // as it was: no character
	}
	r := rune(min(n, utf8.MaxRune+1))
	switch verb {
	case 'c':
		p.pad(string(r))
	case 'q':
		p.pad(strconv.QuoteRune(r))
	case 'U':
		digits := strconv.FormatUint(n, 16)
		for len(digits) < 4 {
			digits = "0" + digits
		}
		text := "U+" + upper(digits)
		if p.sharp && strconv.IsPrint(r) {
			text += " '" + string(r) + "'"
		}
		p.pad(text)
	default:
		return false
	}
	return true
}

// upper is a text with its small letters made capital ones.
func upper(s string) string {
	b := []byte(s)
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] -= 'a' - 'A'
		}
	}
	return string(b)
}

// float writes a real number, if the verb is one for such.
func (p *printer) float(x float64, bits int, verb rune) bool {
	precision := p.precision
	switch verb {
	case 'v':
		verb = 'g'
	case 'g':
	case 'e', 'f':
		if precision < 0 {
			precision = 6
		}
	default:
		return false
	}
	digits := strconv.FormatFloat(x, byte(verb), precision, bits)
	switch negative := digits[0] == '-'; {
	case x-x != 0: // infinite, with its sign, or no number
		zero := p.zero
		p.zero = false
		p.pad(digits)
		p.zero = zero
	case negative:
		p.number(true, digits[1:])
	default:
		p.number(false, digits)
	}
	return true
}
