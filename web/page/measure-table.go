package page

import (
	"math"
	"strconv"

	"unroll/core/measure"
	"unroll/web/say"
)

// MeasureTable is how well the model does on held-out pairs: by the length of the input, where one sees
// what a single state cannot hold, and, folded, every measure there is.
type MeasureTable struct {
	Text   *say.Catalogue
	Report *measure.Report
}

// mostLengths is how many rows the table has at most.
const mostLengths = 6

// lengthRow is what a model does with inputs of some lengths.
type lengthRow struct {
	Length        string
	Exact, Tokens string // bars, as paths in a field of 100 by 12
	Numbers       []string
}

func (c *MeasureTable) heads() []string {
	t := &c.Text.Page
	return []string{t.Measures.Length, "", t.Training.Exact, t.Training.Tokens, t.Measures.Pairs}
}

func (c *MeasureTable) lengths() []lengthRow {
	var list []lengthRow
	for _, b := range c.Report.Buckets(mostLengths) {
		row := lengthRow{Length: strconv.Itoa(b.Shortest),
			Exact: "M0 2H" + tenth(100*b.ExactMatch()) + "V10H0z", Tokens: "M0 6H" + tenth(100*b.TokenAccuracy()),
			Numbers: []string{percent(c.Text, b.ExactMatch()), percent(c.Text, b.TokenAccuracy()), count(c.Text, b.Pairs)}}
		if b.Longest > b.Shortest {
			row.Length += "–" + strconv.Itoa(b.Longest)
		}
		list = append(list, row)
	}
	return list
}

// figures are the measures over all pairs. One that has nothing to be taken of is unknown.
func (c *MeasureTable) figures() []figure {
	t, all := &c.Text.Page.Measures, &c.Report.Overall
	known := func(x float64, words string) string {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return unknown
		}
		return words
	}
	bleu := unknown
	if all.Overlap.Defined() {
		bleu = number(c.Text, all.BLEU().Score, 1)
	}
	mean, perplexity, edits, rate := all.Loss(), all.Perplexity(), all.EditDistance(), all.ErrorRate()
	return []figure{
		{t.Loss, known(mean, loss(c.Text, mean))},
		{t.Perplexity, known(perplexity, number(c.Text, perplexity, 2))},
		{t.Edits, known(edits, number(c.Text, edits, 2))},
		{t.ErrorRate, known(rate, percent(c.Text, rate))},
		{t.BLEU, bleu},
	}
}
