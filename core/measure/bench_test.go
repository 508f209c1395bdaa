package measure

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

// sentences is n answers of a model that is right about most words, of sources that are as long as
// their targets.
func sentences(r *rand.Rand, n, shortest, longest int) []Answer {
	answers := make([]Answer, n)
	for i := range answers {
		a := &answers[i]
		a.Source = shortest + r.IntN(longest-shortest+1)
		for range a.Source {
			id := r.IntN(200)
			a.Target = append(a.Target, id)
			switch r.IntN(12) {
			case 0:
				a.Output = append(a.Output, r.IntN(200))
			case 1:
				a.Output = append(a.Output, id, id)
			case 2:
			default:
				a.Output = append(a.Output, id)
			}
		}
		a.OutputText, a.TargetText = text(a.Output), text(a.Target)
		a.Scored = len(a.Target) + 1
		a.LogProbability = -float64(a.Scored) * r.Float64()
	}
	return answers
}

func text(ids []int) string {
	words := []string{}
	for _, id := range ids {
		words = append(words, "word"+strconv.Itoa(id))
	}
	return strings.Join(words, " ") + "."
}

// What is measured every few seconds in a page leaves nothing behind.
func TestTallyAllocatesNothing(t *testing.T) {
	answers := sentences(rand.New(rand.NewPCG(7, 8)), 100, 1, 30)
	for by := range tokenisations {
		m := Meter{Tokenisation: Tokenisation(by)}
		m.Report(answers)
		if n := testing.AllocsPerRun(10, func() {
			for i := range answers {
				m.Tally(&answers[i])
			}
		}); n != 0 {
			t.Errorf("%v: 100 answers that were seen before take %v allocations", m.Tokenisation, n)
		}
	}
}

func BenchmarkReport(b *testing.B) {
	answers := sentences(rand.New(rand.NewPCG(9, 10)), 1000, 5, 30)
	for by, name := range tokenisations {
		b.Run(name, func(b *testing.B) {
			m := Meter{Tokenisation: Tokenisation(by)}
			b.ReportAllocs()
			for b.Loop() {
				m.Report(answers)
			}
		})
	}
}
