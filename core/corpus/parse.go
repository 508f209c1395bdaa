package corpus

import (
	"errors"
	"strconv"
	"strings"

	"unroll/core/token"
)

// ErrEmpty is what Parse says of an input without any token.
var ErrEmpty = errors.New("corpus: the input has no token")

// UnknownTokenError says that an input has a token that the vocabulary lacks.
type UnknownTokenError struct {
	Text string // the whole character as a reader sees it, never half of one
}

func (e *UnknownTokenError) Error() string {
	return "corpus: the vocabulary has no " + strconv.Quote(e.Text)
}

// TooLongError says that an input has more tokens than the model takes.
type TooLongError struct {
	Got, Limit int // tokens
}

func (e *TooLongError) Error() string {
	return "corpus: the input has " + strconv.Itoa(e.Got) + " tokens, and the longest that is taken has " + strconv.Itoa(e.Limit)
}

// Parse returns the source ids of what a person typed, one for each token.
//
// White space at both ends is dropped, and what is left of it within counts as one space. A token
// is taken as it was typed if the vocabulary has it so, else as its small form or in capitals: "Unroll"
// is "unroll" to the task reverse, while the task dates knows "MAR", "Mar" and "mar". What the task
// has no use for and people like to type is passed over, such as the full stop behind a sentence
// or the spaces around a plus. An input shorter than the task draws is taken.
//
// The errors are ErrEmpty, *UnknownTokenError for the first token that is not in a closed
// vocabulary, and *TooLongError for more than MaxSource tokens, all of them known.
func (t *Task) Parse(input string) ([]int, error) {
	if t.ignored != "" {
		input = t.without(input)
	}
	tokens := t.source.cut.Cut(nil, input)
	if len(tokens) == 0 {
		return nil, ErrEmpty
	}
	ids := make([]int, 0, len(tokens))
	for _, text := range tokens {
		id, ok := t.source.ID(text)
		for _, other := range [...]string{strings.ToLower(text), strings.ToUpper(text)} {
			if !ok && strings.EqualFold(text, other) { // İ is no capital of i
				id, ok = t.source.ID(other)
			}
		}
		if !ok && t.source.Open() {
			id, ok = Unknown, true
		}
		if !ok {
			return nil, &UnknownTokenError{text}
		}
		ids = append(ids, id)
	}
	if len(ids) > t.maxSource {
		return nil, &TooLongError{len(ids), t.maxSource}
	}
	return ids, nil
}

// without is an input without what the task ignores. Words are left apart, and their apostrophes, which
// some telephones curl, are made straight.
func (t *Task) without(input string) string {
	_, words := t.source.cut.(token.Words)
	if words {
		input = strings.ReplaceAll(input, "’", "'")
	}
	kept := make([]byte, 0, len(input))
	for i := range len(input) {
		c := input[i]
		if strings.IndexByte(t.ignored, c) >= 0 {
			if !words {
				continue
			}
			c = ' '
		}
		kept = append(kept, c)
	}
	return string(kept)
}
