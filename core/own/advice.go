package own

import (
	"unicode"
	"unicode/utf8"

	"unroll/core/token"
)

// Advice is how texts should be cut, and why.
type Advice struct {
	Tokens string // the name of a token.Cutter
	Why    Why
	// Unspaced is the share of letters, Unknown the share of held-out words that training lacks; each of
	// the side that has more.
	Unspaced, Unknown float64
}

// Why is a reason for an Advice.
type Why string

const (
	NoSpaces Why = "unspaced" // many letters are of scripts that write no spaces: characters
	OneWord  Why = "single"   // most texts are a word or two, whose letters must be learnt: characters
	NewWords Why = "unknown"  // many words are new in what is held out: pieces
	FewWords Why = "known"    // few are: words
)

const (
	manyUnspaced = 0.3
	manyUnknown  = 0.05
	fewWords     = 2 // the median length of both sides
)

// advise looks at pairs that were cut into words.
func advise(pairs []pair, words *cutting) Advice {
	var a Advice
	single := true
	for k := range words.sides {
		d := words.sides[k].describe(words.fates)
		single = single && d.Median <= fewWords
		a.Unspaced = max(a.Unspaced, unspaced(pairs, k))
		a.Unknown = max(a.Unknown, float64(d.Unknown)/float64(max(d.HeldOut, 1)))
	}
	switch {
	case a.Unspaced > manyUnspaced:
		a.Tokens, a.Why = "characters", NoSpaces
	case single:
		a.Tokens, a.Why = "characters", OneWord
	case a.Unknown > manyUnknown:
		a.Tokens, a.Why = "pieces", NewWords
	default:
		a.Tokens, a.Why = "words", FewWords
	}
	return a
}

// unspaced is the share of a side's letters that are of scripts without spaces.
func unspaced(pairs []pair, side int) float64 {
	n, of := 0, 0
	for i := range pairs {
		for _, r := range pairs[i].text(side) {
			switch {
			case r < utf8.RuneSelf && (r|0x20 < 'a' || 'z' < r|0x20), unicode.Is(unicode.M, r):
			case token.Unspaced(r):
				n++
				of++
			default:
				of++
			}
		}
	}
	return float64(n) / float64(max(of, 1))
}
