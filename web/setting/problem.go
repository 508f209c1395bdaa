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
	Crossed         // the shortest source would be longer than the longest
)

// word is what a Choice or Text field makes of a text.
func (f Field) word(text, old string) (string, Code) {
	if f.Kind == Choice {
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

// Agree sees to it that the fields go together.
func (v *Values) Agree() *Problem {
	if v.Shortest <= v.Longest {
		return nil
	}
	f, _ := Lookup("longest")
	given := v.Get(f)
	v.Longest = v.Shortest
	return &Problem{Field: f, Code: Crossed, Given: given, Used: v.Get(f)}
}
