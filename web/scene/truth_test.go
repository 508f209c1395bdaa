package scene

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"unroll/core/trace"
	"unroll/web/say"
	"unroll/web/scene/scenetest"
)

// refs names every number of a run.
func refs(run *trace.Run) []string {
	var out []string
	vector := func(name string, v []float32) {
		for i := range v {
			out = append(out, name+"/"+strconv.Itoa(i))
		}
	}
	state := func(name string, s *trace.State) {
		vector(name+"/h", s.H)
		vector(name+"/c", s.C)
	}
	cells := func(name string, cells []trace.Cell) {
		for k := range cells {
			for _, g := range cells[k].Gates {
				vector(key(name, k)+"/gates/"+g.Name, g.Values)
			}
			state(key(name, k), &cells[k].State)
		}
	}
	for i := range run.Encoder {
		r, name := &run.Encoder[i], key("encoder", i)
		vector(name+"/embedding", r.Embedding)
		cells(name+"/layers", r.Layers)
		cells(name+"/backwards", r.Backwards)
		vector(name+"/out", r.Out)
	}
	for k := range run.Bridge {
		state(key("bridge", k), &run.Bridge[k])
	}
	vector("summary", run.Summary)
	for i := range run.Decoder {
		s, name := &run.Decoder[i], key("decoder", i)
		vector(name+"/embedding", s.Embedding)
		cells(name+"/layers", s.Layers)
		if a := s.Attention; a != nil {
			vector(name+"/attention/scores", a.Scores)
			vector(name+"/attention/weights", a.Weights)
			vector(name+"/attention/context", a.Context)
			vector(name+"/attention/attentional", a.Attentional)
		}
		vector(name+"/logits", s.Logits)
		vector(name+"/probabilities", s.Probabilities)
	}
	return out
}

// perturb sets the number that a ref names and returns what it was.
func perturb(run *trace.Run, ref string, v float32) float32 {
	name, index, _ := cutLast(ref)
	i, _ := strconv.Atoi(index)
	values := resolveVector(run, name)
	old := values[i]
	values[i] = v
	return old
}

// small are the runs whose every number is tried.
func small() map[string]scenetest.Spec {
	all := map[string]scenetest.Spec{}
	for name, m := range family() {
		spec := scenetest.Reverse("ab").With(m)
		spec.Hidden = 2
		switch name {
		case "lstm", "deepest": // some of it folded
			spec.Hidden = 7
		}
		all[name] = spec
	}
	return all
}

// TestEveryNumberIsTheTraces changes each number of a run, one at a time, and looks at every beat:
// what changes are the shapes whose Ref names that number, and hints and captions that state it.
// Each ref that a picture shows does change its shape.
func TestEveryNumberIsTheTraces(t *testing.T) {
	for name, spec := range small() {
		for _, s := range Films() {
			if !spec.Attends() && s.ID == "alignment-matrix" {
				continue
			}
			t.Run(name+"/"+s.ID, func(t *testing.T) {
				run := scenetest.Run(spec)
				before := stills(t, s.ID, run)
				for _, ref := range refs(run) {
					old := perturb(run, ref, 0)
					changed := old/2 + .17
					perturb(run, ref, changed)
					shown, moved := compare(t, ref, []float32{old, changed}, before, stills(t, s.ID, run))
					if shown && !moved {
						t.Errorf("%s is shown, but nothing that can be seen changes with it", ref)
					}
					perturb(run, ref, old)
				}
			})
		}
	}
}

// stills is the picture at the end of each beat and one on the way there.
func stills(t *testing.T, id string, run *trace.Run) []Picture {
	t.Helper()
	f, err := New(id, run, Options{Width: 720})
	if err != nil {
		t.Fatal(err)
	}
	var out []Picture
	for _, b := range f.Beats {
		out = append(out, f.Picture(b.Start+.3), f.Picture(b.Start+b.Length-.001))
	}
	return out
}

