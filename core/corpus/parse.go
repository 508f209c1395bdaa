package corpus

import (
	"errors"
	"strconv"
	"strings"
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

// Parse returns the source ids of what a person typed, one for each character.
//
// White space at both ends is dropped, and what is left of it within counts as one space. A letter
// is taken as it was typed if the vocabulary has it so, else as its small form: "Unroll" is
// "unroll" to the task reverse, while the task dates knows "MAR", "Mar" and "mar". An input shorter
// than the task draws is taken.
//
// The errors are ErrEmpty, *UnknownTokenError for the first character that is not in the
// vocabulary, and *TooLongError for more than MaxSource characters, all of them known.
func (t *Task) Parse(input string) ([]int, error) {
	rest := strings.Join(strings.Fields(input), " ")
	if rest == "" {
		return nil, ErrEmpty
	}
	ids := make([]int, 0, t.maxSource)
	got := 0
	for rest != "" {
		c := character(rest)
		rest = rest[len(c):]
		id, ok := t.source.ID(c)
		if small := strings.ToLower(c); !ok && strings.EqualFold(c, small) { // İ is no capital of i
			id, ok = t.source.ID(small)
		}
		if !ok {
			return nil, &UnknownTokenError{c}
		}
		if got++; got <= t.maxSource {
			ids = append(ids, id)
		}
	}
	if got > t.maxSource {
		return nil, &TooLongError{got, t.maxSource}
	}
	return ids, nil
}
