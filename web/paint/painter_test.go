package paint

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"unroll/web/scene"
	"unroll/web/scene/scenetest"
)

// node is an element as a canvas or a file holds it.
type node struct {
	tag        string
	attributes map[string]string
	text       string
}

// sheet is a canvas in memory. It counts what is done to it and takes nothing that an <svg> would not.
type sheet struct {
	t                                                     testing.TB
	nodes                                                 []*node
	inserts, removes, moves, sets, clears, texts, flushes int
}

var _ Canvas = (*sheet)(nil)

func (c *sheet) Insert(i int, tag string) {
	c.inserts++
	c.nodes = slices.Insert(c.nodes, i, &node{tag, map[string]string{}, ""})
}

func (c *sheet) Remove(i int) {
	c.removes++
	c.nodes = slices.Delete(c.nodes, i, i+1)
}

func (c *sheet) Move(from, to int) {
	c.moves++
	n := c.nodes[from]
	c.nodes = slices.Insert(slices.Delete(c.nodes, from, from+1), to, n)
}

func (c *sheet) Set(i int, name, value string) {
	c.sets++
	if old, ok := c.nodes[i].attributes[name]; ok && old == value || name == "" || value == "" {
		c.t.Errorf("%q is set to %q, from %q", name, value, old)
	}
	c.nodes[i].attributes[name] = value
}

func (c *sheet) Clear(i int, name string) {
	c.clears++
	if _, ok := c.nodes[i].attributes[name]; !ok {
		c.t.Errorf("%q is cleared but is not there", name)
	}
	delete(c.nodes[i].attributes, name)
}

func (c *sheet) Text(i int, text string) {
	c.texts++
	c.nodes[i].text = text
}

func (c *sheet) Flush() { c.flushes++ }

func (c *sheet) reset() { *c = sheet{t: c.t, nodes: c.nodes} }

// changes is how many calls reached the sheet, Flush left out.
func (c *sheet) changes() int {
	return c.inserts + c.removes + c.moves + c.sets + c.clears + c.texts
}

// elements reads an SVG file back, without what stands before the shapes.
func elements(t testing.TB, file []byte) []*node {
	t.Helper()
	var out []*node
	d := xml.NewDecoder(bytes.NewReader(file))
	depth, skip := 0, 0
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("not XML: %v", err)
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			n := &node{e.Name.Local, map[string]string{}, ""}
			for _, a := range e.Attr {
				n.attributes[a.Name.Local] = a.Value
			}
			if depth == 2 && n.tag != "title" && n.tag != "desc" && n.tag != "style" && n.attributes["class"] != "u-paper" {
				out = append(out, n)
			} else {
				skip = depth
			}
		case xml.EndElement:
			if skip == depth {
				skip = 0
			}
			depth--
		case xml.CharData:
			if depth == 2 && skip == 0 {
				out[len(out)-1].text += string(e)
			}
		}
	}
	return out
}

// shows fails unless the sheet holds what the file of the picture holds.
func shows(t testing.TB, c *sheet, pic scene.Picture) {
	t.Helper()
	want := elements(t, SVG(pic))
	if len(want) != len(c.nodes) || len(want) != len(pic.Shapes) {
		t.Fatalf("the sheet holds %d elements, the file %d, the picture %d shapes", len(c.nodes), len(want), len(pic.Shapes))
	}
	for i, n := range c.nodes {
		if n.tag != want[i].tag || n.text != want[i].text || !maps.Equal(n.attributes, want[i].attributes) {
			t.Fatalf("element %d of %+v:\nsheet %+v\nfile  %+v", i, pic.Shapes[i], *n, *want[i])
		}
	}
}

// anyShape draws a shape at random; few keys, so that pictures share many.
func anyShape(r *rand.Rand, key int) scene.Shape {
	s := scene.Shape{
		Key: fmt.Sprint("k", key), Kind: scene.Kind(key % 4), Role: scene.Role(r.IntN(len(roles))), Finish: scene.Finish(r.IntN(5)),
		X: float64(r.IntN(9)), Y: r.Float64() * 100, W: float64(r.IntN(5)), H: float64(r.IntN(30)), R: float64(r.IntN(3)),
		Value: r.Float64(), Opacity: float64(r.IntN(4)) / 3, Scale: []float64{1, 1, 1.05}[r.IntN(3)],
		Anchor: int8(r.IntN(3) - 1), Bold: r.IntN(2) == 0, Mono: r.IntN(2) == 0, Dashed: r.IntN(2) == 0,
	}
	if r.IntN(20) == 0 {
		s.Kind = scene.Kind(r.IntN(4))
	}
	if s.Kind == scene.Text {
		s.Label = []string{"", "a", "b & <c>", "ção"}[r.IntN(4)]
	}
	if s.Kind == scene.Path {
		s.Outline = []string{"M0 0L1 1", "M0 0L2 2"}[r.IntN(2)]
	}
	if r.IntN(2) == 0 {
		s.Hint = "h = 1"
	}
	return s
}

