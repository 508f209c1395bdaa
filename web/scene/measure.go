package scene

import (
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

// Widths of other characters in hundredths of the font size, rather too wide than too narrow.
const (
	widthSmall = 42  // subscripts, brackets, points
	widthLatin = 80  // accented letters, Greek, Cyrillic, mathematical signs
	widthWide  = 105 // ideographs and whatever else there is
	widthEmoji = 140
	widthMono  = 61 // any character of the tabular face
	boldRatio  = 1.2
)

// textWidth is how wide a text is in pixels at a font size, never less than it will be.
func textWidth(s string, size float64, bold, mono bool) float64 {
	sum := 0
	for _, r := range s {
		sum += runeWidth(r, mono)
	}
	w := float64(sum) * size / 100
	if bold {
		w *= boldRatio
	}
	return w
}

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
	case r < 0x590, r >= 0x1e00 && r < 0x2000, r >= 0x2010 && r < 0x2027, r == '−', r == '␣', r >= '←' && r <= '↓':
		return widthLatin
	case r >= 0x1f000 || r >= 0x2600 && r < 0x27c0:
		return widthEmoji
	}
	return widthWide
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
