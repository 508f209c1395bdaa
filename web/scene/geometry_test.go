package scene

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"unroll/core/trace"
	"unroll/web/say"
	"unroll/web/scene/scenetest"
)

// cases are the runs that the layout has to hold for: lengths from 1 to the longest date, short and
// long words of any script, narrow and wide states, and every kind of model.
func cases() map[string]scenetest.Spec {
	lstm, bare, bareLSTM := trace.Model{Cell: "lstm"}, trace.Model{Attention: "none"}, trace.Model{Cell: "lstm", Attention: "none"}
	date := strings.Split("Wednesday, 24 September 2025", "")
	iso := strings.Split("2025-09-24", "")
	long := []string{"Donaudampfschifffahrtsgesellschaft", "ação", "日本語です", "W", "ẘ̃ẘ̃ẘ̃ẘ̃ẘ̃ẘ̃ẘ̃ẘ̃ẘ̃"}
	scripts := []string{"étudiant", "forty-", "⟨unk⟩", "مرحبا", "ברוכים", "你好世界", "हिन्दी", "👩‍👩‍👧‍👦", "🇧🇷", "ﷺ"}
	all := map[string]scenetest.Spec{
		"scripts":    {Source: scripts, Target: scripts[:5], Hidden: 64},
		"one":        {Source: []string{"a"}, Target: []string{"a"}, Hidden: 64},
		"silent":     {Source: []string{"a"}, Hidden: 128, Model: lstm},
		"reverse":    scenetest.Reverse("abcdef"),
		"wide state": {Source: strings.Split("abcdefghij", ""), Target: strings.Split("jihgfedcba", ""), Hidden: 128},
		"lstm":       {Source: strings.Split("abcdefghij", ""), Target: strings.Split("jihgfedcba", ""), Hidden: 128, Model: lstm, Cut: true},
		"date":       {Source: date, Target: iso, Hidden: 64, Trained: 90000},
		"date lstm":  {Source: date, Target: iso, Hidden: 64, Model: bareLSTM},
		"words":      {Source: long, Target: long, Hidden: 9},
		"bare":       {Source: strings.Split("abc def", ""), Target: strings.Split("fed cba", ""), Hidden: 4, Model: bare},
		"date deep":  {Source: date, Target: iso, Hidden: 64, Model: deepest()},
	}
	for name, m := range family() {
		spec := scenetest.Reverse("abcd").With(m)
		if len(all)%2 == 0 {
			spec = scenetest.Words().With(m)
		}
		spec.Hidden = 24
		all[name] = spec
	}
	return all
}

// every calls f with each film that can be made of the cases, at many widths and in both languages.
func every(t *testing.T, f func(t *testing.T, film *Film)) {
	for name, spec := range cases() {
		run := scenetest.Run(spec)
		for _, width := range []float64{300, 360, 412, 599, 768, 1024, 1440, 1600} {
			for _, text := range []*say.Catalogue{&say.English, &say.Portuguese} {
				if _, ok := family()[name]; ok && text == &say.Portuguese && width != 300 && width != 1024 {
					continue
				}
				for _, s := range Films() {
					film, err := New(s.ID, run, Options{Width: width, Text: text})
					if !spec.Attends() && s.ID == "alignment-matrix" {
						continue
					}
					t.Run(fmt.Sprintf("%s/%s/%g/%s", s.ID, name, width, text.Tag), func(t *testing.T) {
						if err != nil {
							t.Fatal(err)
						}
						f(t, film)
					})
				}
			}
		}
	}
}

// extent is the box that a shape takes up, at least.
func extent(s *Shape) (x0, y0, x1, y1 float64) {
	switch s.Kind {
	case Text:
		w, size := textWidth(s.Label, s.R*s.Scale, s.Bold, s.Mono), s.R*s.Scale
		x0 = s.X - w*float64(s.Anchor+1)/2
		return x0, s.Y - .74*size, x0 + w, s.Y + .2*size
	case Disc:
		return s.X - s.R*s.Scale, s.Y - s.R*s.Scale, s.X + s.R*s.Scale, s.Y + s.R*s.Scale
	case Path:
		x0, y0, x1, y1 = s.X, s.Y, s.X, s.Y
		for _, q := range pathPoints(s.Outline) {
			x0, y0, x1, y1 = min(x0, s.X+q.x), min(y0, s.Y+q.y), max(x1, s.X+q.x), max(y1, s.Y+q.y)
		}
		return x0, y0, x1, y1
	}
	w, h := s.W*(s.Scale-1)/2, s.H*(s.Scale-1)/2
	return s.X - w, s.Y - h, s.X + s.W + w, s.Y + s.H + h
}

// pathPoints reads the points, controls included, of path data with absolute commands.
func pathPoints(d string) []point {
	fields := strings.FieldsFunc(d, func(r rune) bool { return r == ' ' || r >= 'A' && r <= 'Z' })
	var out []point
	for i := 0; i+1 < len(fields); i += 2 {
		x, _ := strconv.ParseFloat(fields[i], 64)
		y, _ := strconv.ParseFloat(fields[i+1], 64)
		out = append(out, point{x, y})
	}
	return out
}

