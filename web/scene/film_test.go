package scene

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"unroll/web/scene/scenetest"
)

// TestBeats holds beats to their promise: from 0, without a gap, each with a sentence of its own,
// and found by time.
func TestBeats(t *testing.T) {
	every(t, func(t *testing.T, f *Film) {
		at := 0.0
		for i, b := range f.Beats {
			if b.Start != at || b.Length <= 0 || b.Caption == "" {
				t.Fatalf("beat %d is %+v and should start at %g", i, b, at)
			}
			for _, moment := range []float64{b.Start, b.Start + b.Length/2, b.Start + b.Length*.999} {
				if got := f.BeatAt(moment); got != i {
					t.Errorf("BeatAt(%g) = %d, want %d", moment, got, i)
				}
			}
			at = b.Start + b.Length
		}
		if f.Duration() != at {
			t.Errorf("Duration() = %g, the beats end at %g", f.Duration(), at)
		}
		if p := f.Poster(); p < 0 || p > at {
			t.Errorf("Poster() = %g of %g", p, at)
		}
	})
}

// TestOutsideOfTime asks for pictures before the film, after it, and at no time at all.
func TestOutsideOfTime(t *testing.T) {
	f := film(t, "unrolled", scenetest.Reverse("abc"))
	first, last := f.Picture(0), f.Picture(f.Duration())
	for _, c := range []struct {
		t    float64
		want Picture
	}{{-5, first}, {math.Inf(-1), first}, {math.NaN(), first}, {f.Duration() + 9, last}, {math.Inf(1), last}} {
		if got := f.Picture(c.t); !same(got, c.want) {
			t.Errorf("the picture at %g is not that at the nearest end", c.t)
		}
	}
}

// TestNothingJumps runs each film in steps of 1/120 s: no shape moves, grows or changes its opacity
// by more than an eased move of the fastest kind does, and all stays within the view box.
func TestNothingJumps(t *testing.T) {
	const frame = 1.0 / 120
	const (
		mostMove  = 25.0 // px: 1600 px and round the corner in 1.4 s, at 1.5 times the mean speed
		mostFade  = 1.5 * frame / .15
		mostSwell = 1.5 * math.Pi * swelling * frame / .5
	)
	for name, spec := range cases() {
		for _, width := range []float64{360, 1440} {
			for _, id := range []string{"unrolled", "alignment-matrix"} {
				if _, ok := family()[name]; ok && (width == 360) != (len(name)%2 == 0) {
					continue // one width will do
				}
				if !spec.Attends() && id == "alignment-matrix" || len(spec.Source) > 12 && (width == 1440 || spec.Model.Layers > 1) {
					continue
				}
				t.Run(id+"/"+name, func(t *testing.T) {
					f, err := New(id, scenetest.Run(spec), Options{Width: width})
					if err != nil {
						t.Fatal(err)
					}
					rank := map[string]int{}
					for i := range f.actors {
						rank[f.actors[i].shape.Key] = i
					}
					var before, now []Shape
					for n := 0; float64(n)*frame <= f.Duration(); n++ {
						now = f.Append(now[:0], float64(n)*frame)
						for i := 0; n%12 == 0 && i < len(now); i++ {
							inside(t, fmt.Sprintf("t = %.3f", float64(n)*frame), &Picture{Width: f.Width, Height: f.Height}, &now[i])
						}
						if n == 0 {
							before = slices.Clone(now)
						}
						pairs(rank, before, now, func(old, s Shape) {
							if d := math.Hypot(s.X-old.X, s.Y-old.Y); d > mostMove {
								t.Fatalf("t = %.3f: %s moves %.1f px at once", float64(n)*frame, s.Key, d)
							}
							if d := math.Abs(s.Opacity - old.Opacity); d > mostFade {
								t.Fatalf("t = %.3f: %s goes from opacity %.2f to %.2f at once", float64(n)*frame, s.Key, old.Opacity, s.Opacity)
							}
							if d := math.Abs(s.Scale - old.Scale); d > mostSwell {
								t.Fatalf("t = %.3f: %s swells by %.3f at once", float64(n)*frame, s.Key, d)
							}
						})
						before, now = now, before
					}
				})
			}
		}
	}
}

