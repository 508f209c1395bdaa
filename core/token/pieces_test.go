package token

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func pieces(t *testing.T, merges ...string) *Pieces {
	t.Helper()
	p, err := NewPieces(merges)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestPieces(t *testing.T) {
	english := pieces(t, "t h", "▁ th", "▁th e", "e s", "es t", "n e", "ne w", "▁ new")
	for _, c := range []struct {
		what   string
		pieces *Pieces
		text   string
		want   string // the pieces with spaces between them
	}{
		{"without merges", pieces(t), "so so", "▁ s o ▁ s o"},
		{"the earliest merge goes first", english, "the newest!", "▁the ▁new est !"},
		{"in the middle of a word too", english, "other renews", "▁ o th e r ▁ r e new s"},
		{"what no merge knows is a character", english, "thé e\u0301té", "▁th é ▁ e\u0301 t é"},
		{"no space before", english, "(the)", "▁ ( th e )"},
		{"white space at the ends is none", english, " the\n", "▁the"},
		{"words are those of Words", pieces(t, "' t", "n '", "n 't", "- t"), "don't l'ami forty-two", "▁ d o n't ▁ l ' a m i ▁ f o r t y - t w o"},
		{"Chinese is one word", pieces(t, "我 爱", "我爱 你"), "我爱你。我爱", "▁ 我爱你 。 我爱"},
		{"a mark of the text", english, "▁ a▁the", "▁ ▁▁ ▁ a ▁▁ th e"},
		{"a mark of the text with an accent", english, "▁\u0301", "▁ ▁▁\u0301"},
		{"of three, the left pair", pieces(t, "a a"), "aaa", "▁ aa a"},
	} {
		want := strings.Fields(c.want)
		got := c.pieces.Cut(nil, c.text)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q is cut into\n%q, want\n%q", c.what, c.text, got, want)
		}
		if joined, want := c.pieces.Join(got), strings.Join(strings.Fields(c.text), " "); joined != want {
			t.Errorf("%s: %q is joined to %q, want %q", c.what, got, joined, want)
		}
	}
	if got := english.Join([]string{"⟨unk⟩", "▁the", "⟨unk⟩", "▁", "x"}); got != "⟨unk⟩ the⟨unk⟩ x" {
		t.Errorf("with marks of a vocabulary between them, pieces are joined to %q", got)
	}
}

func TestNewPiecesRefuses(t *testing.T) {
	const form = "is not two characters, or what merges before it have made, with one space between them"
	for _, c := range []struct{ merges, want string }{
		{"a", `merge 1, "a", ` + form},
		{"a b|", `merge 2, "", ` + form},
		{"a b| c", `merge 2, " c", ` + form},
		{"a  b", `merge 1, "a  b", ` + form},
		{"a b|ab c|abd e", `merge 3, "abd e", ` + form},
		{"a b c", form},
		{"a b|b c|a b", `merge 3, "a b", comes twice`},
		{"a ▁", `merge 1, "a ▁", goes on with a piece that begins a word`},
		{"▁ b|a ▁b", `merge 2, "a ▁b", goes on`},
		{"▁▁▁ a", form},
		{"a \u00a0", form},
	} {
		_, err := NewPieces(strings.Split(c.merges, "|"))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error for the merges %q is %v, want one with %s", c.merges, err, c.want)
		}
	}
}

func TestLearn(t *testing.T) {
	// The example of Sennrich et al., 3.2, with the mark at the beginning where theirs is at the end.
	texts := []string{
		strings.Repeat("low ", 5), strings.Repeat("lower ", 2), strings.Repeat("newest ", 6), strings.Repeat("widest ", 3),
	}
	p := Learn(slices.Values(texts), 10)
	// By frequency: 9, 9, then 7 for those of low, 6 for those of newest, 3 for the first of widest; letters
	// go before the mark, and both before what was merged.
	want := []string{"e s", "es t", "l o", "▁ lo", "▁lo w", "e w", "n ew", "▁ new", "▁new est", "d est"}
	if got := p.Merges(); !slices.Equal(got, want) {
		t.Errorf("the merges are %q, want %q", got, want)
	}
	if got := p.Cut(nil, "lowest newer"); !slices.Equal(got, []string{"▁low", "est", "▁new", "e", "r"}) {
		t.Errorf("lowest newer is cut into %q", got)
	}
	again := pieces(t, p.Merges()...)
	if !slices.Equal(again.Symbols(), p.Symbols()) || again.Name() != "pieces" {
		t.Error("Pieces made of Merges are others")
	}
}

