package own

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"unroll/core/corpus"
)

// animals is a TSV of n pairs, no two of which share a source, n at most 1000.
func animals(n int) []byte {
	names := strings.Fields("cat dog cow hen owl bee fox pig ant bat")
	nomes := strings.Fields("gato cão vaca galinha coruja abelha raposa porco formiga morcego")
	var b strings.Builder
	for i := range n {
		x, y, z := i%10, i/10%10, i/100
		fmt.Fprintf(&b, "a %s, a %s and a %s\t%s, %s e %s\n", names[x], names[y], names[z], nomes[x], nomes[y], nomes[z])
	}
	return []byte(b.String())
}

func open(t *testing.T, data []byte, o Options) *Corpus {
	t.Helper()
	c, err := Read([]File{{Data: data}}, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// drawn lists the pairs of training as texts, by drawing until nothing new has come for long.
func drawn(c *Corpus) map[string]bool {
	r := rand.New(rand.NewPCG(1, 2))
	all := map[string]bool{}
	for range 30 * c.Report.Training {
		all[text(c.Task(), c.Task().Draw(r))] = true
	}
	return all
}

func text(task *corpus.Task, p corpus.Pair) string {
	return task.Source().Join(p.Source) + "\t" + task.Target().Join(p.Target)
}

func TestTask(t *testing.T) {
	for _, tokens := range []string{"characters", "words", "pieces"} {
		c := open(t, animals(500), Options{Tokens: tokens, Merges: 50})
		r, task := c.Report, c.Task()
		if r.Records != 500 || r.Pairs != 500 || r.Training+r.HeldOut != 500 || r.HeldOut < 30 || r.HeldOut > 70 || r.Tokens != tokens {
			t.Errorf("%s: the report is %+v", tokens, r)
		}
		if task.Name() != "own" || task.Source().Cutter().Name() != tokens || task.Target().Cutter().Name() != tokens {
			t.Errorf("%s: the task is %q, of %s", tokens, task.Name(), task.Source().Cutter().Name())
		}
		if task.Source().Open() != (tokens == "words") {
			t.Errorf("%s: the vocabulary is open: %v", tokens, task.Source().Open())
		}
		held := task.HeldOut(1000)
		if len(held) != r.HeldOut {
			t.Errorf("%s: %d pairs are held out, and reported are %d", tokens, len(held), r.HeldOut)
		}
		all := drawn(c)
		if len(all) != r.Training {
			t.Errorf("%s: %d pairs are drawn, and reported are %d", tokens, len(all), r.Training)
		}
		for _, p := range held {
			if all[text(task, p)] {
				t.Errorf("%s: %q is held out and drawn", tokens, text(task, p))
			}
			all[text(task, p)] = true
		}
		for line := range strings.Lines(string(animals(500))) {
			if !all[strings.TrimSpace(line)] {
				t.Errorf("%s: %q has come to nothing", tokens, line)
			}
		}
		ids, err := task.Parse(task.Example())
		if err != nil || len(ids) != r.Source.Median {
			t.Errorf("%s: the example %q has %d tokens, %v; the median is %d", tokens, task.Example(), len(ids), err, r.Source.Median)
		}
		if !slices.ContainsFunc(held, func(p corpus.Pair) bool { return slices.Equal(p.Source, ids) }) {
			t.Errorf("%s: the example %q is not held out", tokens, task.Example())
		}
	}
}

// What looks like a vocabulary's mark is text like any other.
func TestMarksAreText(t *testing.T) {
	data := string(animals(30)) + strings.Repeat("⟨unk⟩ ⟨pad⟩ ⟨unk⟩\t⟨end⟩⟨start⟩▁unk\n", 1) + "⟨unk⟩ ⟨pad⟩\t⟨end⟩ ▁ ⟨end⟩\n"
	for _, tokens := range []string{"characters", "words", "pieces"} {
		task := open(t, []byte(data), Options{Tokens: tokens}).Task()
		for _, v := range []*corpus.Vocabulary{task.Source(), task.Target()} {
			for _, text := range []string{"⟨unk⟩", "⟨end⟩ ⟨end⟩", "▁"} {
				for _, part := range v.Cutter().Cut(nil, text) {
					if id, ok := v.ID(part); ok && id < corpus.Unknown {
						t.Errorf("%s: %q has the mark %q", tokens, text, part)
					}
				}
			}
		}
	}
}

func TestSides(t *testing.T) {
	// 20 sources of one word, 4 of two, and one target for each that is longer by a full stop.
	var b strings.Builder
	for i := range 20 {
		fmt.Fprintf(&b, "w%d\tv%d.\n", i, i)
	}
	b.WriteString("x w1\tשלום v.\nx w2\tשלום .\nx w3\tשלום !\nx w4\tשלום ?\n")
	r := open(t, []byte(b.String()), Options{Tokens: "words"}).Report
	s := r.Source
	if s.Shortest != 1 || s.Median != 1 || s.Longest != 2 || fmt.Sprint(s.Lengths) != "{1 [20 4]}" || s.Direction != "ltr" {
		t.Errorf("the sources are %+v", s)
	}
	if s.Tokens+s.HeldOut != 28 || s.Known != s.Types || s.Cut != 0 || s.Vocabulary != s.Types+4 {
		t.Errorf("the sources' tokens are %+v", s)
	}
	if s.Unknown == 0 || s.Unknown > s.HeldOut {
		t.Errorf("of %d words held out, %d are unknown", s.HeldOut, s.Unknown)
	}
	if r.Target.Shortest != 2 || r.Target.Median != 2 || r.Target.Longest != 3 {
		t.Errorf("the targets are %+v", r.Target)
	}
}

// A model learns what to do with a word that it does not know only if it meets some.
func TestSomeWordsAreSpared(t *testing.T) {
	var b strings.Builder
	for i := range 400 {
		fmt.Fprintf(&b, "my name is Name%d\tmeu nome é Name%d\n", i, i)
	}
	c := open(t, []byte(b.String()), Options{Tokens: "words"})
	for i, s := range []Side{c.Report.Source, c.Report.Target} {
		if s.Cut != s.Tokens/spared || s.Types-s.Known != s.Cut {
			t.Errorf("side %d: %d of %d words are read as unknown, want one in %d; %d of %d are known", i, s.Cut, s.Tokens, spared, s.Known, s.Types)
		}
	}
	task := c.Task()
	for _, name := range task.Source().Texts()[corpus.Unknown+4:] {
		if _, ok := task.Target().ID(name); !ok {
			t.Errorf("%s is known as a source, and as a target it is not", name)
		}
	}
	// Words that come up twice are all known: no such corpus is worse for it.
	b.WriteString(strings.ToUpper(b.String()) + strings.ReplaceAll(b.String(), "my name", "the name"))
	if s := open(t, []byte(b.String()), Options{Tokens: "words"}).Report.Target; s.Cut > s.Tokens/spared {
		t.Errorf("%d of %d words are read as unknown", s.Cut, s.Tokens)
	}
}

func TestDirections(t *testing.T) {
	for text, want := range map[string]string{
		"hello": "ltr", "مرحبا": "rtl", "«שלום»": "rtl", "٣ كتب": "rtl", "3 (עברית) english": "rtl", "नमस्ते": "ltr",
		"你好": "ltr", "😀!": "ltr", "🇮🇱 שלום": "rtl", "ﷺ": "rtl", "Привет": "ltr",
	} {
		if got := direction([]pair{{source: text}}, 0); got != want {
			t.Errorf("%q is written %s", text, got)
		}
	}
	pairs := []pair{{target: "ab"}, {target: "שלום"}, {target: "3"}, {target: "عربي"}}
	if got := direction(pairs, 1); got != "rtl" {
		t.Errorf("of two texts to the left and one to the right, the direction is %s", got)
	}
}

func TestLimits(t *testing.T) {
	long := strings.Repeat("w ", MaxTokens)
	data := string(animals(30)) + long + "\tc\n" + long + "w\tc\nx\t" + long + "w\n"
	r := open(t, []byte(data), Options{Tokens: "words"}).Report
	if r.Pairs != 31 || !slices.Equal(causesOf(r.Left), []string{"tokens 2: 32 33"}) || r.Source.Longest != MaxTokens {
		t.Errorf("long sentences: %d pairs, %q, up to %d", r.Pairs, causesOf(r.Left), r.Source.Longest)
	}

	var b strings.Builder
	for i := range MaxTypes + 2000 {
		fmt.Fprintf(&b, "common word%d\tx\n", i)
	}
	c := open(t, []byte(b.String()), Options{Tokens: "words"})
	s := c.Report.Source
	if s.Known != MaxTypes || s.Types != c.Report.Training+1 || s.Cut != s.Types-s.Known || s.Vocabulary != MaxTypes+4 {
		t.Errorf("many words: %+v", s)
	}
	if c.Task().Source().Text(corpus.Unknown+1) != "common" {
		t.Error("the most frequent word is not the first")
	}

	b.Reset()
	for i := range MaxPairs + 15 {
		fmt.Fprintf(&b, "%d\tx\n", i)
	}
	r = open(t, []byte(b.String()), Options{Tokens: "words"}).Report
	if r.Pairs != MaxPairs || r.HeldOut != MaxHeldOut || causesOf(r.Left)[0] != "surplus 15: 200001 200002 200003 200004 200005 200006 200007 200008 200009 200010" {
		t.Errorf("many pairs: %d, %d held out, %q", r.Pairs, r.HeldOut, causesOf(r.Left))
	}

	b.Reset()
	for i := range 2 * MinPairs { // but one source
		fmt.Fprintf(&b, "same\t%d\n", i)
	}
	var few *Error
	if _, err := Read([]File{{Data: []byte(b.String())}}, Options{}); !errors.As(err, &few) || few.Code != TooFew {
		t.Errorf("one source with many targets: %v", err)
	}
}

func TestSeveralTargets(t *testing.T) {
	data := string(animals(40)) + "Go.\tVa !\nGo.\tAllez !\nGo.\tPars !\nHi.\tSalut.\nHi.\tSalut.\nGo!\tVas-y !\n"
	r := open(t, []byte(data), Options{Tokens: "words"}).Report
	if r.Several > 1 || r.Several == 0 && len(r.Left) == 1 || causesOf(r.Left)[0] != "duplicate 1: 45" {
		t.Errorf("%d sources have several targets; left out is %q", r.Several, causesOf(r.Left))
	}
}

// Among the pairs are five ways of writing each source. Whatever the seed, no key is on both sides.
func TestNothingLeaks(t *testing.T) {
	var b strings.Builder
	for line := range strings.Lines(string(animals(100))) {
		source, target, _ := strings.Cut(line, "\t")
		for _, way := range []string{source, strings.ToUpper(source), source + "!", "«" + source + "»", strings.ReplaceAll(source, " ", "")} {
			b.WriteString(way + "\t" + target)
		}
	}
	for seed := range uint64(5) {
		c := open(t, []byte(b.String()), Options{Tokens: "characters", Seed: seed})
		r, task := c.Report, c.Task()
		if leaks := 4 * r.HeldOut; r.Pairs != 500-leaks || len(r.Left) != 1 || r.Left[0].Cause != Leaking || r.Left[0].Count != leaks || !slices.IsSorted(r.Left[0].Lines) {
			t.Errorf("seed %d: %d pairs are left, %d held out, %v", seed, r.Pairs, r.HeldOut, r.Left)
		}
		key := func(pair string) string {
			source, _, _ := strings.Cut(pair, "\t")
			return strings.Map(func(r rune) rune {
				if strings.ContainsRune(" ,!«»", r) {
					return -1
				}
				return r
			}, strings.ToLower(source))
		}
		held := map[string]bool{}
		for _, p := range task.HeldOut(1000) {
			held[key(text(task, p))] = true
		}
		for pair := range drawn(c) {
			if held[key(pair)] {
				t.Errorf("seed %d: %q is learnt, and nearly the same is held out", seed, pair)
			}
		}
	}
}

func TestKeys(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Go!", "go", true}, {"it's", "Its", true}, {"a b", "ab", true}, {"Ça va ?", "ça va?", true},
		{"1,5", "15", false}, {"12-3", "1-23", false}, {"12 - 3", "123", true}, {"go", "goes", false},
		{"!", "?", false}, {"", "", true}, {"2+2", "22", false},
	} {
		if same := keyHash(c.a, 7) == keyHash(c.b, 7); same != c.same {
			t.Errorf("%q and %q have the same key: %v", c.a, c.b, same)
		}
	}
	if keyHash("a", 0) == keyHash("a", 1) {
		t.Error("another seed gives the same hash")
	}
}

// To add lines, or to order them otherwise, holds out no pair that was learnt before.
func TestHeldOutIsStable(t *testing.T) {
	held := func(data string) map[string]bool {
		c := open(t, []byte(data), Options{Tokens: "characters"})
		all := map[string]bool{}
		for _, p := range c.Task().HeldOut(MaxHeldOut) {
			all[text(c.Task(), p)] = true
		}
		return all
	}
	var b strings.Builder
	for i := range 14_000 {
		fmt.Fprintf(&b, "number %d\tn %d\n", i, i)
	}
	most := b.String()
	half := most[:len(most)/2]
	half = half[:strings.LastIndex(half, "\n")+1]
	before, after := held(half), held(most)
	if len(before) < 600 || len(before) == MaxHeldOut || len(after) != MaxHeldOut {
		t.Fatalf("%d, then %d are held out", len(before), len(after))
	}
	added := most[len(half):]
	for pair := range after {
		if !before[pair] && !strings.Contains(added, pair+"\n") {
			t.Errorf("%q was learnt, and is held out when lines are added", pair)
		}
	}
	list := strings.SplitAfter(half, "\n")
	slices.Reverse(list)
	for pair := range held(strings.Join(list, "")) {
		if !before[pair] {
			t.Errorf("%q was learnt, and is held out when lines are reversed", pair)
		}
	}
}

func TestAdvice(t *testing.T) {
	words := func(n int, f func(i int) string) []byte {
		var b strings.Builder
		for i := range n {
			b.WriteString(f(i) + "\n")
		}
		return []byte(b.String())
	}
	for _, c := range []struct {
		what   string
		data   []byte
		tokens string
		why    Why
	}{
		{"sentences of few words", animals(500), "words", FewWords},
		{"sentences of ever new words", words(200, func(i int) string { return fmt.Sprintf("here is q%d\taqui está q%d", i, i) }), "pieces", NewWords},
		{"words", words(200, func(i int) string { return fmt.Sprintf("%d\t%o", i, i) }), "characters", OneWord},
		{"Chinese", words(200, func(i int) string { return fmt.Sprintf("%c 我爱你。\tI love %d of you", '一'+i, i%7) }), "characters", NoSpaces},
		{"Thai to English", words(200, func(i int) string { return fmt.Sprintf("this is %d\tนี่คือ %d", i, i) }), "characters", NoSpaces},
	} {
		r := open(t, c.data, Options{}).Report
		if r.Advice.Tokens != c.tokens || r.Advice.Why != c.why || r.Tokens != c.tokens {
			t.Errorf("%s: the advice is %+v, taken is %s", c.what, r.Advice, r.Tokens)
		}
	}
}

// To swap twice is to have done nothing, whether at once or by way of the canonical form.
func TestSwap(t *testing.T) {
	data := append([]byte("en\tpt\n"), animals(50)...)
	straight, swapped := open(t, data, Options{}), open(t, data, Options{Swap: true})
	if straight.Report.Columns != [2]int{1, 2} || swapped.Report.Columns != [2]int{2, 1} {
		t.Errorf("the columns are %v, and swapped %v", straight.Report.Columns, swapped.Report.Columns)
	}
	source, target, _ := strings.Cut(strings.Split(string(straight.Bytes()), "\n")[7], "\t")
	if line := strings.Split(string(swapped.Bytes()), "\n")[7]; line != target+"\t"+source {
		t.Errorf("swapped, %q and %q are %q", source, target, line)
	}
	back, err := Open(swapped.Bytes(), Options{Swap: true})
	if err != nil || !bytes.Equal(back.Bytes(), straight.Bytes()) {
		t.Errorf("swapped back, the canonical form is another, %v", err)
	}
}

func TestCanonical(t *testing.T) {
	c := open(t, append([]byte("en\tpt\textra\nen\tpt\n"), animals(50)...), Options{})
	form := string(c.Bytes())
	if want := "source\ttarget\nen\tpt\n" + string(animals(50)); form != want {
		t.Errorf("the canonical form is %q", form)
	}
	if c.Digest() != "e1f4397d1916fda6" {
		t.Errorf("the digest is %s", c.Digest())
	}
	for what, again := range map[string]*Corpus{"read": open(t, c.Bytes(), Options{}), "opened": func() *Corpus {
		again, err := Open(c.Bytes(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		return again
	}()} {
		if !bytes.Equal(again.Bytes(), c.Bytes()) || again.Digest() != c.Digest() || again.Report.Format != Canonical {
			t.Errorf("%s, the canonical form is another", what)
		}
	}
	for _, bad := range []struct {
		line int
		data string
	}{
		{1, ""}, {1, "source\ttarget"}, {1, "a\tb\n"}, {53, form + "x"}, {53, form + "x\n"}, {53, form + "x\t\n"}, {53, form + " x\ty\n"},
		{53, form + "x\ty\r\n"}, {53, form + "x\ty\tz\n"}, {53, form + "x\t\xff\n"}, {53, form + "en\tpt\n"}, {2, "source\ttarget\n\n" + form},
		{53, form + "x  x\ty\n"}, {53, form + "x\u00a0x\ty\n"},
	} {
		_, err := Open([]byte(bad.data), Options{})
		var e *Error
		if !errors.As(err, &e) || e.Code != NotCanonical || e.Line != bad.line {
			t.Errorf("%.40q…%q: %v", bad.data, bad.data[max(len(bad.data)-10, 0):], err)
		}
	}
	_, err := Open(make([]byte, 2*MaxBytes+1), Options{})
	var e *Error
	if !errors.As(err, &e) || e.Code != TooLarge {
		t.Errorf("a large one: %v", err)
	}
}
