// Package answer is what the reader does, the program that makes a task of a reader's own files: it
// answers a wire.Read. It knows no JavaScript.
package answer

import (
	"errors"

	"unroll/core/corpus"
	"unroll/core/own"
	"unroll/core/token"
	"unroll/web/wire"
)

// To is the answer to m: a wire.Corpus or a wire.Refused.
func To(m wire.Read) wire.Message {
	first, err := read(m, m.Options)
	if err != nil {
		return refusal(err)
	}
	if m.Wanted == "" || first.Digest == m.Wanted {
		return *first
	}
	for _, o := range ways(m.Options.Seed) {
		if c, err := read(m, o); err == nil && c.Digest == m.Wanted {
			return *c
		}
	}
	return *first
}

// ways are all the options that a page offers, with this seed.
func ways(seed uint64) []own.Options {
	var all []own.Options
	for _, swap := range []bool{false, true} {
		for _, tokens := range token.Names() {
			if tokens != "pieces" {
				all = append(all, own.Options{Tokens: tokens, Swap: swap, Seed: seed})
				continue
			}
			for _, merges := range own.Merges {
				all = append(all, own.Options{Tokens: tokens, Merges: merges, Swap: swap, Seed: seed})
			}
		}
	}
	return all
}

func read(m wire.Read, o own.Options) (*wire.Corpus, error) {
	var c *own.Corpus
	var err error
	if len(m.Files) > 0 {
		c, err = own.Read(m.Files, o)
	} else {
		c, err = own.Open(m.Canonical, o)
	}
	if err != nil {
		return nil, err
	}
	o.Tokens = c.Report.Tokens
	if o.Tokens == "pieces" && o.Merges == 0 {
		o.Merges = own.DefaultMerges
	}
	packed := c.Task().Pack()
	return &wire.Corpus{
		Report: c.Report, Options: o, Examples: examples(c), Canonical: c.Bytes(), Packed: packed, Digest: corpus.Digest(packed),
	}, nil
}

func refusal(err error) wire.Refused {
	e, ok := errors.AsType[*own.Error](err)
	if !ok {
		panic(err) // package own has no others
	}
	return wire.Refused(*e)
}
