// Package token cuts texts into the tokens that a model reads and writes, and puts tokens together
// again as a reader expects to see them: characters, words, or pieces of words.
package token

import (
	"fmt"
	"strings"
)

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

// Names lists the ways to cut a text that New knows.
func Names() []string { return []string{"characters", "words", "pieces"} }

// New returns the Cutter of this name, as a checkpoint has it: with the merges of Pieces, and without
// any for the others.
func New(name string, merges []string) (Cutter, error) {
	switch {
	case name == "pieces":
		p, err := NewPieces(merges)
		if err != nil {
			return nil, err
		}
		return p, nil
	case len(merges) > 0:
		return nil, fmt.Errorf("token: %q have no merges, and there are %d; only pieces do", name, len(merges))
	case name == "characters":
		return Characters{}, nil
	case name == "words":
		return Words{}, nil
	}
	return nil, fmt.Errorf(`token: tokens cannot be %q; they are "characters", "words" or "pieces"`, name)
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