// compare reports whether a shape shows the ref, and whether one that does has changed to the eye.
func compare(t *testing.T, ref string, values []float32, before, after []Picture) (shown, moved bool) {
	t.Helper()
	for p := range before {
		a, b := before[p], after[p]
		if a.Title != b.Title || a.Width != b.Width || a.Height != b.Height || len(a.Shapes) != len(b.Shapes) {
			t.Fatalf("changing %s changes picture %d as a whole", ref, p)
		}
		if a.Caption != b.Caption && !states(a.Caption, values) && !states(b.Caption, values) {
			t.Errorf("changing %s changes a caption that does not state it: %q", ref, a.Caption)
		}
		for i := range a.Shapes {
			x, y := a.Shapes[i], b.Shapes[i]
			mine := x.Ref == ref
			shown = shown || mine
			if x.Hint != y.Hint && !mine && !states(x.Hint, values) && !states(y.Hint, values) {
				t.Errorf("changing %s changes the hint of %s, which does not state it: %q", ref, x.Key, x.Hint)
			}
			x.Hint, y.Hint = "", ""
			if mine && x != y {
				moved = true
				// The number may change how a shape looks, never which it is or where it stands.
				y.Label, y.Value, y.Opacity = x.Label, x.Value, x.Opacity
				if x.Kind == Path {
					y.W = x.W
				}
			}
			if x != y {
				t.Fatalf("changing %s changes %s:\n%+v\n%+v", ref, x.Key, x, y)
			}
		}
	}
	return shown, moved
}

// states reports whether a sentence states one of the numbers, at a precision that is used.
func states(sentence string, values []float32) bool {
	n := numerals{".", ","}
	for _, v := range values {
		for _, as := range []string{n.short(v, 3), n.short(v, 2), n.exact(v), n.percent(v) + "%"} {
			if strings.Contains(sentence, as) {
				return true
			}
		}
	}
	return false
}

// TestShownNumbersResolve reads every number that is shown back and holds it against the trace.
func TestShownNumbersResolve(t *testing.T) {
	for name, spec := range cases() {
		run := scenetest.Run(spec)
		for _, text := range []*say.Catalogue{&say.English, &say.Portuguese} {
			for _, s := range Films() {
				f, err := New(s.ID, run, Options{Width: 800, Text: text})
				if err != nil {
					continue // no attention; TestRefusals sees to it
				}
				t.Run(fmt.Sprintf("%s/%s/%s", name, s.ID, text.Tag), func(t *testing.T) {
					checked := 0
					for _, b := range f.Beats {
						for _, sh := range f.Picture(b.Start + b.Length - .001).Shapes {
							checked += readBack(t, run, &sh, text.Page.Decimal)
						}
					}
					if checked == 0 {
						t.Error("no number was shown at all")
					}
				})
			}
		}
	}
}

// readBack checks one shape and returns how many numbers it shows.
func readBack(t *testing.T, run *trace.Run, s *Shape, decimal string) int {
	t.Helper()
	if strings.HasPrefix(s.Key, "legend/") {
		if s.Ref != "" {
			t.Errorf("%s is a legend but refers to %s", s.Key, s.Ref)
		}
		return 0
	}
	if s.Ref == "" {
		if s.Finish == Cell || s.Mono {
			t.Errorf("%s shows a number but does not say which", s.Key)
		}
		return 0
	}
	want, ok := Resolve(run, s.Ref)
	if !ok {
		t.Fatalf("%s refers to %s, which the trace does not have", s.Key, s.Ref)
	}
	if s.Kind == Text {
		plain := strings.NewReplacer("−", "-", decimal, ".").Replace(s.Label)
		got, err := strconv.ParseFloat(plain, 64)
		if err != nil || math.Abs(got-float64(want)) > .005+1e-9 {
			t.Errorf("%s says %q, the trace %g", s.Key, s.Label, want)
		}
	}
	if s.Finish == Cell {
		value := (float64(want) + 1) / 2
		sums := strings.Contains(s.Ref, "/out/") || strings.Contains(s.Ref, "/context/")
		switch {
		case sums && run.Model.Residual:
			value = (float64(want)/float64(run.Model.Layers) + 1) / 2
		case s.Role == Weight:
			value = float64(want)
		case strings.Contains(s.Ref, "/c/"):
			value = (math.Tanh(float64(want)) + 1) / 2
		}
		if math.Abs(s.Value-value) > 1e-6 {
			t.Errorf("%s is as bright as %g, the trace says %g", s.Key, s.Value, value)
		}
	}
	if s.Hint != "" && !strings.HasSuffix(s.Hint, "= "+(numerals{decimal, ""}).exact(want)) {
		t.Errorf("%s: the hint %q does not end in %g", s.Key, s.Hint, want)
	}
	return 1
}
