package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Words cuts a text at white space, and punctuation from words.
//
// A word that was written together with the next keeps what binds it: a hyphen ("forty-" "two") or the
// apostrophe of an elision ("l'" "homme"), so that a number or an article is the same word wherever it
// stands. An elision is, as in French, Italian and Portuguese, an apostrophe between a consonant (or
// qu) and a vowel (or h). English contractions never are, and stay whole: "don't", "it's". Cut at the
// apostrophe they would give halves such as "don'" that align with nothing in another language.
//
// Dots and commas within numbers ("3.14"), dots within abbreviations ("e.g") and a minus right before
// a number belong to it. Of a script without spaces each character is a word.
type Words struct{}

var _ Cutter = Words{}

// Name implements Cutter.
func (Words) Name() string { return "words" }

// Cut implements Cutter.
func (Words) Cut(tokens []string, text string) []string {
	for s := (scanner{rest: text}); s.next(); {
		if classify(s.word) == unspaced {
			tokens = Characters{}.Cut(tokens, s.word)
		} else {
			tokens = append(tokens, s.word)
		}
	}
	return tokens
}

// scanner finds the words of a text one after another. Letters of a script without spaces are one
// word as far as they go.
type scanner struct {
	placed        // what next has found
	run    string // what is left up to the next white space
	rest   string // what comes from there on
}

// placed is a word, and whether white space stands before it, or nothing at all.
type placed struct {
	word   string
	spaced bool
}

// next goes on to the next word, and reports whether there is one.
func (s *scanner) next() bool {
	if s.spaced = s.run == ""; s.spaced {
		s.rest = strings.TrimLeftFunc(s.rest, unicode.IsSpace)
		n := strings.IndexFunc(s.rest, unicode.IsSpace)
		if n < 0 {
			n = len(s.rest)
		}
		s.run, s.rest = s.rest[:n], s.rest[n:]
		if n == 0 {
			return false
		}
	}
	n := wordLength(s.run)
	s.word, s.run = s.run[:n], s.run[n:]
	return true
}

// wordLength is how many bytes the word has that s begins with. s is not empty and has no white space.
func wordLength(s string) int {
	last := character(s)
	n := len(last)
	kind := classify(last)
	if hyphen(last) {
		if next, k := peek(s[n:]); k == digit {
			last, kind = next, k
			n += len(next)
		}
	}
	switch kind {
	case letter, digit:
	case unspaced:
		for {
			next, k := peek(s[n:])
			if k != unspaced {
				return n
			}
			n += len(next)
		}
	default:
		return n + repeated(s[n:], last)
	}
	for {
		next, k := peek(s[n:])
		if k == letter || k == digit {
			n += len(next)
			last, kind = next, k
			continue
		}
		end := n + len(next)
		after, kindAfter := peek(s[end:])
		switch {
		case kindAfter != letter && kindAfter != digit:
			return n
		case hyphen(next), apostrophe(next) && elides(s[:n], last, after):
			return end
		case apostrophe(next), within(next, kind, kindAfter), geresh(next, last, after):
			n = end + len(after)
			last, kind = after, kindAfter
		default:
			return n
		}
	}
}

// peek returns the character that s begins with and its class. At the end there is none, of a class
// that goes on with no word.
func peek(s string) (string, class) {
	if s == "" {
		return "", apart
	}
	c := character(s)
	return c, classify(c)
}

// repeated is how many bytes of s go on with the same punctuation c: an ellipsis is one word, a row of
// emoji is not.
func repeated(s, c string) int {
	n := 0
	if r, _ := utf8.DecodeRuneInString(c); !unicode.Is(unicode.P, r) {
		return 0
	}
	for n < len(s) && strings.HasPrefix(s[n:], c) && character(s[n:]) == c {
		n += len(c)
	}
	return n
}

// within reports whether a mark belongs to the word that it stands in, between characters of these
// classes. These are rules WB6, WB7, WB11 and WB12 of Unicode's annex 29, less the colon of Swedish.
func within(mark string, before, after class) bool {
	switch mark {
	case ".", "·":
		return before == after
	case ",", ":", "/":
		return before == digit && after == digit
	}
	return false
}

// geresh reports whether a mark is one of those that Hebrew writes within abbreviations.
func geresh(mark, before, after string) bool {
	return (mark == `"` || mark == "׳" || mark == "״") && hebrew(before) && hebrew(after)
}

func hebrew(character string) bool {
	r, _ := utf8.DecodeRuneInString(character)
	return 0x5d0 <= r && r <= 0x5ea
}

// elides reports whether an apostrophe between these characters, the first of which ends word, stands
// for a vowel that was left out before another.
func elides(word, before, after string) bool {
	b, _ := utf8.DecodeRuneInString(before)
	a, _ := utf8.DecodeRuneInString(after)
	b, a = unicode.ToLower(b), unicode.ToLower(a)
	consonant := among(b, "bcdfgjklmnpqrstvwxzç") || b == 'u' && len(word) > 1 && word[len(word)-2]|0x20 == 'q'
	return consonant && among(a, "aeiouyhàáâãäæèéêëìíîïòóôõöøœùúûü")
}

func among(r rune, letters string) bool {
	for _, x := range letters {
		if x == r {
			return true
		}
	}
	return false
}
