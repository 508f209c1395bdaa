package answer

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/own"
	"unroll/web/wire"
)

// animals is a file of so many pairs.
func animals(n int) []own.File {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "I see %d %ss\tvejo %d %s\n", i, []string{"cat", "dog", "cow"}[i%3], i, []string{"gatos", "cães", "vacas"}[i%3])
	}
	return []own.File{{Name: "animals.tsv", Data: []byte(b.String())}}
}

// ask has a message answered; both go through their bytes, as they do between page and reader.
func ask(t *testing.T, m wire.Read) wire.Message {
	t.Helper()
	asked, err := wire.Decode(wire.Encode(m))
	if err != nil {
		t.Fatal(err)
	}
	said, err := wire.Decode(wire.Encode(To(asked.(wire.Read))))
	if err != nil {
		t.Fatal(err)
	}
	return said
}

func ready(t *testing.T, m wire.Read) wire.Corpus {
	t.Helper()
	c, ok := ask(t, m).(wire.Corpus)
	if !ok {
		t.Fatalf("%+v is answered with %+v", m.Options, ask(t, m))
	}
	return c
}

func TestWhatIsReadCanBeLearnt(t *testing.T) {
	for _, tokens := range []string{"", "characters", "words", "pieces"} {
		c := ready(t, wire.Read{Files: animals(200), Options: own.Options{Tokens: tokens}})
		if c.Report.Pairs != 200 || c.Options.Tokens != c.Report.Tokens || tokens != "" && c.Report.Tokens != tokens {
			t.Errorf("%q: %d pairs, cut by %q and said to be by %q", tokens, c.Report.Pairs, c.Report.Tokens, c.Options.Tokens)
		}
		if corpus.Digest(c.Packed) != c.Digest {
			t.Errorf("%q: the digest is another's", tokens)
		}
		task, err := corpus.Unpack("own", c.Packed)
		if err != nil {
			t.Fatal(err)
		}
		if !task.Draws() || len(task.HeldOut(1000)) != c.Report.HeldOut {
			t.Errorf("%q: unpacked, the task has %d pairs held out, and reported are %d", tokens, len(task.HeldOut(1000)), c.Report.HeldOut)
		}
	}
}

// TestStoredPairsAreCutAgain: without the files, their canonical form gives the same in every way of cutting.
func TestStoredPairsAreCutAgain(t *testing.T) {
	stored := ready(t, wire.Read{Files: animals(200)}).Canonical
	for _, o := range ways(0) {
		if o.Swap {
			continue
		}
		want, got := ready(t, wire.Read{Files: animals(200), Options: o}), ready(t, wire.Read{Canonical: stored, Options: o})
		if !bytes.Equal(got.Packed, want.Packed) || got.Options != o {
			t.Errorf("%+v gives %s by the files, and by what is stored %s", o, want.Digest, got.Digest)
		}
	}
}

// TestWantedPairsAreFound: a link tells by a digest what it is of, and not how that was cut.
func TestWantedPairsAreFound(t *testing.T) {
	for _, o := range ways(0) {
		want := ready(t, wire.Read{Files: animals(100), Options: o})
		if got := ready(t, wire.Read{Files: animals(100), Wanted: want.Digest}); got.Digest != want.Digest {
			t.Errorf("%+v is not found", o)
		}
	}
	advised := ready(t, wire.Read{Files: animals(100)})
	if got := ready(t, wire.Read{Files: animals(100), Wanted: "0123456789abcdef"}); got.Digest != advised.Digest {
		t.Error("what is not found is not cut as is advised")
	}
}

func TestRefusals(t *testing.T) {
	for code, m := range map[own.Code]wire.Read{
		own.TooFew:       {Files: animals(3)},
		own.NoColumns:    {Files: []own.File{{Name: "x", Data: []byte("one column\nonly\n")}}},
		own.NotText:      {Files: []own.File{{Name: "x.png", Data: []byte("\x89PNG\x00")}}},
		own.Unequal:      {Files: []own.File{{Data: []byte("a\nb\n")}, {Data: []byte("a\n")}}},
		own.TooLarge:     {Files: []own.File{{Data: make([]byte, own.MaxBytes+1)}}},
		own.BadCount:     {Files: make([]own.File, 3)},
		own.NotCanonical: {},
		own.BadOption:    {Files: animals(100), Options: own.Options{Tokens: "syllables"}},
	} {
		if r, ok := ask(t, m).(wire.Refused); !ok || r.Code != code {
			t.Errorf("%s is answered with %+v", code, r)
		}
	}
}

func TestExamples(t *testing.T) {
	c := ready(t, wire.Read{Files: animals(200), Options: own.Options{Tokens: "words"}})
	if len(c.Examples) != shown {
		t.Fatalf("%d examples", len(c.Examples))
	}
	seen := map[string]bool{}
	unknown := 0
	for _, e := range c.Examples {
		text := func(pieces []wire.Piece) string {
			var words []string
			for _, p := range pieces {
				words = append(words, p.Text)
				if !p.Known {
					unknown++
				}
			}
			return strings.Join(words, " ")
		}
		pair := text(e.Source) + "\t" + text(e.Target) + "\n"
		if seen[pair] || !strings.Contains(string(c.Canonical), "\n"+pair) {
			t.Errorf("%q is no pair, or comes twice", pair)
		}
		seen[pair] = true
	}
	if !seen["I see 0 cats\tvejo 0 gatos\n"] {
		t.Error("the first pair is not shown")
	}

	// Of long pairs the shortest are shown, and of few all.
	long := strings.Repeat("long ", 20)
	var b strings.Builder
	for i := range 21 {
		fmt.Fprintf(&b, "%s%d\t%d\n", long[:len(long)-5*(i%7)], i, i)
	}
	for _, e := range ready(t, wire.Read{Files: []own.File{{Data: []byte(b.String())}}, Options: own.Options{Tokens: "words"}}).Examples {
		if len(e.Source) > 18 {
			t.Errorf("a pair of %d words is shown, and there are shorter ones beside it", len(e.Source))
		}
	}
}
