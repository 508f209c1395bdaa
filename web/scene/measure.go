package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"unroll/core/token"
)

// ascii is the advance of each character from space to tilde in hundredths of the font size, in
// DejaVu Sans, which is the widest of the faces that a reader's system font may be. What fits by
// this table fits in the others too.
var ascii = [...]uint8{
	32, 41, 46, 84, 64, 95, 78, 28, 39, 39, 50, 84, 32, 37, 32, 34, //  !"#$%&'()*+,-./
	64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34, 84, 84, 84, 54, // 0123456789:;<=>?
	100, 69, 69, 70, 77, 64, 58, 78, 76, 30, 30, 66, 56, 87, 75, 79, // @ABCDEFGHIJKLMNO
	61, 79, 70, 64, 62, 74, 69, 99, 69, 62, 69, 39, 34, 39, 84, 50, // PQRSTUVWXYZ[\]^_
	50, 62, 64, 55, 64, 62, 36, 64, 64, 28, 28, 58, 28, 98, 64, 62, // `abcdefghijklmno
	64, 64, 42, 53, 40, 64, 60, 82, 60, 60, 53, 64, 34, 64, 84, // pqrstuvwxyz{|}~
}

// Widths of other characters in hundredths of the font size, rather too wide than too narrow: where
// there is a face to measure, DejaVu Sans, the widest of a kind.
const (
	widthSmall  = 42  // subscripts, brackets, points
	widthLatin  = 80  // accented letters, mathematical signs
	widthLarge  = 112 // the capitals of scripts that have wide ones
	widthMedium = 98  // their small letters, Greek, Arabic
	widthWide   = 107 // ideographs and whatever else there is
	widthEmoji  = 140
	widthMono   = 61 // any character of the tabular face
	boldRatio   = 1.2
)

// textWidth is how wide a text is in pixels at a font size, never less than it will be, except that in
// some faces an ellipsis hangs over by a fifth of the size: whoever shortens a text leaves room for that.
func textWidth(s string, size float64, bold, mono bool) float64 {
	sum := 0
	last := rune(0)
	for _, r := range s {
		switch {
		case last == joiner: // one more person of a family is no wider a family
		case regional(r) && regional(last):
			r = 0 // the second half of a flag
		default:
			sum += runeWidth(r, mono)
		}
		last = r
	}
	w := float64(sum) * size / 100
	if bold {
		w *= boldRatio
	}
	return w
}

// joiner makes one emoji of two.
const joiner = '\u200d'

// regional reports whether r is half of a country's flag.
func regional(r rune) bool { return 0x1f1e6 <= r && r <= 0x1f1ff }

func runeWidth(r rune, mono bool) int {
	switch {
	case mono && r < 0x250:
		return widthMono
	case r >= ' ' && r <= '~':
		return int(ascii[r-' '])
	case stacks(r):
		return 0
	case r >= '₀' && r <= '₉', r >= '⁰' && r <= '⁹', r == '¹', r == '²', r == '³', r == '⟨', r == '⟩', r == '·', r == '′', r == 'ⱼ', r == 'ₜ':
		return widthSmall
	case r == 'Æ', r == 'æ', r == 'Œ', r == 'œ', r >= 0x180 && r < 0x250, r >= 0x400 && r < 0x530, r >= 0x1e00 && r < 0x2000:
		if unicode.IsUpper(r) {
			return widthLarge
		}
		return widthMedium
	case r >= 0x370 && r < 0x400, r >= 0x530 && r < 0x590, r == 'Ŵ', r == '—':
		return widthMedium
	case r >= 0x590 && r < 0x700:
		return leftwardsWidth(r)
	case r < 0x590, r >= 0x2010 && r < 0x2027, r == '−', r == '␣', r >= '←' && r <= '↓':
		return widthLatin
	case r >= 0x1f000 || r >= 0x2600 && r < 0x27c0:
		return widthEmoji
	}
	return widthWide
}

// leftwardsWidth is the width of a Hebrew or an Arabic letter, of whichever form.
func leftwardsWidth(r rune) int {
	switch {
	case r < 0x600 || strings.ContainsRune("ءآأؤإاةدذرزهوـ", r):
		return 72
	case r >= 0x633 && r <= 0x636 || r >= 0x69a && r <= 0x69e: // seen and sad
		return 128
	case r < 0x66e && !strings.ContainsRune("بتثطظفك", r):
		return 85
	}
	return 106
}

// stacks reports whether a character takes up no room of its own: an accent, a mark of direction, what
// joins others or changes how they look.
func stacks(r rune) bool {
	return r >= 0x300 && (unicode.In(r, unicode.Mn, unicode.Me) ||
		r >= 0x200b && r <= 0x200f || r >= 0x202a && r <= 0x202e || r >= 0x2060 && r <= 0x2069 ||
		r >= 0x1f3fb && r <= 0x1f3ff || r >= 0xe0020 && r <= 0xe007f)
}

// clusters cuts a text into characters as a reader sees them.
func clusters(s string) []string {
	if len(s) < 2 {
		return []string{s}
	}
	return token.Characters{}.Cut(nil, s)
}

// fit shortens a text to a width, ending it in an ellipsis where it had to be cut. It never cuts a
// letter off its accents, nor takes a character of several apart.
func fit(s string, width, size float64, bold bool) string {
	if textWidth(s, size, bold, false) <= width {
		return s
	}
	kept := ""
	for _, c := range clusters(s) {
		if textWidth(kept+c+"…", size, bold, false) > width {
			break
		}
		kept += c
	}
	if last, _ := utf8.DecodeLastRuneInString(kept); leftwards(last) {
		return kept + "…" + rightToLeft // so that the ellipsis stands at the text's own end, on the left
	}
	return kept + "…"
}

// Marks of direction, which are not seen: the first makes what is beside it belong to a text that
// runs to the left, the other two keep a text's direction from what stands around it.
const (
	rightToLeft  = "\u200f"
	isolateFirst = "\u2068"
	isolateEnd   = "\u2069"
)

// isolated is a text, to be quoted in a sentence, whose direction does not spill over to what follows.
func isolated(s string) string {
	for _, r := range s {
		if leftwards(r) {
			return isolateFirst + s + isolateEnd
		}
	}
	return s
}

// leftwards reports whether a character belongs to a script that is written from right to left: Hebrew,
// Arabic and their neighbours.
func leftwards(r rune) bool {
	return r >= 0x590 && r <= 0x8ff || r >= 0xfb1d && r <= 0xfdff || r >= 0xfe70 && r <= 0xfefc || r >= 0x10800 && r <= 0x10fff || r >= 0x1e800 && r <= 0x1efff
}
