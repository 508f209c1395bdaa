package token

import "strings"

// Join implements Cutter. Between two words stands a space unless one of them hangs on to the other.
// A text that has its spaces elsewhere, such as French before an exclamation mark, gets these. Cut
// makes the same words again of a text that Join has made of what Cut gave.
func (Words) Join(words []string) string {
	var b strings.Builder
	var quotes quotation
	hangs := false // the word before on to this one
	for i, word := range words {
		kind := mark(word)
		switch {
		case kind == quoting:
			kind = quotes.next(word, i == 0, i == len(words)-1)
		case i == 0 && apostrophe(word):
			kind = opening
		}
		if i > 0 && gap(words[i-1], word, hangs, kind) {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		hangs = kind == opening || binds(word)
	}
	return b.String()
}

// gap reports whether a space stands between the words a and b: a hangs on to b or does not, and b is
// a mark of this class.
func gap(a, b string, hangs bool, kind class) bool {
	x, y := lastCharacter(a), character(b)
	switch {
	case len(character(x+y)) != len(x), x == y && mark(x) != letter:
		return true // without one they would be read as one character, or one word
	case hangs, kind == closing, mark(a) == currency && classify(y) == digit:
		return false
	}
	return classify(x) != unspaced && classify(y) != unspaced
}

// mark is the class of a word that consists of one punctuation mark, once or repeated; every other
// word, such as -5 or ⟨unk⟩, is a letter.
func mark(word string) class {
	c := character(word)
	if len(c) < len(word) && len(c)+repeated(word[len(c):], c) < len(word) {
		return letter
	}
	switch k := classify(c); k {
	case digit, unspaced:
		return letter
	default:
		return k
	}
}

// binds reports whether a word was cut from the one that follows: it ends in a hyphen or apostrophe
// with something before it.
func binds(word string) bool {
	c := lastCharacter(word)
	return (hyphen(c) || apostrophe(c)) && mark(word) == letter
}

func lastCharacter(s string) string {
	for {
		c := character(s)
		if len(c) == len(s) {
			return c
		}
		s = s[len(c):]
	}
}

// quotation is the set of the kinds of quotation marks that are open.
type quotation uint

// quotationMarks has each kind together: English opens with “ what German closes with it.
var quotationMarks = [...]string{`"`, "“”„‟", "«»", "‘’‚‛", "‹›"}

// next says what a quotation mark does, which is the first or the last word or neither. Where one of
// its kind is open it closes, whichever it is.
func (q *quotation) next(word string, first, last bool) class {
	kind := quotation(0)
	for i, marks := range quotationMarks {
		if strings.Contains(marks, character(word)) {
			kind = 1 << i
		}
	}
	if !first && (last || *q&kind != 0) {
		*q &^= kind
		return closing
	}
	*q |= kind
	return opening
}
