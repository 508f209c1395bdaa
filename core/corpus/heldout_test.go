package corpus

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// apart is what a task promises to hold out: whatever is held out with one source is not drawn with
// another that has the same. For a task that is not here it is the source.
var apart = map[string]func(source, target string) string{
	"sort":  func(_, target string) string { return target },
	"dates": func(_, target string) string { return target },
	"addition": func(source, _ string) string {
		terms := strings.Split(source, "+")
		slices.Sort(terms)
		return strings.Join(terms, "+")
	},
	"roman": func(source, target string) string { return min(source, target) }, // the Arabic one
}

func (t *Task) apart(p Pair) string {
	source, target := t.source.text(p.Source), t.target.text(p.Target)
	if of := apart[t.name]; of != nil {
		return of(source, target)
	}
	return source
}

// Nothing is both drawn and held out.
func TestHeldOutIsNeverDrawn(t *testing.T) {
	disjoint := func(t *testing.T, task *Task) {
		held := map[string]bool{}
		for _, p := range task.HeldOut(2000) {
			held[task.apart(p)] = true
		}
		r := rand.New(rand.NewPCG(5, 6))
		var p Pair
		for range 20_000 {
			task.DrawInto(r, &p)
			if held[task.apart(p)] {
				t.Fatalf("%s is drawn, and held out in one way or another", task.text(p))
			}
		}
	}
	each(t, func(t *testing.T, _ string, _ Level, task *Task) { disjoint(t, task) })
	t.Run("short strings", func(t *testing.T) { // so few that the draws give them all
		disjoint(t, task(t, "reverse", Options{Shortest: 1, Longest: 2}))
	})
}

func TestHeldOut(t *testing.T) {
	// Where there are fewer than 500, all that there are.
	few := map[string]int{"addition/easy": 151, "numbers/easy": 66, "numeros/easy": 66,
		"roman/easy": 58, "roman/medium": 246, "roman/hard": 2 * 246, "piglatin/easy": 462, "sounds/easy": 175}
	each(t, func(t *testing.T, name string, level Level, task *Task) {
		want := 500
		if n, ok := few[name+"/"+string(level)]; ok {
			want = n
		}
		pairs := task.HeldOut(500)
		if len(pairs) != want {
			t.Fatalf("%d pairs, want %d", len(pairs), want)
		}
		seen := map[string]bool{}
		begin := task.HeldOut(10)
		for i, p := range pairs {
			if seen[task.source.text(p.Source)] {
				t.Errorf("%s is given twice", task.text(p))
			}
			seen[task.source.text(p.Source)] = true
			if i < 10 && task.text(p) != task.text(begin[i]) {
				t.Errorf("pair %d of ten is another than that of %d", i, want)
			}
			if !checks[name](t, level, task.source.text(p.Source), task.target.text(p.Target)) {
				t.Errorf("held out is %s", task.text(p))
			}
		}
	})
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
	for _, name := range Names() {
		if got := task(t, name, Options{}).HeldOut(0); len(got) != 0 {
			t.Errorf("%s: HeldOut(0) gave %d pairs", name, len(got))
		}
	}
}

// About one draw in sixteen is of the held-out class, where a task has no share of its own.
func TestShare(t *testing.T) {
	own := map[string]float64{
		"addition/easy": 151. / 3025,                                         // which are few
		"numbers/easy":  0.04, "numbers/medium": 0.047, "numbers/hard": 0.05, // of the small ones many are one word
		"numeros/easy": 0.04, "numeros/medium": 0.047, "numeros/hard": 0.05,
		"piglatin/easy": 0.07, // a little more of the short English words
		"piglatin/hard": 0.15, // one word in sixteen, and a phrase has two or three
		"scan/easy":     0.2, "scan/medium": 0.2, "scan/hard": 0.96,
		"scan-length/easy": 1152. / 20910, "scan-length/medium": 3920. / 20910, "scan-length/hard": 0.32,
		"scan-jump/easy": 7674. / 22329, "scan-jump/medium": 7706. / 22376, "scan-jump/hard": 13648. / 22722,
	}
	each(t, func(t *testing.T, name string, level Level, task *Task) {
		if _, ok := task.rule.(*list); ok {
			return // and never draws what it has not been given
		}
		want := 1. / share
		if s, ok := own[name+"/"+string(level)]; ok {
			want = s
		}
		r := rand.New(rand.NewPCG(9, 10))
		const draws = 30_000
		n := 0
		var p Pair
		for range draws {
			p.Source, p.Target = p.Source[:0], p.Target[:0]
			if task.draw(r, &p); task.held(&p) {
				n++
			}
		}
		if got := float64(n) / draws; got < 0.8*want || got > 1.2*want {
			t.Errorf("%.4f of the draws are of the held-out class, want %.4f", got, want)
		}
	})
}

// The examples are of the held-out class at every level, and become what they should.
func TestExamples(t *testing.T) {
	becomes := map[string]map[string]string{
		"reverse":    {"unroll": "llornu", "unrollunro": "ornullornu"},
		"copy":       {"unroll": "unroll", "unrollunro": "unrollunro"},
		"sort":       {"unroll": "llnoru", "unrollunro": "llnnoorruu"},
		"dates":      {"Mar 3, 2024": "2024-03-03"},
		"addition":   {"27+48": "75", "34+63": "97"},
		"numbers":    {"342": "three hundred and forty- two"},
		"numeros":    {"342": "trezentos e quarenta e dois"},
		"piglatin":   {"square": "aresquay", "square school": "aresquay oolschay"},
		"roman":      {"944": "CMXLIV", "1994": "MCMXCIV"},
		"french":     {"je suis étudiant": "i am a student"},
		"portuguese": {"eu sou estudante": "i am a student"},
		"scan":       {"jump twice after turn left": "LTURN JUMP JUMP"},
		"scan-length": {"run around left thrice and look around right": strings.Repeat("LTURN RUN ", 12) +
			"RTURN LOOK RTURN LOOK RTURN LOOK RTURN LOOK"},
		"scan-jump": {"jump around left": "LTURN JUMP LTURN JUMP LTURN JUMP LTURN JUMP"},
		"sounds":    {"phone": "F OW N"},
	}
	each(t, func(t *testing.T, name string, level Level, task *Task) {
		source, err := task.Parse(task.Example())
		if err != nil {
			t.Fatal(err)
		}
		answer, ok := becomes[name][task.Example()]
		if !ok {
			t.Fatalf("nothing is known of the example %q", task.Example())
		}
		p := Pair{source, task.target.parsed(t, answer)}
		if !checks[name](t, level, task.source.text(p.Source), answer) {
			t.Errorf("%q should not become %q", task.Example(), answer)
		}
		if l, ok := task.rule.(*list); ok {
			if !slices.ContainsFunc(l.heldOut, func(q Pair) bool { return task.text(p) == task.text(q) }) {
				t.Errorf("the example %q is not held out", task.Example())
			}
		} else if name != "reverse" || level != Hard { // whose salt is older than its levels
			if !task.held(&p) {
				t.Errorf("the example %q may be trained on", task.Example())
			}
		}
	})
}
