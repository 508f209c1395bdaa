package dom

import (
	"html"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vugu/vugu"
)

func TestPlainTextIsWhatAParserReads(t *testing.T) {
	for _, s := range []string{"", "plain", "a < b & c > \"d\" 'e'", "&amp;", "&&&", "año 😀;"} {
		got, plain := plainText("p", html.EscapeString(s))
		if !plain || got != s {
			t.Errorf("%q escaped is read as %q, %v", s, got, plain)
		}
	}
	for _, s := range []string{"<b>x</b>", "&nbsp;", "&amp", "a & b", "\n", "a\rb"} {
		if got, plain := plainText("p", s); plain {
			t.Errorf("%q is taken for the text %q", s, got)
		}
	}
	if _, plain := plainText("script", "x"); plain {
		t.Error("a script is taken for a text")
	}
}

func FuzzPlainText(f *testing.F) {
	f.Add("a &lt; b &amp;amp; &#34;")
	f.Fuzz(func(t *testing.T, s string) {
		if got, plain := plainText("p", s); plain && got != html.UnescapeString(s) {
			t.Errorf("%q is read as %q, not as %q", s, got, html.UnescapeString(s))
		}
		if got, plain := plainText("p", html.EscapeString(s)); plain && got != s {
			t.Errorf("%q escaped is read as %q", s, got)
		}
	})
}

func TestEventNames(t *testing.T) {
	for _, c := range []struct {
		spec  vugu.DOMEventHandlerSpec
		event string
		flags uint32
	}{
		{vugu.DOMEventHandlerSpec{EventType: "click"}, "click", 0},
		{vugu.DOMEventHandlerSpec{EventType: "wheel.passive.capture"}, "wheel", passive | capture},
		{vugu.DOMEventHandlerSpec{EventType: "submit.prevent.once.stop"}, "submit", prevent | once | stop},
		{vugu.DOMEventHandlerSpec{EventType: "shown.bs.modal"}, "shown.bs.modal", 0},
		{vugu.DOMEventHandlerSpec{EventType: "shown.bs.once"}, "shown.bs", once},
		{vugu.DOMEventHandlerSpec{EventType: "scroll", Passive: true, Capture: true}, "scroll", passive | capture},
		{vugu.DOMEventHandlerSpec{EventType: ".once"}, ".once", 0},
	} {
		if event, flags := parseEvent(c.spec); event != c.event || flags != c.flags {
			t.Errorf("%+v is %q with %b", c.spec, event, flags)
		}
	}
}

func TestSheetsFollowTheComponents(t *testing.T) {
	r := newRig(t)
	style := func(css, media string) *vugu.VGNode { return with(element("style", "media", media), text(css)) }
	show := func(css ...*vugu.VGNode) []string {
		r.show(&built{nodes: []*vugu.VGNode{element("p")}, css: css})
		var out []string
		for _, s := range r.fakeDocument.sheets {
			out = append(out, s)
		}
		slices.Sort(out)
		return out
	}
	for _, c := range []struct {
		css  []*vugu.VGNode
		want string
	}{
		{[]*vugu.VGNode{style("a", ""), style("b", "print"), style("a", "")}, ": a|print: b"},
		{[]*vugu.VGNode{style("b", "print"), element("link", "rel", "stylesheet", "href", "x.css")}, "link rel=stylesheet href=x.css|print: b"},
		{nil, ""},
	} {
		if got := strings.Join(show(c.css...), "|"); got != c.want {
			t.Errorf("sheets %q, want %q", got, c.want)
		}
	}
}

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

// TestBothSidesKnowTheSameInstructions compares the list of opcodes with the functions of dom.js.
func TestBothSidesKnowTheSameInstructions(t *testing.T) {
	source := func(name, pattern string) (out []string) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(b), -1) {
			out = append(out, strings.ToLower(m[1]))
		}
		return out
	}
	script := source("../../static/dom.js", `(?m)^    function (\w+)\(\)`)
	program := source("instruction.go", `(?m)^\top([A-Z]\w*)`)
	if len(script) != int(opcodes) || !slices.Equal(script, program) {
		t.Errorf("dom.js has\n%v\ninstruction.go has\n%v", script, program)
	}
}
