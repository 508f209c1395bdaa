package setting

import "errors"

// A value in a query is written as in the forms of HTML: a space is a plus sign, what is not a
// letter, a digit or one of "-_.~" is its bytes as %XX. Package net/url does the same, and a test
// holds this to it; but it would bring 17 kB of other things to every reader.

const digits = "0123456789ABCDEF"

var errEscape = errors.New("setting: broken escape")

// escape writes a value.
func escape(text string) string {
	var b []byte
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '_', c == '.', c == '~':
			b = append(b, c)
		case c == ' ':
			b = append(b, '+')
		default:
			b = append(b, '%', digits[c>>4], digits[c&15])
		}
	}
	return string(b)
}

// unescape reads one.
func unescape(text string) (string, error) {
	var b []byte
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '+':
			b = append(b, ' ')
		case '%':
			if i+2 >= len(text) {
				return "", errEscape
			}
			high, low := nibble(text[i+1]), nibble(text[i+2])
			if high|low > 15 {
				return "", errEscape
			}
			b = append(b, high<<4|low)
			i += 2
		default:
			b = append(b, c)
		}
	}
	return string(b), nil
}

// nibble is the value of a hexadecimal digit, or 255.
func nibble(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10
	}
	return 255
}
