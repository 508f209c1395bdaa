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
	ids, _, err := t.Read(input)
	return ids, err
}

// Read is Parse that also gives each token as it was typed, which an id of Unknown does not tell.
func (t *Task) Read(input string) (ids []int, typed []string, err error) {
	if t.ignored != "" {
		input = t.without(input)
	}
	return recognise(t.source, t.maxSource, input)
}

// ParseTarget is Parse for what the model might say: the ids of a target, without End.
func (t *Task) ParseTarget(text string) ([]int, error) {
	ids, _, err := recognise(t.target, t.maxTarget-1, text)
	return ids, err
}

func recognise(v *Vocabulary, most int, text string) (ids []int, typed []string, err error) {
	typed = v.cut.Cut(nil, text)
	if len(typed) == 0 {
		return nil, nil, ErrEmpty
	}
	ids = make([]int, 0, len(typed))
	for _, text := range typed {
		id, ok := v.find(text)
		if !ok {
			return nil, nil, &UnknownTokenError{text}
		}
		ids = append(ids, id)
	}
	if len(ids) > most {
		return nil, nil, &TooLongError{len(ids), most}
	}
	return ids, typed, nil
}

// find is the id of a token as it was typed, or of its small form or that in capitals, or else, in an
// open vocabulary, Unknown.
func (v *Vocabulary) find(text string) (int, bool) {
	id, ok := v.ID(text)
	for _, other := range [...]string{strings.ToLower(text), strings.ToUpper(text)} {
		if !ok && strings.EqualFold(text, other) { // İ is no capital of i
			id, ok = v.ID(other)
		}
	}
	if !ok && v.open {
		return Unknown, true
	}
	return id, ok
}

// without is an input without what the task ignores. Words are left apart, and an apostrophe, which some
// telephones curl, is a straight one.
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
