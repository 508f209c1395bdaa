package corpus

import (
	"hash/fnv"
	"math/rand/v2"
	"strings"
	"testing"

	"unroll/core/token"
)

func task(t *testing.T, name string, o Options) *Task {
	t.Helper()
	task, err := New(name, o)
	if err != nil {
		t.Fatal(err)
	}
	return task
}

// text is a pair as a line of text.
func (t *Task) text(p Pair) string { return t.source.Join(p.Source) + "|" + t.target.Join(p.Target) }

func TestNames(t *testing.T) {
	for _, name := range Names() {
		if got := task(t, name, Options{}).Name(); got != name {
			t.Errorf("New(%q) is called %q", name, got)
		}
	}
	_, err := New("Dates", Options{})
	if err == nil || !strings.Contains(err.Error(), `"Dates"; the tasks are "reverse", "dates"`) {
		t.Errorf("the error for an unknown name is %v", err)
	}
}

// No string, and no day in whichever way it is written, is both drawn and held out.
func TestHeldOutIsNeverDrawn(t *testing.T) {
	source := func(t *Task, p Pair) string { return t.source.Join(p.Source) }
	target := func(t *Task, p Pair) string { return t.target.Join(p.Target) }
	for _, c := range []struct {
		name  string
		o     Options
		n     int
		apart func(*Task, Pair) string
	}{
		{"reverse", Options{}, 2000, source},
		{"reverse", Options{Shortest: 1, Longest: 2}, 40, source}, // so few strings that 100 000 draws give them all
		{"dates", Options{}, 2000, target},
	} {
		task := task(t, c.name, c.o)
		held := map[string]bool{}
		for _, p := range task.HeldOut(c.n) {
			held[c.apart(task, p)] = true
		}
		r := rand.New(rand.NewPCG(5, 6))
		var p Pair
		for range 100_000 {
			task.DrawInto(r, &p)
			if held[c.apart(task, p)] {
				t.Fatalf("%s: %s is drawn and held out", c.name, task.text(p))
			}
		}
	}
}

func TestHeldOut(t *testing.T) {
	for _, name := range Names() {
		task := task(t, name, Options{})
		pairs := task.HeldOut(500)
		if len(pairs) != 500 {
			t.Fatalf("%s: %d pairs", name, len(pairs))
		}
		seen := map[string]bool{}
		lengths := map[int]int{}
		for i, p := range pairs {
			if seen[task.source.Join(p.Source)] {
				t.Errorf("%s: %s is given twice", name, task.text(p))
			}
			seen[task.source.Join(p.Source)] = true
			lengths[len(p.Source)]++
			if i < 10 && task.text(p) != task.text(task.HeldOut(10)[i]) {
				t.Errorf("%s: pair %d of ten is another than that of 500", name, i)
			}
		}
		if len(lengths) < 8 {
			t.Errorf("%s: held-out sources are of the lengths %v only", name, lengths)
		}
	}
}

// A task that cannot say enough gives what there is, and comes to an end.
func TestHeldOutOfLittle(t *testing.T) {
	for _, c := range []struct{ shortest, longest, want int }{
		{1, 1, 2},
		{2, 2, 42},
		{1, 2, 44},
	} {
		task := task(t, "reverse", Options{Shortest: c.shortest, Longest: c.longest})
		if got := len(task.HeldOut(500)); got != c.want {
			t.Errorf("%d to %d letters: %d held out, want %d", c.shortest, c.longest, got, c.want)
		}
		task.Draw(rand.New(rand.NewPCG(7, 8)))
	}
	if got := task(t, "dates", Options{}).HeldOut(0); len(got) != 0 {
		t.Errorf("HeldOut(0) gave %d pairs", len(got))
	}
}

// About one key in sixteen is held out.
func TestShare(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, name := range Names() {
		task := task(t, name, Options{})
		n := 0
		for range 100_000 {
			var p Pair
			task.draw(r, &p)
			if heldOut(task.key(&p)) {
				n++
			}
		}
		if n < 5600 || n > 6900 {
			t.Errorf("%s: %d of 100000 draws are of the held-out class", name, n)
		}
	}
}

