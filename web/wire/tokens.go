package wire

import (
	"unroll/core/corpus"
	"unroll/core/token"
)

// Tokens is a source vocabulary and how texts are cut for it. The page knows those of most tasks itself;
// that of a task with a file it is told.
type Tokens struct {
	Cut    string   // the name of a token.Cutter
	Merges []string // of pieces
	Texts  []string // of the vocabulary, the marks among them
	Limit  int      // the most tokens that an input may have
}

// TokensOf are those of a task's sources.
func TokensOf(t *corpus.Task) Tokens {
	v := t.Source()
	w := Tokens{Cut: v.Cutter().Name(), Texts: v.Texts(), Limit: t.MaxSource()}
	if pieces, ok := v.Cutter().(*token.Pieces); ok {
		w.Merges = pieces.Merges()
	}
	return w
}

// Task is a task that can read inputs, and nothing else.
func (t Tokens) Task(name, example string) (*corpus.Task, error) {
	cut, err := token.New(t.Cut, t.Merges)
	if err != nil {
		return nil, err
	}
	v, err := corpus.ReadVocabulary(cut, t.Texts)
	if err != nil {
		return nil, err
	}
	return corpus.Listed(corpus.List{Name: name, Source: v, Target: v, Example: example, MaxSource: t.Limit, MaxTarget: t.Limit}), nil
}

func tokens(c *coder, v *Tokens) {
	c.string(&v.Cut)
	parts(c, &v.Merges, 1, (*coder).string)
	parts(c, &v.Texts, 1, (*coder).string)
	c.int(&v.Limit)
}
