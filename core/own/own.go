// Package own makes a task of the pairs that a reader brings: a file of two columns or two files of
// lines, of any script, and a report of what is in them.
//
//	files ─► text ─► records ─► pairs, canonical form ─► held-out, tokens, vocabularies ─► corpus.Task
//
// Read takes what a person has: TSV or CSV however a spreadsheet wrote it, or two texts of which line i
// belongs to line i. It tells them apart by their content. A line that cannot be read is left out and
// its number reported; what makes the whole of no use is an Error. Nothing is guessed about languages,
// and nothing but white space is changed in a text: a letter with a combining accent is not the composed
// one.
//
// The pairs that are left have one written form, Corpus.Bytes, which is what is stored and handed
// about; Open makes the same corpus of it.
//
// A report is codes and numbers. Whoever shows it finds the words for them.
package own

import (
	"unroll/core/corpus"
)

// The limits of what is taken. They keep a page responsive and a run within minutes; none is of the
// models' making.
const (
	MaxBytes   = 5 << 20 // of all files together
	MaxText    = 4096    // bytes of one side of a pair
	MinPairs   = 20      // without which nothing can be learnt or examined
	MaxPairs   = 200_000 // later ones are left out
	MaxTokens  = 60      // of one side of a pair
	MaxTypes   = 8000    // of one side's vocabulary; the rarest beyond are unknown
	MaxHeldOut = 1000    // pairs
)

// DefaultMerges is how many merges are learnt for pieces unless Options say otherwise.
const DefaultMerges = 1000

// Merges are how many a page offers to learn. What a link's pairs were cut by is looked for among these.
var Merges = [...]int{200, 500, DefaultMerges, 2000, 4000}

// File is one file, or what was pasted.
type File struct {
	Name string // only for errors; what is in a file its content tells
	Data []byte
}

// Options say how pairs become a task.
type Options struct {
	// Tokens is the name of a token.Cutter; none takes the one that is advised.
	Tokens string
	// Merges is how many merges each side learns where the tokens are pieces; none is DefaultMerges.
	Merges int
	// Swap makes sources of what would be the targets, and the other way round.
	Swap bool
	// Seed makes another choice of what is held out.
	Seed uint64
}

// Corpus is the pairs of a reader, ready to be learnt.
type Corpus struct {
	Report    Report
	task      *corpus.Task
	canonical []byte
}

// Read makes a corpus of one file of two columns, or of two files of lines. Its errors are *Error.
func Read(files []File, o Options) (*Corpus, error) {
	if len(files) == 1 {
		if r, err := parse(files[0].Data); err == nil {
			return build(r, o)
		}
	}
	r, err := read(files)
	if err != nil {
		return nil, err
	}
	return build(r, o)
}

// Open makes a corpus of its canonical form, see Bytes. It takes nothing else, and its errors are
// *Error.
func Open(canonical []byte, o Options) (*Corpus, error) {
	r, err := parse(canonical)
	if err != nil {
		return nil, err
	}
	return build(r, o)
}

// Task is the corpus as a task: its training pairs, its held-out pairs, its vocabularies. The name is
// "own".
func (c *Corpus) Task() *corpus.Task { return c.task }

// Bytes is the canonical form: TSV in UTF-8, the header "source	target" and a line for each pair in
// the order of the files, each ended by a line feed, white space within a text one space, nothing
// quoted, no pair twice. It has the pairs that only their tokens keep out of the task, for how a corpus
// is cut is no part of it. It must not be changed.
func (c *Corpus) Bytes() []byte { return c.canonical }

// Digest is a short name for the pairs, of 16 hexadecimal digits: that of the canonical form. It tells
// corpora apart and proves nothing.
func (c *Corpus) Digest() string { return digest(c.canonical) }
