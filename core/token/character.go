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
// a flag, an emoji with its skin colour or a family of them, a conjunct of Devanagari. s must not be
// empty. What comes before s does not matter: a character by itself is one character again.
//
// It follows the extended grapheme clusters of Unicode's annex 29 (https://unicode.org/reports/tr29/,
// rules GB4 to GB13) by package unicode's marks and a few ranges. A byte that is no UTF-8 is a character
// of its own, and so is a carriage return before a line feed. Simplified are: vowel signs of Burmese and
// Tai that the annex sets apart for the sake of old data; signs and symbols between emoji, all of which a
// joiner glues; conjuncts of rarer scripts; the format characters beyond the first plane. The test
// compares every code point with an implementation of the annex, and has the list.
func character(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r < 0x80 && (n == len(s) || s[n] < 0x80) || control(r) || r == utf8.RuneError && n == 1 {
		return s[:n]
	}
	last := r
	flag := regional(r)
	picture := pictograph(r)
	var stack conjunct
	stack.add(r)
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		joined := stack.add(r)
		switch {
		case r < 0x80 && !prepended(last) || r == utf8.RuneError && size == 1 || control(r):
			return s[:n]
		case extends(r):
			flag = false
		case prepended(last):
			flag, picture = regional(r), pictograph(r)
		case flag && regional(r):
			flag = false
		case joined, syllable(last, r), picture && last == zeroWidthJoiner && pictograph(r):
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
	switch {
	case r < 0x300:
		return false
	case r == zeroWidthJoiner, r == zeroWidthNon,
		r == 0x0e33, r == 0x0eb3, // am of Thai and Lao, letters that are written like vowel signs
		r == 0xff9e, r == 0xff9f, // voicing of half-wide kana
		0x1f3fb <= r && r <= 0x1f3ff,
		0xe0020 <= r && r <= 0xe007f:
		return true
	}
	return unicode.Is(unicode.M, r)
}

// control reports whether r is no part of any character, not even with an accent after it.
func control(r rune) bool {
	return r < 0x20 || 0x7f <= r && r < 0xa0 || r == 0xad || r == 0x61c || r == 0x180e || r == 0x200b ||
		r == 0x200e || r == 0x200f || 0x2028 <= r && r <= 0x202e || 0x2060 <= r && r <= 0x206f ||
		r == 0xfeff || 0xfff0 <= r && r <= 0xfffb || 0xe0000 <= r && r < 0xe0020
}

// prepended reports whether r is written before the character that follows it: the signs above and
// below Arabic numbers, for the most part.
func prepended(r rune) bool {
	return 0x600 <= r && r <= 0x605 || r == 0x6dd || r == 0x70f || r == 0x890 || r == 0x891 || r == 0x8e2 || r == 0xd4e
}

// regional reports whether r is half of a country's flag.
func regional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

// pictograph reports whether r can be glued to another with a joiner: Extended_Pictographic, in
// blocks, which have a few other signs among them.
func pictograph(r rune) bool {
	return r == 0xa9 || r == 0xae || r == 0x203c || r == 0x2049 || 0x2122 <= r && r <= 0x2bff ||
		r == 0x3030 || r == 0x303d || r == 0x3297 || r == 0x3299 || 0x1f000 <= r && r <= 0x1fbff && !regional(r)
}

// conjunct follows the consonants of those scripts that write them into one another: 1 after a
// consonant, 2 when the sign that binds it to the next has followed.
type conjunct int

// add reports whether r is joined to what came before it.
func (c *conjunct) add(r rune) bool {
	consonant, binds := conjoins(r)
	switch {
	case consonant:
		joined := *c == 2
		*c = 1
		return joined
	case binds && *c == 1:
		*c = 2
	case !binds && (!extends(r) || r == zeroWidthNon):
		*c = 0
	}
	return false
}

// conjoins reports whether r is a consonant that can be part of a conjunct, and whether it is the sign
// that makes one.
func conjoins(r rune) (consonant, binds bool) {
	switch r &^ 0x7f {
	case 0x900, 0x980, 0xa80, 0xb00, 0xc00, 0xd00: // Devanagari, Bengali, Gujarati, Oriya, Telugu, Malayalam, by one plan
		at := r & 0x7f
		return 0x15 <= at && at <= 0x39 || 0x58 <= at && at <= 0x5f || 0x978 <= r && r <= 0x97f, at == 0x4d
	case 0x1000: // Burmese
		return r <= 0x102a, r == 0x1039
	case 0x1780: // Khmer
		return r <= 0x17b3, r == 0x17d2
	}
	return false, false
}

// syllable reports whether two Hangul letters a, b belong to one syllable: leading consonant (L),
// vowel (V) and trailing consonant (T), as jamo or already composed.
func syllable(a, b rune) bool {
	composed := 0xac00 <= a && a <= 0xd7a3
	leading := 0x1100 <= a && a <= 0x115f || 0xa960 <= a && a <= 0xa97c
	vowel := 0x1160 <= b && b <= 0x11a7 || 0xd7b0 <= b && b <= 0xd7c6
	trailing := 0x11a8 <= b && b <= 0x11ff || 0xd7cb <= b && b <= 0xd7fb
	switch {
	case leading:
		return vowel || 0x1100 <= b && b <= 0x115f || 0xa960 <= b && b <= 0xa97c || 0xac00 <= b && b <= 0xd7a3
	case composed && (a-0xac00)%28 == 0, 0x1160 <= a && a <= 0x11a7, 0xd7b0 <= a && a <= 0xd7c6:
		return vowel || trailing
	case composed, 0x11a8 <= a && a <= 0x11ff, 0xd7cb <= a && a <= 0xd7fb:
		return trailing
	}
	return false
}
