package own

import (
	"unicode"
	"unicode/utf8"
)

// direction is the direction of writing of most of a side's texts, each by its first strong character
// (Unicode's annex 9, rule P2): "ltr" or "rtl".
func direction(pairs []pair, side int) string {
	balance := 0
	for i := range pairs {
		balance += strong(pairs[i].text(side))
	}
	if balance < 0 {
		return "rtl"
	}
	return "ltr"
}

// strong is 1 if the first letter of s is written from left to right, -1 if from right to left, 0 if
// there is none.
func strong(s string) int {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			if 'a' <= r|0x20 && r|0x20 <= 'z' {
				return 1
			}
		case 0x660 <= r && r <= 0x66c, 0x6f0 <= r && r <= 0x6f9: // Arabic digits are weak
		case unicode.Is(unicode.P, r), unicode.Is(unicode.S, r), unicode.Is(unicode.M, r), unicode.IsSpace(r):
		case 0x590 <= r && r <= 0x8ff, 0xfb1d <= r && r <= 0xfdff, 0xfe70 <= r && r <= 0xfefe,
			0x10800 <= r && r <= 0x10fff, 0x1e800 <= r && r <= 0x1efff:
			return -1
		default:
			return 1
		}
	}
	return 0
}
