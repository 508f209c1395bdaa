package own

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Whatever the files, they are refused for one of the reasons, or what is read adds up, nothing that is
// examined is learnt, and the canonical form says it all again.
func FuzzRead(f *testing.F) {
	f.Add(animals(30), []byte(nil), uint8(0))
	f.Add(animals(30), animals(30), uint8(1))
	f.Add([]byte("sep=;\n\"a\"\"\nb\";c\n\"d\"e;f\n"), []byte("x\ny"), uint8(2))
	f.Add([]byte("\xff\xfea\x00\t\x00b\x00\n\x00=\xd8"), []byte("\n\r\n\r"), uint8(3))
	f.Add([]byte("caf\xe9\tb\nc,d\n"), []byte("\xef\xbb\xbfen"), uint8(4))
	f.Add([]byte("source\ttarget\na\tb\n▁\t▁\n我爱\tא\n"), []byte("1\t2\t3\n4\t5\t6"), uint8(5))
	f.Fuzz(readHolds)
}

// TestReadHolds asks the same of mixtures of all that the reading of files looks at.
func TestReadHolds(t *testing.T) {
	parts := strings.Split("a|b|\"|\"|\"\"|\t|\t|,|;|\n|\n|\r|\r\n| |1|23|source|en|fr|é|\u0301|我|ش|😀|\xff|\xe9|\ufeff|\u00a0|!|a b\tc d\n|\"a\",b\n|x;y\n", "|")
	r := rand.New(rand.NewPCG(1, 2))
	mixture := func() []byte {
		var b []byte
		for range r.IntN(40) {
			b = append(b, parts[r.IntN(len(parts))]...)
		}
		return b
	}
	for range 1000 {
		first, second, choice := mixture(), mixture(), uint8(r.IntN(256))
		readHolds(t, first, second, choice)
		if t.Failed() {
			t.Fatalf("with %q, %q, %d", first, second, choice)
		}
	}
}

func readHolds(t *testing.T, first, second []byte, choice uint8) {
	files := []File{{"first", first}, {"second", second}}[:1+choice&1]
	tokens := []string{"characters", "words", "pieces", ""}[choice>>1&3]
	read, err := read(files)
	if err != nil {
		var e *Error
		if !errors.As(err, &e) || e.Error() == "" {
			t.Fatalf("the error is %v", err)
		}
		return
	}
	left := func(r *Report) (n int) {
		for _, x := range r.Left {
			n += x.Count
			if x.Count == 0 || len(x.Lines) != min(x.Count, shown) || !slices.IsSorted(x.Lines) || x.Lines[0] < 1 {
				t.Fatalf("left out is %+v", x)
			}
		}
		return n
	}
	if len(read.pairs)+left(&read.Report) != read.Records {
		t.Fatalf("%d pairs and %v are %d records", len(read.pairs), read.Left, read.Records)
	}
	// There are seldom enough.
	for i := range 2 * MinPairs {
		read.add(fmt.Sprint("source ", i), fmt.Sprint("target ", i), 1<<20+i)
	}
	o := Options{Tokens: tokens, Merges: int(choice)}
	made, err := build(read, o)
	if err != nil {
		t.Fatal(err)
	}
	r, task := made.Report, made.Task()
	if r.Pairs+left(&r) != r.Records || r.Training+r.HeldOut != r.Pairs || len(task.HeldOut(MaxHeldOut)) != r.HeldOut || r.HeldOut < 1 {
		t.Fatalf("the report is %+v", r)
	}
	for i, s := range []Side{r.Source, r.Target} {
		sum := 0
		for _, n := range s.Lengths.Counts {
			sum += n
		}
		if sum != r.Pairs || s.Shortest < 1 || s.Median < s.Shortest || s.Longest < s.Median || s.Longest > MaxTokens ||
			s.Known > s.Types || s.Known > MaxTypes || s.Cut > s.Tokens || s.Unknown > s.HeldOut || len(s.Lengths.Counts) > bars {
			t.Fatalf("side %d is %+v", i, s)
		}
	}
	examined := map[uint64]bool{}
	for _, p := range task.HeldOut(MaxHeldOut) {
		examined[keyHash(task.Source().Join(p.Source), 0)] = true
	}
	if !task.Source().Open() { // else ⟨unk⟩ may make two sources the same
		if len(examined) != r.HeldOut {
			t.Fatalf("%d pairs are examined by %d sources", r.HeldOut, len(examined))
		}
		for pair := range drawn(made) {
			source, _, _ := strings.Cut(pair, "\t")
			if examined[keyHash(source, 0)] {
				t.Fatalf("%q is learnt and examined", source)
			}
		}
	}
	for _, again := range []func() (*Corpus, error){
		func() (*Corpus, error) { return Open(made.Bytes(), o) },
		func() (*Corpus, error) { return Read([]File{{Data: made.Bytes()}}, o) },
	} {
		c, err := again()
		if err != nil || !bytes.Equal(c.Bytes(), made.Bytes()) || c.Digest() != made.Digest() || c.Task().Example() != task.Example() ||
			!slices.Equal(c.Task().Target().Texts(), task.Target().Texts()) || c.Report.Advice != r.Advice {
			t.Fatalf("the canonical form %q makes another corpus, %v", made.Bytes(), err)
		}
	}
}
