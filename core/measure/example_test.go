package measure_test

import (
	"fmt"
	"math"

	"unroll/core/corpus"
	"unroll/core/measure"
)

// Examine a model that reverses words, but loses the first letter of those that are longer than four,
// and guesses evenly when it is asked for probabilities. It stands for one that was trained: its
// outputs would be decoded, the targets' probabilities come of forced decoding.
func Example() {
	task, err := corpus.New("reverse", corpus.Options{Shortest: 3, Longest: 6})
	if err != nil {
		panic(err)
	}
	answers := []measure.Answer{}
	for _, pair := range task.HeldOut(200) {
		output := pair.Target
		if len(output) > 4 {
			output = output[:len(output)-1]
		}
		tokens := len(pair.Target) + 1 // the end is one more to be foreseen
		answers = append(answers, measure.Answer{
			Source:         len(pair.Source),
			Output:         output,
			Target:         pair.Target,
			OutputText:     task.Target().Join(output),
			TargetText:     task.Target().Join(pair.Target),
			LogProbability: -float64(tokens) * math.Log(27), // any letter, or the end
			Scored:         tokens,
		})
	}
	meter := measure.Meter{Tokenisation: measure.TokeniseChar}
	report := meter.Report(answers)
	fmt.Println(report.Signature)
	for _, b := range append(report.Buckets(3), report.Buckets(1)...) {
		bleu := "–" // where no output has four letters in a row
		if b.Overlap.Defined() {
			bleu = fmt.Sprintf("%.1f", b.BLEU().Score)
		}
		fmt.Printf("%d–%d: %3d pairs, exact %.2f, tokens %.2f, error rate %.2f, perplexity %.0f, BLEU %s\n",
			b.Shortest, b.Longest, b.Pairs, b.ExactMatch(), b.TokenAccuracy(), b.ErrorRate(), b.Perplexity(), bleu)
	}
	// Output:
	// nrefs:1|case:mixed|eff:no|tok:char|smooth:exp|version:2.6.0+unroll
	// 3–3:  59 pairs, exact 1.00, tokens 1.00, error rate 0.00, perplexity 27, BLEU –
	// 4–4:  53 pairs, exact 1.00, tokens 1.00, error rate 0.00, perplexity 27, BLEU 100.0
	// 5–6:  88 pairs, exact 0.00, tokens 0.69, error rate 0.18, perplexity 27, BLEU 79.7
	// 3–6: 200 pairs, exact 0.56, tokens 0.83, error rate 0.10, perplexity 27, BLEU 89.3
}
