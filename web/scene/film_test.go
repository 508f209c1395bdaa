package scene

import (
	"errors"
	"math"
	"testing"

	"unroll/core/trace"
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
				if spec.NoAttention && id == "alignment-matrix" || len(spec.Source) > 12 && width == 1440 {
					continue
				}
				t.Run(id+"/"+name, func(t *testing.T) {
					f, err := New(id, scenetest.Run(spec), Options{Width: width})
					if err != nil {
						t.Fatal(err)
					}
					before := map[string]Shape{}
					for n := 0; float64(n)*frame <= f.Duration(); n++ {
						p := f.Picture(float64(n) * frame)
						now := make(map[string]Shape, len(p.Shapes))
						for i := range p.Shapes {
							s := p.Shapes[i]
							now[s.Key] = s
							if n%10 == 0 {
								inside(t, n, &p, &s)
							}
							old, there := before[s.Key]
							if !there {
								old, old.Opacity = s, 0
							}
							if d := math.Hypot(s.X-old.X, s.Y-old.Y); d > mostMove {
								t.Fatalf("t = %.3f: %s moves %.1f px at once", float64(n)*frame, s.Key, d)
							}
							if d := math.Abs(s.Opacity - old.Opacity); n > 0 && d > mostFade {
								t.Fatalf("t = %.3f: %s goes from opacity %.2f to %.2f at once", float64(n)*frame, s.Key, old.Opacity, s.Opacity)
							}
							if d := math.Abs(s.Scale - old.Scale); d > mostSwell {
								t.Fatalf("t = %.3f: %s swells by %.3f at once", float64(n)*frame, s.Key, d)
							}
						}
						for k, s := range before {
							if _, still := now[k]; !still && s.Opacity > mostFade {
								t.Fatalf("t = %.3f: %s vanishes from opacity %.2f", float64(n)*frame, k, s.Opacity)
							}
						}
						before = now
					}
				})
			}
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
	bare.NoAttention = true
	if _, err := New("alignment-matrix", scenetest.Run(bare), Options{}); !errors.Is(err, ErrNoAttention) {
		t.Errorf("a matrix without attention: %v", err)
	}
	good := scenetest.Run(scenetest.Reverse("abc"))
	if _, err := New("nonsense", good, Options{}); !errors.Is(err, ErrUnknown) {
		t.Errorf("an unknown film: %v", err)
	}
	for name, damage := range map[string]func(*trace.Run){
		"no encoder":     func(r *trace.Run) { r.Encoder = nil },
		"no decoder":     func(r *trace.Run) { r.Decoder = nil },
		"no bridge":      func(r *trace.Run) { r.Bridge.H = nil },
		"short state":    func(r *trace.Run) { r.Encoder[1].H = r.Encoder[1].H[:2] },
		"short gate":     func(r *trace.Run) { r.Decoder[1].Gates[0].Values = nil },
		"foreign output": func(r *trace.Run) { r.Decoder[0].Output.ID = 99 },
		"short logits":   func(r *trace.Run) { r.Decoder[0].Logits = nil },
		"short weights":  func(r *trace.Run) { r.Decoder[0].Attention.Weights = nil },
		"half attention": func(r *trace.Run) { r.Decoder[1].Attention = nil },
	} {
		run := scenetest.Run(scenetest.Reverse("abc"))
		damage(run)
		for _, s := range Films() {
			if _, err := New(s.ID, run, Options{}); err == nil {
				t.Errorf("%s: %s was made all the same", name, s.ID)
			}
		}
	}
	if _, err := New("unrolled", nil, Options{}); err == nil {
		t.Error("a film was made of no run")
	}
}

// TestNotANumber draws a run whose numbers have exploded: still a picture, with nothing in it that
// cannot be drawn.
func TestNotANumber(t *testing.T) {
	run := scenetest.Run(scenetest.Reverse("abc"))
	for _, ref := range refs(run) {
		perturb(run, ref, float32(math.NaN()))
	}
	for _, s := range Films() {
		f, err := New(s.ID, run, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, sh := range f.Picture(f.Poster()).Shapes {
			for _, v := range []float64{sh.X, sh.Y, sh.W, sh.H, sh.R, sh.Value, sh.Opacity, sh.Scale} {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("%s: %s cannot be drawn: %+v", s.ID, sh.Key, sh)
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
