package measure

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// goldenCorpus is what sacreBLEU says of a corpus; see testdata/README.md.
type goldenCorpus struct {
	Name, Tokenisation                 string
	Outputs, References                []string
	Corpus                             goldenScore
	Sentences                          []goldenScore
	CorpusSignature, SentenceSignature string
}

type goldenScore struct {
	Score             float64
	Matches, Totals   [Order]int
	Precisions        [Order]float64
	Penalty           float64
	Output, Reference int
}

func (g *goldenCorpus) by(t *testing.T) Tokenisation {
	for by, name := range tokenisations {
		if name == g.Tokenisation {
			return Tokenisation(by)
		}
	}
	t.Fatalf("no tokenisation is called %q", g.Tokenisation)
	return 0
}

// same checks a score against sacreBLEU's. Its score and penalty come of exponentials, whose last
// bits depend on the platform.
func (g *goldenScore) same(t *testing.T, what string, o *Overlap, b BLEU) {
	t.Helper()
	if want := (Overlap{g.Matches, g.Totals, g.Output, g.Reference}); *o != want {
		t.Errorf("%s: counted %+v, want %+v", what, *o, want)
	}
	if b.Precisions != g.Precisions {
		t.Errorf("%s: the precisions are %v, want %v", what, b.Precisions, g.Precisions)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{{"score", b.Score, g.Score}, {"penalty", b.BrevityPenalty, g.Penalty}} {
		if !(math.Abs(c.got-c.want) <= 1e-12*c.want) {
			t.Errorf("%s: the %s is %v, want %v", what, c.name, c.got, c.want)
		}
	}
}

func TestBLEU(t *testing.T) {
	var m Meter // of all corpora, so that what one leaves behind would harm the next
	for _, g := range golden[goldenCorpus](t, "testdata/bleu.json") {
		m.Tokenisation = g.by(t)
		var all Tally
		for i, s := range g.Sentences {
			one := m.Tally(&Answer{OutputText: g.Outputs[i], TargetText: g.References[i]})
			s.same(t, g.Name+", "+g.Tokenisation+": "+g.Outputs[i], &one.Overlap, one.Overlap.Sentence())
			all.Add(&one)
		}
		g.Corpus.same(t, g.Name+", "+g.Tokenisation, &all.Overlap, all.BLEU())
		if all.Overlap.Defined() != (g.Corpus.Totals[3] > 0) {
			t.Errorf("%s: a corpus whose outputs have %d 4-grams is defined: %v", g.Name, g.Corpus.Totals[3], all.Overlap.Defined())
		}
	}
}

// counted is the overlap by its definition, of sentences whose tokens are bytes.
func counted(out, reference string) Overlap {
	o := Overlap{Output: len(out), Reference: len(reference)}
	for n := 1; n <= Order; n++ {
		outs, references := map[string]int{}, map[string]int{}
		for i := n; i <= len(out); i++ {
			outs[out[i-n:i]]++
		}
		for i := n; i <= len(reference); i++ {
			references[reference[i-n:i]]++
		}
		for gram, times := range outs {
			o.Matches[n-1] += min(times, references[gram])
			o.Totals[n-1] += times
		}
	}
	return o
}

func FuzzOverlap(f *testing.F) {
	f.Add("abcabc", "abc")
	f.Add("aaaa", "aaaaaaaa")
	f.Add("", "abcd")
	f.Add(strings.Repeat("abcd", 40), strings.Repeat("abdc", 50))
	var g grams // of all inputs
	f.Fuzz(func(t *testing.T, out, reference string) {
		small := func(s string) string { // three letters, so that they often agree
			b := []byte(s)
			for i := range b {
				b[i] = 'a' + b[i]%3
			}
			return string(b)
		}
		for _, c := range [][2]string{{out, reference}, {small(out), small(reference)}} {
			want := counted(c[0], c[1])
			if got := g.overlap(bytes(c[0]), bytes(c[1])); got != want {
				t.Errorf("%q and %q have %+v in common, want %+v", c[0], c[1], got, want)
			}
			if b := want.Corpus(); !(0 <= b.Score && b.Score <= 100) {
				t.Errorf("the score of %+v is %v", want, b.Score)
			}
			if b := want.Sentence(); !(0 <= b.Score && b.Score <= 100) {
				t.Errorf("the sentence's score of %+v is %v", want, b.Score)
			}
			itself := counted(c[0], c[0])
			if b := itself.Corpus(); itself.Defined() && b.Score != 100 {
				t.Errorf("%q scores %v against itself", c[0], b.Score)
			}
			if b := itself.Sentence(); c[0] != "" && b.Score != 100 {
				t.Errorf("as a sentence, %q scores %v against itself", c[0], b.Score)
			}
		}
	})
}

// The table of n-grams is emptied by counting its rounds. When the count starts anew, what was left
// in a slot by a round of the same number does not come back.
func TestOverlapOutlivesItsRounds(t *testing.T) {
	var g grams
	g.begin(4)
	g.round = 3
	g.overlap(nil, bytes("abcd")) // the rounds 4 to 7
	g.round = math.MaxUint32
	g.overlap(nil, nil) // the next four
	if got, want := g.overlap(bytes("aabb"), bytes("abcd")), counted("aabb", "abcd"); got != want {
		t.Errorf("after its last round, the table counts %+v, want %+v", got, want)
	}
}

// The order of sentences changes no bit of what integers are counted for.
func TestOrderOfSentencesDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	answers := sentences(r, 200, 1, 20)
	var m Meter
	first := m.Report(answers).Overall
	for range 20 {
		r.Shuffle(len(answers), func(i, j int) { answers[i], answers[j] = answers[j], answers[i] })
		again := m.Report(answers).Overall
		if again.BLEU() != first.BLEU() || again.ErrorRate() != first.ErrorRate() || again.TokenAccuracy() != first.TokenAccuracy() {
			t.Fatalf("in another order, %+v became %+v", first, again)
		}
	}
}

// bytes is a token for each byte.
func bytes(s string) []uint32 {
	x := []uint32{}
	for i := range len(s) {
		x = append(x, uint32(s[i]))
	}
	return x
}
