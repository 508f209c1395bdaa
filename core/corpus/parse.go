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

// Parse returns the source ids of what a person typed, one for each token.
//
// White space at both ends is dropped, and what is left of it within counts as one space. A token
// is taken as it was typed if the vocabulary has it so, else as its small form: "Unroll" is
// "unroll" to the task reverse, while the task dates knows "MAR", "Mar" and "mar". An input shorter
// than the task draws is taken.
//
// The errors are ErrEmpty, *UnknownTokenError for the first token that is not in a closed
// vocabulary, and *TooLongError for more than MaxSource tokens, all of them known.
func (t *Task) Parse(input string) ([]int, error) {
	tokens := t.source.cut.Cut(nil, input)
	if len(tokens) == 0 {
		return nil, ErrEmpty
	}
	ids := make([]int, 0, len(tokens))
	for _, text := range tokens {
		id, ok := t.source.ID(text)
		if small := strings.ToLower(text); !ok && strings.EqualFold(text, small) { // İ is no capital of i
			id, ok = t.source.ID(small)
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
