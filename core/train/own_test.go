package train

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/decode"
	"unroll/core/own"
	"unroll/core/token"
)

// pairs is a file of pairs as a reader might bring them, in three scripts, two of them written from
// right to left or without spaces.
func pairs() []byte {
	var b bytes.Buffer
	for _, who := range []string{"the cat\tالقطة", "the dog\tالكلب", "my friend\tصديقي", "她\t她", "the teacher\tالمعلم"} {
		source, target, _ := strings.Cut(who, "\t")
		for _, does := range []string{"eats\tيأكل", "sleeps\tينام", "sings\tيغني", "reads\t读书", "runs\tيجري", "laughs\tيضحك"} {
			verb, said, _ := strings.Cut(does, "\t")
			b.WriteString(source + " " + verb + ".\t" + said + " " + target + "\n")
		}
	}
	return b.Bytes()
}

// ownSession is a session on these pairs, cut so, and what their task is packed into.
func ownSession(t testing.TB, tokens string) (*Session, []byte) {
	t.Helper()
	c, err := own.Read([]own.File{{Name: "pairs.tsv", Data: pairs()}}, own.Options{Tokens: tokens, Merges: 20})
	if err != nil {
		t.Fatal(err)
	}
	packed := c.Task().Pack()
	with := config()
	with.Task, with.Shortest, with.Longest, with.Corpus = Own, 0, 0, corpus.Digest(packed)
	s, err := NewWith(Means{Data: packed}, with)
	if err != nil {
		t.Fatal(err)
	}
	return s, packed
}

func TestOwnCorpusIsLearned(t *testing.T) {
	for _, tokens := range token.Names() {
		s, _ := ownSession(t, tokens)
		if !s.Trains() || s.Task().Name() != Own {
			t.Fatalf("%s: a session on %q, which trains: %v", tokens, s.Task().Name(), s.Trains())
		}
		first := steps(t, s, 1)
		if last := steps(t, s, 150); !(last < first/2) {
			t.Errorf("%s: the loss goes from %v to %v", tokens, first, last)
		}
		if all := s.Evaluate(100).Report.Overall; all.Pairs == 0 || all.Tokens == 0 {
			t.Errorf("%s: judged on %+v", tokens, all)
		}
		if d, err := s.Decode(s.Task().Example(), decode.Options{}, 0); err != nil || d.Run == nil {
			t.Errorf("%s: of its example %q it makes %v", tokens, s.Task().Example(), err)
		}
	}
}

func TestOwnCorpusResumed(t *testing.T) {
	for _, tokens := range token.Names() {
		a, packed := ownSession(t, tokens)
		steps(t, a, 7)
		b, err := LoadWith(Means{Data: packed}, a.Save())
		if err != nil {
			t.Fatal(err)
		}
		steps(t, a, 5)
		steps(t, b, 5)
		if !bytes.Equal(a.Save(), b.Save()) {
			t.Errorf("%s: the resumed run parted from the one that never stopped", tokens)
		}
	}
}