// pairs calls f with each shape of two frames as it was and as it is; one that is not there is as the
// other, but invisible. A film keeps its order, so that both frames can be gone through side by side.
func pairs(rank map[string]int, before, now []Shape, f func(old, s Shape)) {
	invisible := func(s Shape) Shape { s.Opacity = 0; return s }
	for len(before) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(before) > 0 && before[0].Key != now[0].Key && rank[before[0].Key] < rank[now[0].Key]:
			f(before[0], invisible(before[0]))
			before = before[1:]
		case len(before) == 0 || before[0].Key != now[0].Key:
			f(invisible(now[0]), now[0])
			now = now[1:]
		default:
			f(before[0], now[0])
			before, now = before[1:], now[1:]
		}
	}
}

// TestAppendReuses lets one slice serve for all frames, as the page does.
func TestAppendReuses(t *testing.T) {
	f := film(t, "unrolled", scenetest.Reverse("abcdef"))
	shapes := make([]Shape, 0, 1000)
	if n := testing.AllocsPerRun(50, func() { shapes = f.Append(shapes[:0], f.Poster()) }); n != 0 {
		t.Errorf("a frame allocates %g times", n)
	}
	if !same(Picture{Shapes: shapes}, Picture{Shapes: f.Picture(f.Poster()).Shapes}) {
		t.Error("Append and Picture differ")
	}
}

func TestRefusals(t *testing.T) {
	bare := scenetest.Reverse("abc")
	bare.Model.Attention = "none"
	if _, err := New("alignment-matrix", scenetest.Run(bare), Options{}); !errors.Is(err, ErrNoAttention) {
		t.Errorf("a matrix without attention: %v", err)
	}
	good := scenetest.Run(scenetest.Reverse("abc"))
	if _, err := New("nonsense", good, Options{}); !errors.Is(err, ErrUnknown) {
		t.Errorf("an unknown film: %v", err)
	}
	if _, err := New("unrolled", nil, Options{}); err == nil {
		t.Error("a film was made of no run")
	}
}

// TestNotANumber draws a run whose numbers have exploded: still a picture, with nothing in it that
// cannot be drawn.
func TestNotANumber(t *testing.T) {
	for name, m := range family() {
		run := scenetest.Run(scenetest.Reverse("abc").With(m))
		for i, ref := range refs(run) {
			perturb(run, ref, float32([]float64{math.NaN(), math.Inf(1), math.Inf(-1)}[i%3]))
		}
		for _, s := range Films() {
			f, err := New(s.ID, run, Options{})
			if errors.Is(err, ErrNoAttention) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, sh := range f.Picture(f.Poster()).Shapes {
				for _, v := range []float64{sh.X, sh.Y, sh.W, sh.H, sh.R, sh.Value, sh.Opacity, sh.Scale} {
					if math.IsNaN(v) || math.IsInf(v, 0) {
						t.Fatalf("%s of %s: %s cannot be drawn: %+v", s.ID, name, sh.Key, sh)
					}
				}
			}
		}
	}
}

func film(t testing.TB, id string, spec scenetest.Spec) *Film {
	t.Helper()
	f, err := New(id, scenetest.Run(spec), Options{Width: 1200})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func same(a, b Picture) bool {
	if a.Width != b.Width || a.Caption != b.Caption || len(a.Shapes) != len(b.Shapes) {
		return false
	}
	for i := range a.Shapes {
		if a.Shapes[i] != b.Shapes[i] {
			return false
		}
	}
	return true
}

func BenchmarkPicture(b *testing.B) {
	f := film(b, "unrolled", cases()["date"])
	shapes := f.Append(nil, f.Duration())
	b.ReportMetric(float64(len(shapes)), "shapes")
	b.ReportAllocs()
	t := 0.0
	for b.Loop() {
		shapes = f.Append(shapes[:0], f.Poster()+t)
		t += 1e-6
	}
}

func BenchmarkNew(b *testing.B) {
	run := scenetest.Run(cases()["date"])
	b.ReportAllocs()
	for b.Loop() {
		New("unrolled", run, Options{Width: 1200})
	}
}
