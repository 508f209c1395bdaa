package token

import (
	"slices"
	"testing"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

func TestCharacters(t *testing.T) {
	for _, c := range []struct {
		what string
		want []string
	}{
		{"letters", []string{"a", "b", "c"}},
		{"white space is one space", []string{"a", " ", "b"}},
		{"accents, composed and combining", []string{"é", "e\u0301", "o\u0302\u0323"}},
		{"Hindi conjuncts", []string{"न", "म", "स्ते"}},
		{"Hindi conjuncts of three", []string{"स्त्री"}},
		{"Hindi kept apart by a non-joiner", []string{"क्\u200c", "ष"}},
		{"Bengali", []string{"প্র", "শ্ন"}},
		{"Tamil, which has none", []string{"க்", "ஷ"}},
		{"Burmese", []string{"က္က"}},
		{"Khmer", []string{"ស្ត្រី"}},
		{"Thai", []string{"ที่", "นี่", "น้ำ"}},
		{"Arabic with its vowels", []string{"مُ", "حَ", "مَّ", "د"}},
		{"Arabic number sign", []string{"\u0600\u0661", "\u0662"}},
		{"Hebrew with its points", []string{"שָׁ", "ל", "וֹ", "ם"}},
		{"Korean", []string{"한", "글", "\u1112\u1161\u11ab"}},
		{"Chinese", []string{"汉", "字"}},
		{"flags", []string{"🇧🇷", "🇵🇹", "🇫"}},
		{"emoji", []string{"👩🏽‍🚀", "❤️", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "1️⃣"}},
		{"a joiner between letters glues none", []string{"ه\u200d", "ا"}},
		{"what is no UTF-8", []string{"a", "\xff", "\xe2", "\x80"}},
		{"controls take no accent", []string{"\x01", "\u0301"}},
	} {
		text := Characters{}.Join(c.want)
		if got := (Characters{}).Cut(nil, text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q is cut into %q, want %q", c.what, text, got, c.want)
		}
	}
	if got := (Characters{}).Cut([]string{"x"}, " \t a\u00a0\u2003b\n"); !slices.Equal(got, []string{"x", "a", " ", "b"}) {
		t.Errorf("white space is cut into %q", got)
	}
}

// simplified are the code points that character treats otherwise than the annex: see there.
var simplified = []struct {
	what   string
	ranges [][2]rune
}{
	{"vowel signs and tones of Burmese, Tai Tham, Tai Viet and Ahom that the annex sets apart", [][2]rune{
		{0x102b, 0x102c}, {0x1038, 0x1038}, {0x1062, 0x1064}, {0x1067, 0x106d}, {0x1083, 0x1083}, {0x1087, 0x108c},
		{0x108f, 0x108f}, {0x109a, 0x109c}, {0x1a61, 0x1a61}, {0x1a63, 0x1a64}, {0xaa7b, 0xaa7b}, {0xaa7d, 0xaa7d},
		{0x11720, 0x11721}}},
	{"prepended letters of scripts beyond the first plane", [][2]rune{
		{0x110bd, 0x110bd}, {0x110cd, 0x110cd}, {0x111c2, 0x111c3}, {0x1193f, 0x1193f}, {0x11941, 0x11941},
		{0x11a84, 0x11a89}, {0x11d46, 0x11d46}, {0x11f02, 0x11f02}}},
	{"format characters of hieroglyphs, shorthand and music", [][2]rune{
		{0x13430, 0x1343f}, {0x1bca0, 0x1bca3}, {0x1d173, 0x1d17a}}},
	{"conjuncts of Tai Tham, Balinese, Sundanese, Javanese, Meetei Mayek, Kharoshthi and others, and rarer letters of the scripts that have them", [][2]rune{
		{0x9f0, 0x9f1}, {0xaf9, 0xaff}, {0xb71, 0xb71}, {0xc5d, 0xc5d}, {0xd3a, 0xd3a}, {0xd58, 0xd5f},
		{0x103f, 0x103f}, {0x1050, 0x1055}, {0x105a, 0x105d}, {0x1061, 0x1061}, {0x1065, 0x1066}, {0x106e, 0x1070},
		{0x1075, 0x1081}, {0x108e, 0x108e}, {0x1a20, 0x1a54}, {0x1a60, 0x1a60}, {0x1b0b, 0x1b0c}, {0x1b13, 0x1b33},
		{0x1b44, 0x1b4c}, {0x1b83, 0x1ba0}, {0x1bab, 0x1baf}, {0x1bbb, 0x1bbd}, {0xa989, 0xa9b2}, {0xa9c0, 0xa9c0},
		{0xa9e0, 0xa9fe}, {0xaa60, 0xaa7f}, {0xaae0, 0xaaea}, {0xaaf6, 0xaaf6}, {0xabc0, 0xabda}, {0x10a00, 0x10a3f},
		{0x11103, 0x11147}, {0x11900, 0x1193e}, {0x11a00, 0x11a99}, {0x11f04, 0x11f42}}},
}

func isSimplified(r rune) bool {
	for _, s := range simplified {
		for _, x := range s.ranges {
			if x[0] <= r && r <= x[1] {
				return true
			}
		}
	}
	return unicode.Is(unicode.Cn, r) // not yet assigned in package unicode, perhaps so in the oracle
}

func first(s string) string {
	words := graphemes.FromString(s)
	words.Next()
	return words.Value()
}

// TestCharacterIsTheAnnexs compares every code point, in the places where it can matter, with another
// implementation of Unicode's annex 29.
func TestCharacterIsTheAnnexs(t *testing.T) {
	compared := 0
	for r := rune(1); r <= unicode.MaxRune; r++ {
		if 0xd800 <= r && r < 0xe000 || isSimplified(r) {
			continue
		}
		x := string(r)
		texts := []string{
			"a" + x, x + "a", x + "\u0301", x + x, "가" + x, x + "가", "\u1100" + x, "🇧" + x, "\u0600" + x,
			"क्" + x, x + "्क", "क" + x + "क", "क्\u200d" + x,
		}
		if !(0x2122 <= r && r <= 0x2bff || 0x1f000 <= r && r <= 0x1fbff) {
			// Of the blocks of signs, pictograph takes the whole.
			texts = append(texts, "😀\u200d"+x, x+"\u200d😀")
		}
		for _, text := range texts {
			if text == "\r\n" {
				continue
			}
			compared++
			if got, want := character(text), first(text); got != want {
				t.Errorf("%+q begins with the character %+q, by the annex with %+q", text, got, want)
			}
		}
		if t.Failed() && r > 0x3000 {
			return
		}
	}
	if compared < 1e6 {
		t.Errorf("only %d texts were compared", compared)
	}
	for _, x := range []rune("♀♂⚕⚖⚽✈❤➡⬛🌈🏫💻🔧🚀🦰🧑🫂") {
		for _, text := range []string{"😀\u200d" + string(x), string(x) + "\ufe0f\u200d😀"} {
			if got := character(text); got != text || first(text) != text {
				t.Errorf("%q begins with the character %q", text, got)
			}
		}
	}
}

// Whatever the text, its characters are the text, each is one by itself, and they are those of the
// annex.
func FuzzCharacter(f *testing.F) {
	for _, s := range []string{"e\u0301a", "क्षत्रिय", "👩🏽‍🚀🇧🇷🇵", "\u1112\u1161\u11ab", "\u0600\u0661", "\xff\u0301", "a\u200d😀", "ก\u0e33", "\u00ad\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		odd := false
		for _, r := range s {
			odd = odd || isSimplified(r) || r == unicode.ReplacementChar || r == '\r' || pictograph(r) || unicode.Is(unicode.Mc, r)
		}
		for rest := s; rest != ""; {
			c := character(rest)
			if c == "" || rest[:len(c)] != c || character(c) != c {
				t.Fatalf("%q begins with %q, which begins with %q", rest, c, character(c))
			}
			if want := first(rest); !odd && c != want {
				t.Fatalf("%+q begins with %+q, by the annex with %+q", rest, c, want)
			}
			rest = rest[len(c):]
		}
	})
}
