package token

import (
	"unicode"
	"unicode/utf8"
)

const (
	zeroWidthJoiner = 0x200d
	zeroWidthNon    = 0x200c
)

// character returns the first character of s as a reader sees it: a letter with all of its accents,
// a flag, an emoji with its skin colour or a family of them. s must not be empty. It follows the
// extended grapheme clusters of Unicode's annex 29, save that it joins whatever stands on the two
// sides of a zero-width joiner and knows no prepended marks; those differences only make the text
// that an error shows a little longer or shorter.
func character(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if first == utf8.RuneError && n <= 1 {
		return s[:n]
	}
	last, flag := first, regional(first)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		switch {
		case extends(r):
		case last == zeroWidthJoiner && !unicode.IsSpace(r):
		case flag && regional(r):
			flag = false
		case syllable(last, r):
		default:
			return s[:n]
		}
		last = r
		n += size
	}
	return s
}

// extends reports whether r never stands alone: accents and vowel signs, variation selectors,
// joiners, skin colours, the tags of subdivisions' flags.
func extends(r rune) bool {
	return unicode.Is(unicode.M, r) || r == zeroWidthJoiner || r == zeroWidthNon ||
		0x1f3fb <= r && r <= 0x1f3ff || 0xe0020 <= r && r <= 0xe007f
}

// regional reports whether r is half of a country's flag.
func regional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

// syllable reports whether two Hangul letters a, b belong to one syllable: leading consonant (L),
// vowel (V) and trailing consonant (T), as jamo or already composed.
func syllable(a, b rune) bool {
	composed := 0xac00 <= a && a <= 0xd7a3
	leading := 0x1100 <= a && a <= 0x115f || 0xa960 <= a && a <= 0xa97c
	vowel := 0x1160 <= b && b <= 0x11a7 || 0xd7b0 <= b && b <= 0xd7c6
	trailing := 0x11a8 <= b && b <= 0x11ff || 0xd7cb <= b && b <= 0xd7fb
	switch {
	case leading:
		return vowel || 0x1100 <= b && b <= 0x115f || 0xac00 <= b && b <= 0xd7a3
	case composed && (a-0xac00)%28 == 0, 0x1160 <= a && a <= 0x11a7, 0xd7b0 <= a && a <= 0xd7c6:
		return vowel || trailing
	case composed, 0x11a8 <= a && a <= 0x11ff, 0xd7cb <= a && a <= 0xd7fb:
		return trailing
	}
	return false
}
