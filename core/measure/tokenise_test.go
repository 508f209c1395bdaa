package measure

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// golden reads a file of testdata.
func golden[T any](t testing.TB, path string) []T {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows []T
	if err := json.Unmarshal(text, &rows); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	if len(rows) == 0 {
		t.Fatalf("%s is empty", path)
	}
	return rows
}

// Texts are cut as sacreBLEU cuts them.
func TestTokens(t *testing.T) {
	files, err := filepath.Glob("testdata/tokens*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("there is no golden file", err)
	}
	for _, path := range files {
		for _, g := range golden[map[string]json.RawMessage](t, path) {
			var text string
			if err := json.Unmarshal(g["text"], &text); err != nil {
				t.Fatal(err)
			}
			for by, name := range tokenisations {
				var want []string
				if err := json.Unmarshal(g[name], &want); err != nil {
					t.Fatalf("%s of %q: %v", name, text, err)
				}
				sameTokens(t, Tokenisation(by), text, want)
			}
		}
	}
}

// sameTokens checks that a text is cut into these tokens.
func sameTokens(t *testing.T, by Tokenisation, text string, want []string) {
	t.Helper()
	var c cutter
	numbers := []uint32{}
	for _, token := range want {
		if by == TokeniseChar {
			r, _ := utf8.DecodeRuneInString(token)
			numbers = append(numbers, uint32(r))
		} else {
			numbers = c.number(numbers, token)
		}
	}
	if got := c.cut([]uint32{}, by, text); !slices.Equal(got, numbers) {
		t.Errorf("%v cuts %q into %q, want %q", by, text, c.words(by, got), want)
	}
}

// words are the tokens that have these numbers.
func (c *cutter) words(by Tokenisation, numbers []uint32) []string {
	words := make([]string, len(numbers))
	for i, n := range numbers {
		if by == TokeniseChar {
			words[i] = string(rune(n))
		}
		for word, id := range c.ids {
			if id == n && by != TokeniseChar {
				words[i] = word
			}
		}
	}
	return words
}

// rules13a are the rewritings of mteval-v13a.pl in its own language.
var rules13a = []struct {
	search  *regexp.Regexp
	replace string
}{
	{regexp.MustCompile(`([ -&(-+:-@/\[-` + "`" + `{-~])`), " $1 "},
	{regexp.MustCompile(`([^0-9])([.,])`), "$1 $2 "},
	{regexp.MustCompile(`([.,])([^0-9])`), " $1 $2"},
	{regexp.MustCompile(`([0-9])(-)`), "$1 $2 "},
}

// Whatever the text, the passes by hand cut it as the regular expressions do.
func FuzzTokens(f *testing.F) {
	for _, g := range golden[struct{ Text string }](f, "testdata/tokens.json")[:140] {
		f.Add(g.Text)
	}
	f.Add("5.\xc3,\xff-\x80.")
	f.Fuzz(func(t *testing.T, text string) {
		s := strings.TrimRightFunc(text, space)
		for _, r := range [][2]string{{"<skipped>", ""}, {"-\n", ""}, {"\n", " "}, {"&quot;", `"`}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}} {
			s = strings.ReplaceAll(s, r[0], r[1])
		}
		s = " " + s + " "
		for _, r := range rules13a {
			s = r.search.ReplaceAllString(s, r.replace)
		}
		sameTokens(t, Tokenise13a, text, strings.FieldsFunc(s, space))
	})
}

// A model that says ever new words does not fill the memory.
func TestCutterForgets(t *testing.T) {
	var m Meter
	for i := range 3 * remembered {
		word := strconv.Itoa(i)
		got := m.Tally(&Answer{OutputText: word, TargetText: word + " " + word})
		if got.Overlap.Matches[0] != 1 {
			t.Fatalf("word %d is not found in its reference", i)
		}
		if n := len(m.cutter.ids); n > remembered+2 {
			t.Fatalf("after %d words, %d are remembered", i, n)
		}
	}
}

func TestSignatures(t *testing.T) {
	for _, g := range golden[goldenCorpus](t, "testdata/bleu.json") {
		by := g.by(t)
		if got, want := by.CorpusSignature(), g.CorpusSignature+"+unroll"; got != want {
			t.Errorf("the signature of a corpus is %s, want %s", got, want)
		}
		if got, want := by.SentenceSignature(), g.SentenceSignature+"+unroll"; got != want {
			t.Errorf("the signature of a sentence is %s, want %s", got, want)
		}
	}
}
