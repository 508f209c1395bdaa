package page

import (
	"math"
	"testing"

	"unroll/core/measure"
	"unroll/web/say"
)

func TestMeasuresAreThoseOfTheReport(t *testing.T) {
	r := report(4, 1, 0.5)
	r.Overall.LogProbability, r.Overall.Scored = -math.Ln2*100, 100
	r.Overall.Edits, r.Overall.Reference = 6, 40
	c := &MeasureTable{Text: &say.English, Report: r}
	want := []figure{{"Loss", "0.693"}, {"Perplexity", "2.00"}, {"Edits per answer", "1.50"}, {"Token error rate", "15.0 %"}, {"BLEU", unknown}}
	for i, f := range c.figures() {
		if f != want[i] {
			t.Errorf("%v, want %v", f, want[i])
		}
	}
	r.Overall.Overlap = measure.Overlap{Matches: [4]int{4, 3, 2, 1}, Totals: [4]int{4, 3, 2, 1}, Output: 4, Reference: 4}
	if got := c.figures()[4].Value; got != "100.0" {
		t.Errorf("of outputs that are right, BLEU is %s", got)
	}

	// Of no pair at all, nothing is known, and nothing is said.
	c.Report = &measure.Report{}
	for _, f := range c.figures() {
		if f.Value != unknown {
			t.Errorf("of no pairs, %s is said to be %s", f.Name, f.Value)
		}
	}
}

func TestLengthsHaveTheirBars(t *testing.T) {
	r := report(3, 1, 0.5)
	for _, n := range []int{3, 5, 9} {
		r.Lengths = append(r.Lengths, measure.Bucket{Shortest: n, Longest: n, Tally: measure.Tally{Pairs: 1, Exact: n % 2 * (1 - n/9), Right: 1, Tokens: 4}})
	}
	rows := (&MeasureTable{Text: &say.English, Report: r}).lengths()
	if len(rows) != 3 || rows[0].Length != "3" || rows[0].Exact != "M0 2H100.0V10H0z" || rows[2].Exact != "M0 2H0.0V10H0z" || rows[1].Tokens != "M0 6H25.0" {
		t.Errorf("the rows are %+v", rows)
	}
}