// TestNothingOverlaps looks at each beat when it has come to rest: no two texts touch, nothing
// leaves the view box, no type is smaller than 11 pixels, and no key is there twice.
func TestNothingOverlaps(t *testing.T) {
	every(t, func(t *testing.T, f *Film) {
		for i, b := range f.Beats {
			tidy(t, fmt.Sprint("beat ", i), f.Picture(b.Start+b.Length-.001))
			if t.Failed() {
				return
			}
		}
	})
}

// tidy holds one picture, named by when, to what TestNothingOverlaps says.
func tidy(t *testing.T, when string, p Picture) {
	t.Helper()
	if strings.Contains(p.Title+p.Caption, "{") {
		t.Errorf("%s: %q, %q", when, p.Title, p.Caption)
	}
	var texts []*Shape
	keys := map[string]bool{}
	for j := range p.Shapes {
		s := &p.Shapes[j]
		if keys[s.Key] {
			t.Fatalf("%s: two shapes have the key %q", when, s.Key)
		}
		keys[s.Key] = true
		if strings.Contains(s.Label+s.Hint, "{") {
			t.Errorf("%s: %s says %q, with the hint %q", when, s.Key, s.Label, s.Hint)
		}
		inside(t, when, &p, s)
		if s.Kind != Text {
			continue
		}
		if s.R < 11 {
			t.Errorf("%s: %q is written in %g px", when, s.Key, s.R)
		}
		texts = append(texts, s)
	}
	apart(t, when, texts)
	legible(t, when, texts, p.Shapes)
	uncrowded(t, when, p.Shapes)
}

// uncrowded fails where two things lie on each other that stand for something: cells of the network, of
// vectors, words, and texts that are not written in them.
func uncrowded(t *testing.T, when string, shapes []Shape) {
	t.Helper()
	type thing struct {
		*Shape
		x0, y0, x1, y1 float64
	}
	var all []thing
	for i := range shapes {
		s := &shapes[i]
		if s.Kind == Path || s.Finish == Stroke || s.Finish == Tint || s.Role == Muted && s.Kind != Text || strings.HasSuffix(s.Key, "/dot") {
			continue
		}
		x0, y0, x1, y1 := extent(s)
		all = append(all, thing{s, x0, y0, x1, y1})
	}
	slices.SortFunc(all, func(a, b thing) int { return cmp.Compare(a.x0, b.x0) })
	for i, a := range all {
		for _, b := range all[i+1:] {
			if b.x0 >= a.x1 {
				break
			}
			if a.y0 < b.y1 && b.y0 < a.y1 && !strings.HasPrefix(a.Key, b.Key+"/") && !strings.HasPrefix(b.Key, a.Key+"/") {
				t.Errorf("%s: %s (%.1f, %.1f – %.1f, %.1f) lies on %s (%.1f, %.1f – %.1f, %.1f)", when, a.Key, a.x0, a.y0, a.x1, a.y1, b.Key, b.x0, b.y0, b.x1, b.y1)
			}
		}
	}
}

func inside(t *testing.T, when string, p *Picture, s *Shape) {
	t.Helper()
	x0, y0, x1, y1 := extent(s)
	if x0 < 0 || y0 < 0 || x1 > p.Width || y1 > p.Height {
		t.Errorf("%s: %s %q reaches (%.1f, %.1f) to (%.1f, %.1f), outside of %g × %g", when, s.Key, s.Label, x0, y0, x1, y1, p.Width, p.Height)
	}
}

func apart(t *testing.T, when string, texts []*Shape) {
	t.Helper()
	for i, a := range texts {
		ax0, ay0, ax1, ay1 := extent(a)
		for _, b := range texts[:i] {
			bx0, by0, bx1, by1 := extent(b)
			if ax0 < bx1 && bx0 < ax1 && ay0 < by1 && by0 < ay1 {
				t.Errorf("%s: %s %q lies on %s %q", when, a.Key, a.Label, b.Key, b.Label)
			}
		}
	}
}

// legible fails where a text that is meant for paper lies on something solid.
func legible(t *testing.T, when string, texts []*Shape, shapes []Shape) {
	t.Helper()
	for i := range shapes {
		b := &shapes[i]
		if b.Kind == Text || b.Finish != Solid || b.Opacity < .2 {
			continue
		}
		bx0, by0, bx1, by1 := extent(b)
		for _, a := range texts {
			x0, y0, x1, y1 := extent(a)
			if a.Finish == Solid && x0 < bx1 && bx0 < x1 && y0 < by1 && by0 < y1 {
				t.Errorf("%s: %s %q lies on %s", when, a.Key, a.Label, b.Key)
			}
		}
	}
}
