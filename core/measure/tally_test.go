package measure

import (
	"math"
	"testing"
)

func TestTally(t *testing.T) {
	for _, c := range []struct {
		name                       string
		output, target             string
		exact, right, token, edits int
		reference                  int
	}{
		{"all right", "abc", "abc", 1, 4, 4, 0, 3},
		{"the last token wrong", "abx", "abc", 0, 3, 4, 1, 3},
		{"ended too soon", "ab", "abc", 0, 2, 4, 1, 3},
		{"ended too late", "abcd", "abc", 0, 3, 4, 1, 3},
		{"shifted by one", "xabc", "abc", 0, 0, 4, 1, 3},
		{"nothing said", "", "abc", 0, 0, 4, 3, 3},
		{"nothing to say, and nothing said", "", "", 1, 1, 1, 0, 0},
		{"nothing to say", "ab", "", 0, 0, 1, 2, 0},
		{"as long, and all wrong", "xyz", "abc", 0, 1, 4, 3, 3}, // its end is right
	} {
		m := Meter{Tokenisation: TokeniseChar}
		got := m.Tally(&Answer{Output: ids(c.output), Target: ids(c.target), OutputText: c.output, TargetText: c.target})
		want := Tally{
			Pairs: 1, Exact: c.exact, Right: c.right, Tokens: c.token, Edits: c.edits, Reference: c.reference,
			Overlap: counted(c.output, c.target),
		}
		if got != want {
			t.Errorf("%s: %q for %q counts\n%+v, want\n%+v", c.name, c.output, c.target, got, want)
		}
	}
}

func TestMeasures(t *testing.T) {
	some := Tally{
		Pairs: 4, Exact: 1, Right: 9, Tokens: 12, Edits: 6, Reference: 8,
		LogProbability: -12 * math.Ln2, Scored: 12,
		Overlap: Overlap{[Order]int{8, 4, 2, 1}, [Order]int{16, 8, 4, 2}, 16, 16},
	}
	silent := Tally{Pairs: 1, Tokens: 1, Edits: 2}
	none, nan := Tally{}, math.NaN()
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"loss", some.Loss(), math.Ln2},
		{"perplexity", some.Perplexity(), 2},
		{"token accuracy", some.TokenAccuracy(), 0.75},
		{"exact match", some.ExactMatch(), 0.25},
		{"edit distance", some.EditDistance(), 1.5},
		{"error rate", some.ErrorRate(), 0.75},
		{"BLEU", some.BLEU().Score, 50},
		{"error rate of edits of nothing", silent.ErrorRate(), math.Inf(1)},
		{"loss of nothing", none.Loss(), nan},
		{"perplexity of nothing", none.Perplexity(), nan},
		{"token accuracy of nothing", none.TokenAccuracy(), nan},
		{"exact match of nothing", none.ExactMatch(), nan},
		{"edit distance of nothing", none.EditDistance(), nan},
		{"error rate of nothing", none.ErrorRate(), nan},
		{"BLEU of nothing", none.BLEU().Score, 0},
	} {
		if math.IsNaN(c.want) != math.IsNaN(c.got) || c.got != c.want && math.Abs(c.got-c.want) > 1e-15 {
			t.Errorf("the %s is %v, want %v", c.name, c.got, c.want)
		}
	}
	certain := Tally{Scored: 3}
	if loss := certain.Loss(); loss != 0 || math.Signbit(loss) {
		t.Errorf("the loss of a model that is certain is %v", loss)
	}
}