func TestExampleIsHeldOut(t *testing.T) {
	for _, name := range Names() {
		task := task(t, name, Options{})
		ids, err := task.Parse(task.Example())
		if err != nil {
			t.Fatal(err)
		}
		p := Pair{Source: ids}
		if name == "dates" {
			p.Target, _ = (&Task{source: task.target, maxSource: 10}).Parse("2024-03-03")
		}
		if !heldOut(task.key(&p)) {
			t.Errorf("%s: the example %q may be trained on", name, task.Example())
		}
	}
}

// The first thousand pairs of a seed are what they were when the delivered models were trained.
func TestSameSeedSamePairs(t *testing.T) {
	for name, want := range map[string]uint64{"reverse": 0x215f102fb1a39b75, "dates": 0x89f65560e412d13e} {
		task := task(t, name, Options{})
		h := fnv.New64a()
		r := rand.New(rand.NewPCG(1, 2))
		for range 1000 {
			h.Write([]byte(task.text(task.Draw(r)) + "\n"))
		}
		for _, p := range task.HeldOut(1000) {
			h.Write([]byte(task.text(p) + "\n"))
		}
		if got := h.Sum64(); got != want {
			t.Errorf("%s: checksum %#x, want %#x", name, got, want)
		}
	}
}

// Pairs fit what the task says of itself, and DrawInto is Draw without the allocations.
func TestDraw(t *testing.T) {
	for _, name := range Names() {
		task := task(t, name, Options{})
		a, b := rand.New(rand.NewPCG(3, 4)), rand.New(rand.NewPCG(3, 4))
		var p Pair
		longest := 0
		for range 20_000 {
			q := task.Draw(a)
			task.DrawInto(b, &p)
			if task.text(p) != task.text(q) {
				t.Fatalf("%s: DrawInto gave %s, Draw %s", name, task.text(p), task.text(q))
			}
			if len(p.Source) > task.MaxSource() || len(p.Target)+1 > task.MaxTarget() {
				t.Fatalf("%s: %s is longer than %d and %d", name, task.text(p), task.MaxSource(), task.MaxTarget())
			}
			longest = max(longest, len(p.Source))
		}
		if longest != task.MaxSource() {
			t.Errorf("%s: the longest source has %d tokens, MaxSource is %d", name, longest, task.MaxSource())
		}
		if n := testing.AllocsPerRun(1000, func() { task.DrawInto(a, &p) }); n != 0 {
			t.Errorf("%s: %v allocations a draw", name, n)
		}
	}
}

func TestVocabulary(t *testing.T) {
	v := NewVocabulary(token.Characters{}, []string{"je", "suis"})
	if v.Len() != 5 || v.Text(Pad) != "⟨pad⟩" || v.Text(Start) != "⟨start⟩" || v.Text(End) != "⟨end⟩" || v.Text(4) != "suis" {
		t.Errorf("the vocabulary is %q", v.Texts())
	}
	if id, ok := v.ID("je"); id != 3 || !ok {
		t.Errorf("je has id %d, %v", id, ok)
	}
	if _, ok := v.ID("tu"); ok {
		t.Error("tu is in the vocabulary")
	}
	if got := v.Join([]int{3, 4, End}); got != "jesuis⟨end⟩" {
		t.Errorf("joined: %q", got)
	}
	v.Texts()[3] = "changed"
	if v.Text(3) != "je" {
		t.Error("Texts gave the vocabulary's own slice")
	}
	for _, texts := range [][]string{{"a", "a"}, {""}, {"⟨end⟩"}} {
		if !panics(func() { NewVocabulary(token.Characters{}, texts) }) {
			t.Errorf("a vocabulary of %q was made", texts)
		}
	}
	if !panics(func() { v.Text(5) }) || !panics(func() { v.Text(-1) }) {
		t.Error("a text was found for an id that is not there")
	}
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}
