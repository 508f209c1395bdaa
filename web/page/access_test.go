package page

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/vugu/html"

	"unroll/core/train"
	"unroll/web/say"
	"unroll/web/scene"
	"unroll/web/setting"
	"unroll/web/wire"
)

// full is a page on which everything that can show does.
func full(t *testing.T, query string) *bench {
	b := playing(t, query)
	b.root.Receive(wire.Progress{Step: 11, Loss: 2.5, TokensPerSecond: 100, Elapsed: 3, Training: true,
		Evaluation: &train.Evaluation{Step: 11, Report: report(2, 1, 0.75), Samples: []train.Sample{
			{Source: "abc", Target: "cba", Output: "cba", Right: true}, {Source: "de", Target: "ed", Output: "<b>", Right: false}}}})
	b.set("setting-hidden", "change", "9999")
	b.fire("more", "click", nil)
	b.fire("link", "click", nil)
	b.root.Receive(wire.Failure{Reason: wire.Diverged, Step: 12, Back: 10})
	b.set("input", "input", "?")
	return b
}

// TestEveryControlHasAName computes accessible names as far as the page's means go: aria-label, a
// <label>, the text of a button.
func TestEveryControlHasAName(t *testing.T) {
	for _, language := range []string{"en", "pt"} {
		tree := full(t, "?lang="+language+"&cell=rnn").render()
		controls := 0
		names := map[string]bool{}
		walk(tree, func(n *html.Node) {
			switch n.Data {
			case "button", "input", "select":
			default:
				return
			}
			controls++
			name := accessibleName(tree, n)
			if strings.TrimSpace(name) == "" {
				t.Errorf("%s: <%s id=%q> has no name", language, n.Data, get(n, "id"))
			}
			names[strings.TrimSpace(name)] = true
		})
		if controls < 30 {
			t.Errorf("%s: only %d controls were found", language, controls)
		}
		if language != "en" {
			continue
		}
		for _, want := range []string{"Pause", "Step", "Reset", "Train from scratch", "Play", "Step back", "Step forward",
			"Timeline", "Speed", "Loop", "Input", "Save model", "Open model…", "Save as SVG", "Task", "Cell", "Attention",
			"Hidden size", "Embedding size", "Batch", "Learning rate", "Teacher forcing", "Seed", "Language",
			"Unrolled in time", "Alignment matrix", "Address of this moment"} {
			if want == "Pause" {
				want = "Train" // it has diverged
			}
			if !names[want] {
				t.Errorf("no control is called %q", want)
			}
		}
	}
}

func accessibleName(tree, n *html.Node) string {
	if name := get(n, "aria-label"); name != "" {
		return name
	}
	if id := get(n, "id"); id != "" {
		if label := search(tree, func(l *html.Node) bool { return l.Data == "label" && get(l, "for") == id }); label != nil {
			return text(label)
		}
	}
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == "label" {
			return text(p)
		}
	}
	if n.Data == "button" {
		return text(n)
	}
	return ""
}

func walk(n *html.Node, f func(*html.Node)) {
	if n.Type == html.ElementNode {
		f(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		walk(c, f)
	}
}

func TestPicturesAndRegionsHaveNames(t *testing.T) {
	walk(full(t, "").render(), func(n *html.Node) {
		named := get(n, "aria-label") != ""
		switch role := get(n, "role"); {
		case n.Data == "svg" && role == "" && get(n, "aria-hidden") != "true":
			t.Error("an <svg> is neither named nor hidden")
		case (role == "img" || role == "radiogroup" || role == "region" || role == "group") && !named:
			t.Errorf("role %s of <%s id=%q> has no name", role, n.Data, get(n, "id"))
		case n.Data == "section" && !named:
			t.Errorf("<section class=%q> has no name", get(n, "class"))
		}
		for _, reference := range []string{"aria-describedby", "aria-controls", "for"} {
			for _, id := range strings.Fields(get(n, reference)) {
				if search(root(n), func(n *html.Node) bool { return get(n, "id") == id }) == nil {
					t.Errorf("%s of <%s> names #%s, which is not there", reference, n.Data, id)
				}
			}
		}
	})
}

func root(n *html.Node) *html.Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

func TestIDsAreUnique(t *testing.T) {
	seen := map[string]bool{}
	walk(full(t, "").render(), func(n *html.Node) {
		if id := get(n, "id"); id != "" {
			if seen[id] {
				t.Errorf("#%s comes twice", id)
			}
			seen[id] = true
		}
	})
}

func TestForeignTextIsText(t *testing.T) {
	b := full(t, "?input=%3Cimg+src%3Dx%3E&cell=%3Cscript%3E")
	tree := b.render()
	walk(tree, func(n *html.Node) {
		switch n.Data {
		case "img", "script", "b", "style":
			t.Errorf("there is a <%s>", n.Data)
		}
	})
	if !contains(text(tree), "<b>") || !contains(text(tree), "<script>") {
		t.Error("the foreign text is missing; the test does not test")
	}
}

// Vugu escapes every text but a vugu.HTML. The generator makes one of each static part that stands
// beside a dynamic one, too, and the renderer would have to parse it.
func TestNoRawHTML(t *testing.T) {
	files, err := filepath.Glob("*.*")
	if err != nil || len(files) < 20 {
		t.Fatal("the sources are missing: ", err)
	}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasSuffix(name, "_test.go") && (contains(string(source), "vugu.HTML") || contains(string(source), ".SetInnerHTML(vugu")) {
			t.Errorf("%s has raw HTML", name)
		}
	}
}

func TestEveryFieldHasWords(t *testing.T) {
	for _, c := range languages {
		for _, f := range setting.Schema {
			words := c.Page.Settings.Field(f.Name)
			if words.Label() == "" || words.Help() == "" {
				t.Errorf("%s: field %s has no label or no help", c.Tag, f.Name)
			}
			if f.Group == setting.View {
				continue
			}
			for _, choice := range f.Choices {
				if f.Name != "task" && words.Choice(choice) == choice {
					t.Errorf("%s: choice %s of %s has no name", c.Tag, choice, f.Name)
				}
			}
			if f.Optional && say.Find(c.Page.Settings.Empty, f.Name).Part(1) == f.Name {
				t.Errorf("%s: nothing is said of what holds while %s is empty", c.Tag, f.Name)
			}
		}
		for _, s := range scene.Films() {
			if say.Named(c.Page.Film.Scenes, s.ID) == s.ID {
				t.Errorf("%s: scene %s has no name", c.Tag, s.ID)
			}
		}
	}
}

// A link's film and the schema name the same scenes.
func TestSchemaKnowsTheFilms(t *testing.T) {
	f, _ := setting.Lookup("scene")
	films := scene.Films()
	if len(films) != len(f.Choices) {
		t.Fatalf("%d films, %d choices", len(films), len(f.Choices))
	}
	for i, s := range films {
		if s.ID != f.Choices[i] {
			t.Errorf("film %s is choice %s", s.ID, f.Choices[i])
		}
	}
}
