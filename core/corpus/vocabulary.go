package corpus

import (
	"errors"
	"strconv"
	"strings"

	"unroll/core/token"
)

// The ids of the marks, which are the same in every vocabulary that has them.
const (
	Pad     = 0 // fills a batch beyond the end of a shorter pair; never a word of anything
	Start   = 1 // what the decoder is given before its first token
	End     = 2 // the decoder's last token
	Unknown = 3 // stands for every token that an open vocabulary lacks
)

var marks = [...]string{Pad: "⟨pad⟩", Start: "⟨start⟩", End: "⟨end⟩", Unknown: "⟨unk⟩"}

// firstText is the id of a closed vocabulary's first text.
const firstText = Unknown

// Vocabulary is the tokens of one side of a task, each with its id. Ids count from zero without
// gaps: the marks, then the texts in the order that NewVocabulary was given. It is never changed
// after that.
type Vocabulary struct {
	cut   token.Cutter
	texts []string
	ids   map[string]int
	open  bool
}

// NewVocabulary returns the closed vocabulary of these texts: of what it lacks, nothing can be said.
// Its marks are Pad, Start and End. It panics on an empty text, a repeated one, and one that is a
// mark's.
func NewVocabulary(cut token.Cutter, texts []string) *Vocabulary {
	return vocabulary(cut, marks[:firstText], texts)
}

// NewOpenVocabulary is NewVocabulary with a fourth mark, Unknown, which stands for every token that
// is not among the texts.
func NewOpenVocabulary(cut token.Cutter, texts []string) *Vocabulary {
	v := vocabulary(cut, marks[:], texts)
	v.open = true
	return v
}

// ReadVocabulary is the vocabulary whose Texts these are, the marks among them.
func ReadVocabulary(cut token.Cutter, texts []string) (*Vocabulary, error) {
	n := firstText
	if len(texts) > Unknown && texts[Unknown] == marks[Unknown] {
		n++
	}
	if len(texts) <= n {
		return nil, errors.New("corpus: a vocabulary without tokens")
	}
	seen := make(map[string]bool, len(texts))
	for i, text := range texts {
		if text == "" || seen[text] || i < n && text != marks[i] {
			return nil, errors.New("corpus: a vocabulary cannot have " + strconv.Quote(text) + " as its token " + strconv.Itoa(i))
		}
		seen[text] = true
	}
	v := vocabulary(cut, marks[:n], texts[n:])
	v.open = n > firstText
	return v, nil
}

func vocabulary(cut token.Cutter, marks, texts []string) *Vocabulary {
	v := &Vocabulary{
		cut:   cut,
		texts: make([]string, 0, len(marks)+len(texts)),
		ids:   make(map[string]int, len(marks)+len(texts)),
	}
	for _, list := range [][]string{marks, texts} {
		for _, text := range list {
			if _, again := v.ids[text]; again || text == "" {
				panic("corpus: a vocabulary cannot hold " + strconv.Quote(text) + " as its token " + strconv.Itoa(len(v.texts)))
			}
			v.ids[text] = len(v.texts)
			v.texts = append(v.texts, text)
		}
	}
	return v
}

// characters is the vocabulary of the characters of s, in their order.
func characters(s string) *Vocabulary {
	return NewVocabulary(token.Characters{}, strings.Split(s, ""))
}

// Cutter is how the side's texts are cut into tokens.
func (v *Vocabulary) Cutter() token.Cutter { return v.cut }

// Open reports whether the vocabulary has the mark Unknown.
func (v *Vocabulary) Open() bool { return v.open }

// Len is how many tokens there are, the marks counted.
func (v *Vocabulary) Len() int { return len(v.texts) }

// ID returns the id of a token's text, and whether the vocabulary has it. The marks' texts count as
// theirs; what a person types is never taken for a mark, see Task.Parse.
func (v *Vocabulary) ID(text string) (int, bool) {
	id, ok := v.ids[text]
	return id, ok
}

// Text returns the text of a token: a character, or a mark such as ⟨end⟩. It panics if there is no
// such id.
func (v *Vocabulary) Text(id int) string {
	if id < 0 || id >= len(v.texts) {
		panic("corpus: id " + strconv.Itoa(id) + " in a vocabulary of " + strconv.Itoa(len(v.texts)))
	}
	return v.texts[id]
}

// Texts returns the texts of all tokens, so that element i is that of id i. The slice is a copy.
func (v *Vocabulary) Texts() []string { return append([]string(nil), v.texts...) }

// Join returns the text of these tokens as a reader expects to see it. Marks are written out.
func (v *Vocabulary) Join(ids []int) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = v.Text(id)
	}
	return v.cut.Join(texts)
}
