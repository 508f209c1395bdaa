package own

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
)

// sentences is a TSV of so many bytes, whose words are as frequent as those of a language.
func sentences(size int) []byte {
	r := rand.New(rand.NewPCG(7, 8))
	word := func() []byte {
		n := uint64(math.Pow(40_000, r.Float64())) // Zipf's law
		spell := rand.New(rand.NewPCG(n, 9))
		var w []byte
		for range 1 + spell.IntN(4) {
			w = append(w, "bcdfghjklmnpqrstvxz"[spell.IntN(19)], "aeiou"[spell.IntN(5)])
		}
		return w
	}
	var b bytes.Buffer
	for b.Len() < size-200 {
		for side := range 2 {
			for i := range 3 + r.IntN(7) {
				if i > 0 {
					b.WriteByte(' ')
				}
				b.Write(word())
			}
			b.WriteString(".\t\n"[:2])
			if side == 1 {
				b.Bytes()[b.Len()-1] = '\n'
			}
		}
	}
	return b.Bytes()
}

func BenchmarkRead(b *testing.B) {
	data := sentences(MaxBytes)
	for _, tokens := range []string{"characters", "words", "pieces"} {
		b.Run(tokens, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Read([]File{{Data: data}}, Options{Tokens: tokens}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
