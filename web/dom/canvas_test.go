package dom

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// TestCanvasAgreesWithASlice draws at random on a canvas and on a slice.
func TestCanvasAgreesWithASlice(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	f := newFakeDocument(t)
	c := &Canvas{send: f.run}
	type shape struct{ tag, x, text string }
	var want []shape
	for round := range 300 {
		for range r.IntN(8) {
			n := len(want)
			switch k := r.IntN(5); {
			case k == 0 || n == 0:
				i, tag := r.IntN(n+1), []string{"rect", "text"}[r.IntN(2)]
				c.Insert(i, tag)
				want = slices.Insert(want, i, shape{tag: tag})
			case k == 1 && n > 20:
				i := r.IntN(n)
				c.Remove(i)
				want = slices.Delete(want, i, i+1)
			case k == 2:
				from, to := r.IntN(n), r.IntN(n)
				c.Move(from, to)
				s := want[from]
				want = slices.Insert(slices.Delete(want, from, from+1), to, s)
			case k == 3:
				i := r.IntN(n)
				want[i].x = []string{"1", "2", ""}[r.IntN(3)]
				if want[i].x == "" {
					c.Clear(i, "x")
				} else {
					c.Set(i, "x", want[i].x)
				}
			default:
				i := r.IntN(n)
				want[i].text = []string{"ç", "😀"}[r.IntN(2)]
				c.Text(i, want[i].text)
			}
		}
		c.Flush()
		var got []shape
		for _, n := range f.nodes[0].children {
			s := shape{tag: strings.TrimSuffix(n.name, "@1"), x: n.attr["x"]}
			if len(n.children) > 0 {
				s.text = n.children[0].data
			}
			got = append(got, s)
		}
		if !slices.Equal(got, want) {
			t.Fatalf("round %d: %v, want %v", round, got, want)
		}
	}
	if c.Len() != len(f.nodes)-1 {
		t.Errorf("%d elements, and %d are known", c.Len(), len(f.nodes)-1)
	}
}

func TestASteadyFrameAllocatesNothing(t *testing.T) {
	c := &Canvas{send: func(*instructions) {}}
	for i := range 600 {
		c.Insert(i, "rect")
	}
	frame := func() {
		for i := range 600 {
			c.Set(i, "fill", "#aabbcc")
		}
		c.Flush()
	}
	frame()
	if n := testing.AllocsPerRun(20, frame); n > 0 {
		t.Errorf("%v allocations a frame", n)
	}
}
