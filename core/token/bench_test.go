package token

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// mebibytes of text, whose words are as frequent as those of a language: by Zipf's law.
func zipfian(mebibytes int) []string {
	r := rand.New(rand.NewPCG(5, 6))
	syllables := strings.Fields("ba co di fe gu ha je ki lo mu na pe qui ra so tre u va xi zé ção ment ing er s t")
	words := make([]string, 30_000)
	for i := range words {
		var b strings.Builder
		for range 1 + r.IntN(4) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		words[i] = b.String()
	}
	var texts []string
	for n := 0; n < mebibytes<<20; {
		var b strings.Builder
		for range 3 + r.IntN(8) {
			b.WriteString(words[int(math.Pow(float64(len(words)), r.Float64()))-1])
			b.WriteByte(' ')
		}
		b.WriteByte('.')
		texts = append(texts, b.String())
		n += b.Len()
	}
	return texts
}

func BenchmarkLearn(b *testing.B) {
	texts := zipfian(5)
	for b.Loop() {
		Learn(slices.Values(texts), 1000)
	}
}

func BenchmarkCut(b *testing.B) {
	texts := zipfian(1)
	p := Learn(slices.Values(texts), 1000)
	for name, c := range map[string]Cutter{"characters": Characters{}, "words": Words{}, "pieces": p, "remembering": p.Remembering()} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(1 << 20)
			var tokens []string
			for b.Loop() {
				for _, text := range texts {
					tokens = c.Cut(tokens[:0], text)
				}
			}
		})
	}
}
