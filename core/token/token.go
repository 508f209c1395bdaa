// Package token cuts texts into the tokens that a model reads and writes, and puts tokens together
// again as a reader expects to see them.
package token

import "strings"

// Cutter is one way to cut a text. A Cutter is never changed once it is made, so that any number of
// goroutines may share it.
type Cutter interface {
	// Name is what a checkpoint and a link call it: "characters", "words", "pieces".
	Name() string
	// Cut appends the text's tokens, none of them empty, to tokens. Whatever is cut, Join makes the
	// same text of it again, save for white space.
	Cut(tokens []string, text string) []string
	// Join is the text that these tokens make.
	Join(tokens []string) string
}

// Characters cuts a text into characters as a reader sees them: extended grapheme clusters. A run of
// white space within it is one space.
type Characters struct{}

var _ Cutter = Characters{}

// Name implements Cutter.
func (Characters) Name() string { return "characters" }

// Cut implements Cutter.
func (Characters) Cut(tokens []string, text string) []string {
	rest := strings.Join(strings.Fields(text), " ")
	for rest != "" {
		c := character(rest)
		tokens = append(tokens, c)
		rest = rest[len(c):]
	}
	return tokens
}

// Join implements Cutter.
func (Characters) Join(tokens []string) string { return strings.Join(tokens, "") }

// Words cuts a text at white space.
type Words struct{}

var _ Cutter = Words{}

// Name implements Cutter.
func (Words) Name() string { return "words" }

// Cut implements Cutter.
func (Words) Cut(tokens []string, text string) []string {
	return append(tokens, strings.Fields(text)...)
}

// Join implements Cutter.
func (Words) Join(tokens []string) string { return strings.Join(tokens, " ") }
