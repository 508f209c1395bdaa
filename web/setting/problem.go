package setting

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Problem says why a value could not be taken and which one stands in its place. The page has a
// sentence for each Code.
type Problem struct {
	Field Field
	Code  Code
	Given string // as it was asked for
	Used  string // what holds instead
}

// Code is the kind of a problem.
type Code uint8

const (
	None       Code = iota
	NotAChoice      // none of Field.Choices
	NotANumber      // no number at all
	NotWhole        // a fraction where a whole number is needed
	TooSmall        // below Field.Floor
	TooLarge        // above Field.Ceiling
	TooLong         // more than Field.Ceiling characters
	Unreadable      // no text in UTF-8, or a broken escape

	// What cannot go together.
	Crossed               // the shortest source would be longer than the longest
	BothNeedDense         // the two last states of both directions, and a bridge that passes one on
	DotNeedsEqual         // dot attention, and an encoder whose states are twice as wide as the decoder's
	FeedingNeedsAttention // input feeding, and nothing that it could feed
	FeedsAlready          // input feeding, and an attention that feeds the same step already
	TwoVocabularies       // one table for source and target, which have different tokens
	OutputIsWider         // one table for output and embeddings, and an output layer that reads the context too
	OneTableOneSize       // one table for output and embeddings, which are to be of different sizes
	WarmupTooLong         // a warm-up as long as the whole schedule
	FloorAboveRate        // a rate that is to fall to one above it
	TooMuchMemory         // a model and a batch that are too large together
)

// word is what a Choice or Text field makes of a text.
func (f Field) word(text, old string) (string, Code) {
	if f.Kind == Choice || f.Kind == Switch {
		for _, c := range f.Choices {
			if c == text {
				return text, None
			}
		}
		return old, NotAChoice
	}
	if !utf8.ValidString(text) {
		return old, Unreadable
	}
	// A line break or another control character is never part of a sentence.
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
	if limit := int(f.Ceiling); utf8.RuneCountInString(text) > limit {
		return string([]rune(text)[:limit]), TooLong
	}
	return text, None
}

// number is what a Whole or Real field makes of a text.
func (f Field) number(text string, old float64) (float64, Code) {
	if f.Optional && strings.TrimSpace(text) == "" {
		return 0, None
	}
	// A Portuguese keyboard's decimal sign is the comma.
	x, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), ",", ".", 1), 64)
	x += 0 // there is no minus zero
	switch {
	case math.IsNaN(x), err != nil && !math.IsInf(x, 0):
		return old, NotANumber
	case x < f.Floor:
		return f.Floor, TooSmall
	case x > f.Ceiling:
		return f.Ceiling, TooLarge
	case f.Kind == Whole && x != math.Trunc(x):
		return math.Round(x), NotWhole
	}
	return x, None
}
