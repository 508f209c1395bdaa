package wire

import "unroll/core/own"

// The page sends Read to the reader, a program of its own beside the trainer's, which answers with Corpus
// or Refused.

// Read asks for a corpus of a reader's own files, or of the canonical form of those that were read before.
type Read struct {
	Files     []own.File
	Canonical []byte // if there are no files
	Options   own.Options
	// Wanted is the digest of a packed task that the pairs may make if they are cut otherwise than Options
	// say; then they are.
	Wanted string
}

// Corpus is what came of files: a task that can be learnt, and what there is to say of it.
type Corpus struct {
	Report    own.Report
	Options   own.Options // as the pairs were cut
	Examples  []Example   // a few of the pairs
	Canonical []byte      // see own.Corpus.Bytes
	Packed    []byte      // see corpus.Task.Pack
	Digest    string      // of Packed
}

// Refused says why nothing came of them. It has the fields of an own.Error without its English sentence,
// which the page, having its own, would carry for nothing.
type Refused own.Error

// Example is a pair as it is cut.
type Example struct{ Source, Target []Piece }

// Piece is a token of an Example.
type Piece struct {
	Text  string
	Known bool // to the vocabulary; else it is read as ⟨unk⟩
}

func (m Read) code(c *coder) Message {
	parts(c, &m.Files, 2, file)
	c.bytes(&m.Canonical)
	cutting(c, &m.Options)
	c.string(&m.Wanted)
	return m
}

func (m Corpus) code(c *coder) Message {
	inside(c, &m.Report)
	cutting(c, &m.Options)
	parts(c, &m.Examples, 2, example)
	c.bytes(&m.Canonical)
	c.bytes(&m.Packed)
	c.string(&m.Digest)
	return m
}

func (m Refused) code(c *coder) Message {
	c.string((*string)(&m.Code))
	c.string(&m.File)
	c.int(&m.Line)
	c.int(&m.Got)
	c.int(&m.Limit)
	parts(c, &m.Left, 3, left)
	return m
}

func file(c *coder, v *own.File) {
	c.string(&v.Name)
	c.bytes(&v.Data)
}

func cutting(c *coder, v *own.Options) {
	c.string(&v.Tokens)
	c.int(&v.Merges)
	c.bool(&v.Swap)
	c.uint64(&v.Seed)
}

func example(c *coder, v *Example) {
	parts(c, &v.Source, 2, piece)
	parts(c, &v.Target, 2, piece)
}

func piece(c *coder, v *Piece) {
	c.string(&v.Text)
	c.bool(&v.Known)
}

func inside(c *coder, v *own.Report) {
	c.string((*string)(&v.Format))
	c.byte(&v.Separator)
	parts(c, &v.Encodings, 1, (*coder).string)
	c.bool(&v.Header)
	for _, n := range []*int{&v.Columns[0], &v.Columns[1], &v.Ignored, &v.Records, &v.Pairs, &v.Training, &v.HeldOut} {
		c.int(n)
	}
	parts(c, &v.Left, 3, left)
	c.int(&v.Several)
	side(c, &v.Source)
	side(c, &v.Target)
	c.string(&v.Tokens)
	c.string(&v.Advice.Tokens)
	c.string((*string)(&v.Advice.Why))
	c.float64(&v.Advice.Unspaced)
	c.float64(&v.Advice.Unknown)
}

func left(c *coder, v *own.Left) {
	c.string((*string)(&v.Cause))
	c.int(&v.Count)
	parts(c, &v.Lines, 1, (*coder).int)
}

func side(c *coder, v *own.Side) {
	c.string(&v.Direction)
	for _, n := range []*int{
		&v.Shortest, &v.Median, &v.Longest, &v.Lengths.Width, &v.Vocabulary,
		&v.Types, &v.Known, &v.Tokens, &v.Cut, &v.HeldOut, &v.Unknown,
	} {
		c.int(n)
	}
	parts(c, &v.Lengths.Counts, 1, (*coder).int)
}
