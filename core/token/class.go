package token

import (
	"unicode"
	"unicode/utf8"
)

// class is what a character is to the cutting of words.
type class int

const (
	letter   class = iota // whatever is nothing else: letters, vowel signs, the underscore
	digit                 // of a number, within which a dot or a comma may stand
	unspaced              // of a script that writes no spaces between words
	opening               // punctuation that hangs on to what follows
	closing               // punctuation that hangs on to what precedes
	quoting               // punctuation that does the one and the other in turn
	currency              // hangs on to a number that follows
	apart                 // stands by itself: dashes, signs, emoji
)

// classify returns the class of a character, which its first code point decides.
func classify(character string) class {
	r, _ := utf8.DecodeRuneInString(character)
	if r < utf8.RuneSelf && 'a' <= r|0x20 && r|0x20 <= 'z' {
		return letter
	}
	switch r {
	case '_':
		return letter
	case '$', '£', '¥':
		return currency
	case '#', '@', '¿', '¡':
		return opening
	case '°', '′', '″':
		return closing
	case '"', '“', '”', '„', '‟', '‘', '‚', '‛', '«', '»', '‹', '›':
		return quoting
	case '-', '‐', '‑', '–', '—', '―', '־', '/', '\\', '&', '*', '•', '·', '§', '¶':
		return apart
	}
	switch {
	case '0' <= r && r <= '9', '٠' <= r && r <= '٩', '۰' <= r && r <= '۹', '०' <= r && r <= '९':
		return digit
	case unicode.Is(unicode.Ps, r):
		return opening
	case unicode.Is(unicode.P, r):
		return closing // the ends of sentences, in all scripts, are most of what is left
	case unicode.Is(unicode.S, r):
		return apart
	case Unspaced(r):
		return unspaced
	}
	return letter
}

// Unspaced reports whether r is of a script that writes no spaces between words: Chinese and Japanese,
// Thai, Lao, Tibetan, Burmese, Khmer.
func Unspaced(r rune) bool {
	return r >= 0xe00 && (r <= 0x109f || 0x1780 <= r && r <= 0x17ff ||
		0x2e80 <= r && r <= 0x312f || 0x31a0 <= r && r <= 0x9fff ||
		0xf900 <= r && r <= 0xfaff || 0xff66 <= r && r <= 0xff9f || 0x20000 <= r && r <= 0x3ffff)
}

// hyphen reports whether a character is a hyphen, or a dash that is used as one between numbers.
func hyphen(character string) bool {
	switch character {
	case "-", "‐", "‑", "–", "־":
		return true
	}
	return false
}

// apostrophe reports whether a character is one, straight or curled.
func apostrophe(character string) bool { return character == "'" || character == "’" }
