//go:build js && wasm

package main

import (
	"slices"
	"syscall/js"

	"unroll/core/corpus"
)

// batchRows turns a batch's arrays into pairs, in buffers that grow to the largest batch.
type batchRows struct {
	pairs                 []corpus.Pair
	source, length, label []int32
	ids                   []int
}

// read takes a batch over from JavaScript. Without labels the targets are empty.
func (b *batchRows) read(batch js.Value, ls, lt int) {
	take := func(name string, to *[]int32) {
		*to = (*to)[:0]
		if from := batch.Get(name); from.Truthy() {
			*to = slices.Grow(*to, from.Length()/4)[:from.Length()/4]
			js.CopyBytesToGo(bytesOf(*to), from)
		}
	}
	take("src", &b.source)
	take("srcLen", &b.length)
	take("decOut", &b.label)
	b.ids = slices.Grow(b.ids[:0], len(b.source)+len(b.label))
	b.pairs = b.pairs[:0]
	for i, n := range b.length {
		p := corpus.Pair{Source: b.row(b.source[i*ls:][:n])}
		if len(b.label) > 0 {
			label := b.label[i*lt:][:lt]
			p.Target = b.row(label[:slices.Index(label, corpus.End)])
		}
		b.pairs = append(b.pairs, p)
	}
}

// row keeps tokens as ints.
func (b *batchRows) row(tokens []int32) []int {
	from := len(b.ids)
	for _, id := range tokens {
		b.ids = append(b.ids, int(id))
	}
	return b.ids[from:]
}

func (b *batchRows) all() []corpus.Pair { return b.pairs }

// sorted is the rows with the longest first, as training takes them; the mean loss does not mind.
func (b *batchRows) sorted() []corpus.Pair {
	slices.SortStableFunc(b.pairs, func(a, b corpus.Pair) int { return len(b.Source) - len(a.Source) })
	return b.pairs
}