func TestLearnEndsWhenNothingIsFrequent(t *testing.T) {
	if got := Learn(slices.Values([]string{"abc abd", "xy"}), 100).Merges(); !slices.Equal(got, []string{"a b", "▁ ab"}) {
		t.Errorf("of pairs that occur twice, these are merged: %q", got)
	}
	if got := Learn(slices.Values([]string(nil)), 100).Merges(); len(got) != 0 {
		t.Errorf("of nothing, these merges are learnt: %q", got)
	}
}

// plainly learns as the paper's own program does, counting everything anew for each merge.
func plainly(texts []string, merges int) []string {
	var words [][]string
	seen := map[string]bool{}
	var symbols []string
	for _, text := range texts {
		p := &Pieces{}
		for s := (scanner{rest: text}); s.next(); {
			for rest := s.placed; rest.word != ""; {
				var spelt []symbol
				spelt, rest = p.spell(nil, rest)
				word := make([]string, len(spelt))
				for i, x := range spelt {
					word[i] = x.text
				}
				words = append(words, word)
				for _, x := range append(word, boundary) {
					if !seen[x] {
						seen[x] = true
						symbols = append(symbols, x)
					}
				}
			}
		}
	}
	slices.Sort(symbols)
	var list []string
	done := map[[2]string]bool{}
	for len(list) < merges {
		counts := map[[2]string]int{}
		for _, w := range words {
			for i := range len(w) - 1 {
				counts[[2]string{w[i], w[i+1]}]++
			}
		}
		best, most := [2]string{}, 1
		for _, left := range symbols {
			for _, right := range symbols {
				if n := counts[[2]string{left, right}]; n > most {
					best, most = [2]string{left, right}, n
				}
			}
		}
		if most < 2 {
			break
		}
		if !done[best] {
			done[best] = true
			list = append(list, best[0]+" "+best[1])
		}
		made := best[0] + best[1]
		if !seen[made] {
			seen[made] = true
			symbols = append(symbols, made)
		}
		for i, w := range words {
			var next []string
			for j := 0; j < len(w); j++ {
				if j+1 < len(w) && w[j] == best[0] && w[j+1] == best[1] {
					next = append(next, made)
					j++
				} else {
					next = append(next, w[j])
				}
			}
			words[i] = next
		}
	}
	return list
}

func TestLearnIsThePlainWay(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		alphabet := strings.Split("abc▁é你x1,-", "")[:2+r.IntN(8)]
		texts := make([]string, 1+r.IntN(8))
		for i := range texts {
			var b strings.Builder
			for range 1 + r.IntN(40) {
				if r.IntN(4) == 0 {
					b.WriteByte(' ')
				}
				b.WriteString(alphabet[r.IntN(len(alphabet))])
			}
			texts[i] = b.String()
		}
		merges := r.IntN(30)
		got, want := Learn(slices.Values(texts), merges).Merges(), plainly(texts, merges)
		if !slices.Equal(got, want) {
			t.Fatalf("of %q are learnt\n%q, and counted anew each time\n%q", texts, got, want)
		}
		slices.Reverse(texts)
		if again := Learn(slices.Values(texts), merges).Merges(); !slices.Equal(again, got) {
			t.Fatalf("in another order are learnt\n%q, not\n%q", again, got)
		}
	}
}

