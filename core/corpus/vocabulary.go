package corpus

import (
	"strconv"
	"strings"
)

// The ids of the three marks, which are the same in every vocabulary.
const (
	Pad   = 0 // fills a batch beyond the end of a shorter pair; never a word of anything
	Start = 1 // what the decoder is given before its first token
	End   = 2 // the decoder's last token
)

var marks = [...]string{Pad: "⟨pad⟩", Start: "⟨start⟩", End: "⟨end⟩"}

// Vocabulary is the tokens of one side of a task, each with its id. Ids count from zero without
// gaps: the three marks, then the texts in the order that NewVocabulary was given. It is never
// changed after that.
type Vocabulary struct {
	texts []string
	ids   map[string]int
}

// NewVocabulary returns the vocabulary of the marks and these texts. It panics on an empty text, a
// repeated one, and one that is a mark's.
func NewVocabulary(texts []string) *Vocabulary {
	v := &Vocabulary{
		texts: make([]string, 0, len(marks)+len(texts)),
		ids:   make(map[string]int, len(marks)+len(texts)),
	}
	for _, list := range [][]string{marks[:], texts} {
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
func characters(s string) *Vocabulary { return NewVocabulary(strings.Split(s, "")) }

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

// Join returns the texts of these tokens, one after the other, as they are read. Marks are written
// out.
func (v *Vocabulary) Join(ids []int) string {
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(v.Text(id))
	}
	return b.String()
}
