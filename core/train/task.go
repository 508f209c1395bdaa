package train

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"unroll/core/checkpoint"
	"unroll/core/corpus"
	"unroll/core/token"
)

// Own is the task of a reader's own corpus: what core/own makes of it, packed.
const Own = "own"

// ErrNoCorpus says that a session can be run but not trained, as the corpus of its task is not there.
var ErrNoCorpus = errors.New("the corpus is not there")

// HasData reports whether a task is made of a file that must be given in Means.Data.
func HasData(task string) bool { return task == Own || corpus.DataFile(task) != "" }

// task is what is to be learned, of the task's file if it has one.
func (c Config) task(data []byte) (*corpus.Task, error) {
	if c.Task != Own {
		return corpus.New(c.Task, corpus.Options{Level: c.Level, Shortest: c.Shortest, Longest: c.Longest, Data: data})
	}
	if data == nil {
		return nil, fmt.Errorf("a corpus of one's own is learned, and %w", ErrNoCorpus)
	}
	if d := corpus.Digest(data); d != c.Corpus {
		return nil, fmt.Errorf("the corpus that is there is %q, and this model's is %.20q", d, c.Corpus)
	}
	return corpus.Unpack(Own, data)
}

// remember writes what a task without its file can be made of again, as far as it reads and writes.
func remember(t *corpus.Task, metadata map[string]string) {
	for side, v := range map[string]*corpus.Vocabulary{"source": t.Source(), "target": t.Target()} {
		metadata[side+".cut"] = v.Cutter().Name()
		if pieces, ok := v.Cutter().(*token.Pieces); ok {
			metadata[side+".merges"] = strings.Join(pieces.Merges(), "\n")
		}
	}
	metadata["source.longest"] = strconv.Itoa(t.MaxSource())
	metadata["target.longest"] = strconv.Itoa(t.MaxTarget())
	metadata["example"] = t.Example()
}

// recall is the task that a checkpoint remembers.
func recall(name string, f *checkpoint.File) (*corpus.Task, error) {
	l := corpus.List{Name: name, Example: f.Metadata["example"]}
	for _, side := range []struct {
		name       string
		vocabulary **corpus.Vocabulary
		longest    *int
	}{{"source", &l.Source, &l.MaxSource}, {"target", &l.Target, &l.MaxTarget}} {
		var merges []string
		if m, ok := f.Metadata[side.name+".merges"]; ok {
			merges = strings.Split(m, "\n")
		}
		cut, err := token.New(f.Metadata[side.name+".cut"], merges)
		if err != nil {
			return nil, fmt.Errorf("the checkpoint's %s: %w", side.name, err)
		}
		if *side.vocabulary, err = corpus.ReadVocabulary(cut, strings.Split(f.Metadata[side.name], "\n")); err != nil {
			return nil, fmt.Errorf("the checkpoint's %s: %w", side.name, err)
		}
		if *side.longest, err = count(f, side.name+".longest"); err != nil {
			return nil, err
		}
		if *side.longest < 1 || *side.longest > longest {
			return nil, fmt.Errorf("the checkpoint's longest %s has %d tokens; it must be 1 to %d", side.name, *side.longest, longest)
		}
	}
	return corpus.Listed(l), nil
}

// longest is the most tokens that a sentence of a corpus may be said to have.
const longest = 1024
