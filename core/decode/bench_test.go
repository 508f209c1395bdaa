package decode

import (
	"math/rand/v2"
	"testing"

	"unroll/core/corpus"
	"unroll/core/model"
	"unroll/core/token"
)

// BenchmarkDecode decodes ten letters to fifteen steps with a model as the page trains it.
func BenchmarkDecode(b *testing.B) {
	letters := corpus.NewVocabulary(token.Words{}, []string{
		"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z",
	})
	m, err := model.New(arithmetic, model.Config{
		Architecture:     model.Architecture{Cell: "gru", Attention: "general", Embedding: 32, Hidden: 64},
		SourceVocabulary: letters.Len(), TargetVocabulary: letters.Len(), MaxSource: 10, MaxTarget: 15, MaxBatch: 16,
	})
	if err != nil {
		b.Fatal(err)
	}
	m.Params.Draw(rand.New(rand.NewPCG(3, 3)))
	m.Params.Find("out.b").Value[corpus.End] = -100 // all say as much
	d := New(m, letters, letters)
	source := []int{3, 4, 5, 6, 7, 8, 9, 10, 11, 12}
	batch := corpus.NewBatch(1, 10, 15)
	batch.Fill([]corpus.Pair{{Source: source}})
	b.Run("model.Greedy", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			m.Greedy(batch, nil)
		}
	})
	for _, way := range []struct {
		name string
		o    Options
	}{
		{"greedy", Options{}}, {"sample", Options{Method: "sample"}}, {"sample-top-5", Options{Method: "sample", TopK: 5}},
		{"beam-4", Options{Method: "beam"}}, {"beam-16", Options{Method: "beam", Width: 16, Best: 16}},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := d.Decode(source, way.o); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
