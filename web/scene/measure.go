package scene

import "unicode"

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
	widthWide  = 105 // everything else
	widthMono  = 61  // any character of the tabular face
	boldRatio  = 1.2
)

// textWidth is how wide a text is in pixels at a font size, never less than it will be.
func textWidth(s string, size float64, bold, mono bool) float64 {
	sum := 0
	for _, r := range s {
		switch {
		case mono && r < 0x250:
			sum += widthMono
		case r >= ' ' && r <= '~':
			sum += int(ascii[r-' '])
		case unicode.Is(unicode.Mn, r):
		case r >= '₀' && r <= '₉', r == '⟨', r == '⟩', r == '·':
			sum += widthSmall
		case r < 0x590, r == '−', r == '–', r == '’', r == '…', r == '␣', r == '→', r == '↓':
			sum += widthLatin
		default:
			sum += widthWide
		}
	}
	w := float64(sum) * size / 100
	if bold {
		w *= boldRatio
	}
	return w
}

// fit shortens a text to a width, ending it in an ellipsis where it had to be cut. It never cuts a
// letter off its accents.
func fit(s string, width, size float64, bold bool) string {
	if textWidth(s, size, bold, false) <= width {
		return s
	}
	runes := []rune(s)
	for n := len(runes) - 1; n > 0; n-- {
		if unicode.Is(unicode.Mn, runes[n]) {
			continue
		}
		if cut := string(runes[:n]) + "…"; textWidth(cut, size, bold, false) <= width {
			return cut
		}
	}
	return "…"
}