// TestOwnModelWithoutItsCorpus: whoever is handed a model file has not got the pairs.
func TestOwnModelWithoutItsCorpus(t *testing.T) {
	for _, tokens := range token.Names() {
		a, packed := ownSession(t, tokens)
		steps(t, a, 40)
		for kind, file := range map[string][]byte{"whole": a.Save(), "weights": a.SaveWeights()} {
			b, err := Load(file)
			if err != nil {
				t.Fatalf("%s, %s: %v", tokens, kind, err)
			}
			if b.Trains() || b.Trained() != 40 || b.Task().Example() != a.Task().Example() {
				t.Errorf("%s, %s: loaded after %d steps, trains: %v", tokens, kind, b.Trained(), b.Trains())
			}
			if e := b.Evaluate(10); e.Report != nil && e.Report.Overall.Pairs != 0 {
				t.Errorf("%s, %s: judged on %d pairs that are not there", tokens, kind, e.Report.Overall.Pairs)
			}
			for _, input := range []string{a.Task().Example(), "the dog sings."} {
				want, err := a.Decode(input, decode.Options{}, 0)
				if err != nil {
					t.Fatal(err)
				}
				got, err := b.Decode(input, decode.Options{}, 0)
				if err != nil {
					t.Fatal(err)
				}
				if kind == "whole" && got.Hypotheses[0].Text != want.Hypotheses[0].Text {
					t.Errorf("%s: without the corpus it says %q of %q, and with it %q", tokens, got.Hypotheses[0].Text, input, want.Hypotheses[0].Text)
				}
			}
			// The model that was only run is whole again once its corpus is there.
			c, err := LoadWith(Means{Data: packed}, b.Save())
			if err != nil {
				t.Fatal(err)
			}
			if kind == "whole" {
				steps(t, c, 5)
				d, _ := LoadWith(Means{Data: packed}, file)
				steps(t, d, 5)
				if !bytes.Equal(c.Save(), d.Save()) {
					t.Errorf("%s: a run that was loaded without its corpus in between goes on otherwise", tokens)
				}
			}
		}
	}
}

func TestOwnCorpusRefusedInWords(t *testing.T) {
	s, packed := ownSession(t, "words")
	_, other := ownSession(t, "characters")
	if _, err := New(s.Config()); !errors.Is(err, ErrNoCorpus) {
		t.Errorf("a new model without its corpus gives %v", err)
	}
	for name, make := range map[string]func(data []byte) (*Session, error){
		"new":  func(data []byte) (*Session, error) { return NewWith(Means{Data: data}, s.Config()) },
		"load": func(data []byte) (*Session, error) { return LoadWith(Means{Data: data}, s.Save()) },
	} {
		if _, err := make(other); err == nil || !strings.Contains(err.Error(), s.Config().Corpus) || !strings.Contains(err.Error(), corpus.Digest(other)) {
			t.Errorf("%s: another corpus gives %v, which does not name the two", name, err)
		}
		if _, err := make(packed[:len(packed)-1]); err == nil {
			t.Errorf("%s: half a corpus went through", name)
		}
	}
	damaged := bytes.Clone(packed)
	damaged[len(damaged)-1] ^= 0x7f
	c := s.Config()
	c.Corpus = corpus.Digest(damaged)
	if _, err := NewWith(Means{Data: damaged}, c); !errors.Is(err, corpus.ErrDamaged) {
		t.Errorf("a damaged corpus gives %v", err)
	}
}

// TestOwnUnknownWordIsCopied trains on names that come up once each. Some of them are read as ⟨unk⟩, so
// that the model learns to say ⟨unk⟩ of what it does not know; in its place stands a word of the input,
// the one that it looked at.
func TestOwnUnknownWordIsCopied(t *testing.T) {
	var b bytes.Buffer
	for i := range 400 {
		fmt.Fprintf(&b, "my name is Name%d\tmeu nome é Name%d\n", i, i)
	}
	c, err := own.Read([]own.File{{Data: b.Bytes()}}, own.Options{Tokens: "words"})
	if err != nil {
		t.Fatal(err)
	}
	packed := c.Task().Pack()
	with := config()
	with.Task, with.Shortest, with.Longest, with.Corpus, with.Batch = Own, 0, 0, corpus.Digest(packed), 16
	s, err := NewWith(Means{Data: packed}, with)
	if err != nil {
		t.Fatal(err)
	}
	steps(t, s, 400)
	d, err := s.Decode("my name is Zanzibar", decode.Options{}, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := d.Hypotheses[0]
	copied, ok := strings.CutPrefix(got.Text, "meu nome é ")
	if !ok || got.Copied != 1 || !strings.Contains("my name is Zanzibar", copied) {
		t.Errorf("of a name that it has never read, the model makes %q, of which %d are copied", got.Text, got.Copied)
	}
}