// TestPainterAndFileAgree paints random pictures one after another: each time the canvas holds what
// a fresh file holds, got there by the fewest insertions, removals and moves, in one flush; and the
// same picture again changes nothing.
func TestPainterAndFileAgree(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(7, seed))
		c := &sheet{t: t}
		var p Painter
		pic := scene.Picture{Width: 100, Height: 50, Title: "t"}
		for range 12 {
			before := slices.Clone(pic.Shapes)
			pic.Shapes = nil
			for _, key := range r.Perm(40)[:r.IntN(40)] {
				s := anyShape(r, key)
				for _, old := range before {
					if old.Key == s.Key && r.IntN(2) == 0 {
						s = old
					}
				}
				pic.Shapes = append(pic.Shapes, s)
			}
			if r.IntN(2) == 0 {
				slices.SortFunc(pic.Shapes, func(a, b scene.Shape) int { return strings.Compare(a.Key, b.Key) })
			}
			c.reset()
			p.Paint(pic, c)
			shows(t, c, pic)
			fewest(t, c, before, pic.Shapes)
			c.reset()
			p.Paint(pic, c)
			if c.changes() != 0 || c.flushes != 1 {
				t.Fatalf("painting the same again: %d changes, %d flushes", c.changes(), c.flushes)
			}
		}
	}
}

// fewest counts by the book what no painter can do without.
func fewest(t *testing.T, c *sheet, before, after []scene.Shape) {
	t.Helper()
	var places []int
	for _, s := range after {
		if i := slices.IndexFunc(before, func(o scene.Shape) bool { return o.Key == s.Key && o.Kind == s.Kind }); i >= 0 {
			places = append(places, i)
		}
	}
	run, best := make([]int, len(places)), 0
	for i := range places {
		run[i] = 1
		for j := range i {
			if places[j] < places[i] {
				run[i] = max(run[i], run[j]+1)
			}
		}
		best = max(best, run[i])
	}
	if c.inserts != len(after)-len(places) || c.removes != len(before)-len(places) || c.moves > len(places)-best {
		t.Fatalf("%d inserts, %d removes, %d moves; want %d, %d, at most %d", c.inserts, c.removes, c.moves,
			len(after)-len(places), len(before)-len(places), len(places)-best)
	}
}

// TestFilmOnCanvas plays whole films, forward, back and at random, on one canvas.
func TestFilmOnCanvas(t *testing.T) {
	for _, s := range scene.Films() {
		spec := scenetest.Reverse("abcd")
		spec.Model.Cell = "lstm"
		f, err := scene.New(s.ID, scenetest.Run(spec), scene.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := rand.New(rand.NewPCG(1, 1))
		c := &sheet{t: t}
		var p Painter
		for i := range 120 {
			at := float64(i) / 60 * f.Duration()
			switch {
			case i > 90:
				at = r.Float64() * f.Duration()
			case i > 60:
				at = 2*f.Duration() - at
			}
			pic := f.Picture(at)
			p.Paint(pic, c)
			shows(t, c, pic)
		}
		if c.moves > 0 {
			t.Errorf("%s: %d elements were moved, though a film keeps its order", s.ID, c.moves)
		}
	}
}

// TestOnlyWhatChanged changes one thing of one shape and looks at what reaches the canvas.
func TestOnlyWhatChanged(t *testing.T) {
	base := scene.Shape{Key: "a", X: 1, Y: 2, W: 3, H: 4, Opacity: 1, Scale: 1}
	for name, c := range map[string]struct {
		change       func(*scene.Shape)
		sets, clears int
	}{
		"place":        {func(s *scene.Shape) { s.X = 9 }, 1, 0},
		"fade":         {func(s *scene.Shape) { s.Opacity = .5 }, 1, 0},
		"growth":       {func(s *scene.Shape) { s.Scale = 2 }, 4, 0},
		"hint":         {func(s *scene.Shape) { s.Hint = "h" }, 1, 0},
		"ref":          {func(s *scene.Shape) { s.Ref = "encoder/0/h/0" }, 0, 0},
		"below a step": {func(s *scene.Shape) { s.X += .001 }, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			on := &sheet{t: t}
			var p Painter
			other := scene.Shape{Key: "b", Opacity: 1, Scale: 1}
			p.Paint(scene.Picture{Shapes: []scene.Shape{base, other}}, on)
			changed := base
			c.change(&changed)
			on.reset()
			p.Paint(scene.Picture{Shapes: []scene.Shape{changed, other}}, on)
			if on.sets != c.sets || on.clears != c.clears || on.changes() != c.sets+c.clears {
				t.Errorf("%d sets, %d clears of %d changes; want %d and %d", on.sets, on.clears, on.changes(), c.sets, c.clears)
			}
			on.reset()
			p.Paint(scene.Picture{Shapes: []scene.Shape{base, other}}, on)
			shows(t, on, scene.Picture{Shapes: []scene.Shape{base, other}})
		})
	}
}