// Whatever the text and whatever was learnt before, Join undoes Cut but for white space, and pieces
// begin with a mark where a space was.
func FuzzPieces(f *testing.F) {
	f.Add("low lower newest widest", "lowest", 10)
	f.Add("▁▁ ▁a ▁\u0301", "▁ ▁▁▁ ▁\u0301", 5)
	f.Add("aaaa aaaaaa", "aaaaaaaaaaaaaaa", 5)
	f.Add(strings.Repeat("ab", 200), strings.Repeat("ba", 100), 20)
	f.Add("\xff\xe2 \x96\x81", "\xe2\x96 \x81", 20)
	f.Fuzz(func(t *testing.T, learnt, text string, merges int) {
		p := Learn(slices.Values(strings.Split(learnt, "\n")), min(merges, 1000))
		if _, err := NewPieces(p.Merges()); err != nil {
			t.Fatalf("what was learnt of %q is refused: %v", learnt, err)
		}
		for _, text := range []string{text, learnt} {
			tokens := p.Cut(nil, text)
			remembering := p.Remembering()
			for range 2 {
				if again := remembering.Cut(nil, text); !slices.Equal(again, tokens) {
					t.Fatalf("%q is cut into %q, and remembering into %q", text, tokens, again)
				}
			}
			want := strings.Join(strings.Fields(text), " ")
			if got := p.Join(tokens); got != want || slices.Contains(tokens, "") {
				t.Fatalf("%q, cut into %q, is joined to %q", text, tokens, got)
			}
			spaces := 0
			for _, piece := range tokens {
				if begins(piece) {
					spaces++
				}
			}
			if spaces != len(strings.Fields(text)) {
				t.Fatalf("%q is cut into %q", text, tokens)
			}
		}
	})
}

// Whatever the list, NewPieces makes Pieces of it that cut a text without loss, or says which merge
// is wrong.
func FuzzNewPieces(f *testing.F) {
	f.Add("t h\n▁ th\nth e", "the then")
	f.Add("a a\naa aa\naaaa a", "aaaaaaaaaaaaaaaaaaaaaaa")
	f.Add("a ▁▁\n▁▁ a\n▁ ▁▁", "▁ a▁ ▁▁a")
	f.Fuzz(func(t *testing.T, list, text string) {
		merges := strings.Split(list, "\n")
		p, err := NewPieces(merges)
		if err != nil {
			rest, ok := strings.CutPrefix(err.Error(), "token: merge ")
			number, _, _ := strings.Cut(rest, ",")
			if n, bad := strconv.Atoi(number); !ok || bad != nil || n < 1 || n > len(merges) {
				t.Fatalf("the error for %q is %v", merges, err)
			}
			return
		}
		if !slices.Equal(p.Merges(), merges) {
			t.Fatalf("the merges %q have become %q", merges, p.Merges())
		}
		want := strings.Join(strings.Fields(text), " ")
		if got := p.Join(p.Cut(nil, text)); got != want {
			t.Fatalf("by %q, %q is cut and joined to %q", merges, text, got)
		}
	})
}

func TestNew(t *testing.T) {
	for _, name := range Names() {
		if c, err := New(name, nil); err != nil || c.Name() != name {
			t.Errorf("%s: %v, %v", name, c, err)
		}
	}
	if c, err := New("pieces", []string{"a b"}); err != nil || c.Cut(nil, "ab")[1] != "ab" {
		t.Errorf("pieces with a merge: %v, %v", c, err)
	}
	for _, c := range []struct {
		name   string
		merges []string
		want   string
	}{
		{"letters", nil, `tokens cannot be "letters"; they are "characters", "words" or "pieces"`},
		{"words", []string{"a b"}, `"words" have no merges, and there are 1; only pieces do`},
		{"pieces", []string{"ab"}, "merge 1"},
	} {
		if cutter, err := New(c.name, c.merges); err == nil || !strings.Contains(err.Error(), c.want) || cutter != nil {
			t.Errorf("%s with %q: %v, %v", c.name, c.merges, cutter, err)
		}
	}
}
