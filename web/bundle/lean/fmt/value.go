package fmt

import (
	"reflect"
	"strconv"
	"unicode/utf8"
)

// argument writes an argument by a verb.
func (p *printer) argument(a any, verb rune) {
	switch {
	case verb == 'T' && a == nil, verb == 'v' && a == nil:
		p.pad("<nil>")
	case verb == 'T':
		p.pad(reflect.TypeOf(a).String())
	case a == nil || !p.speaks(a, verb) && !p.value(reflect.ValueOf(a), verb):
		p.bad(a, verb)
	}
}

// bad says that a verb is not for such a value.
func (p *printer) bad(a any, verb rune) {
	kind := "<nil>"
	if a != nil {
		kind = reflect.TypeOf(a).String()
	}
	p.write("%!", string(verb), "(", kind, ")")
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
func (p *printer) value(v reflect.Value, verb rune) bool {
	switch v.Kind() {
	case reflect.Bool:
		if verb != 'v' && verb != 't' {
			return false
		}
		p.pad(strconv.FormatBool(v.Bool()))
		return true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		n := v.Int()
		return p.integer(min(uint64(n), -uint64(n)), n < 0, verb)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64, reflect.Uintptr:
		return p.integer(v.Uint(), false, verb)
	case reflect.Float32:
		return p.float(v.Float(), 32, verb)
	case reflect.Float64:
		return p.float(v.Float(), 64, verb)
	case reflect.String:
		return p.text(v.String(), verb)
	case reflect.Slice:
		return p.list(v, verb)
	}
	return false
}

// list writes a slice of values that have no methods, for reflect's way to them is long.
func (p *printer) list(v reflect.Value, verb rune) bool {
	of := v.Type().Elem()
	if of.NumMethod() > 0 {
		return false
	}
	if of.Kind() == reflect.Uint8 && (verb == 's' || verb == 'q' || verb == 'x') {
		return p.text(string(v.Bytes()), verb)
	}
	p.write("[")
	for i := range v.Len() {
		if i > 0 {
			p.write(" ")
		}
		if !p.value(v.Index(i), verb) {
			return false
		}
	}
	p.write("]")
	return true
}

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
