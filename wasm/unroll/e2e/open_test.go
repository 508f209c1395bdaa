package e2e

import (
	"slices"
	"testing"
	"time"

	"unroll/web/chrome"
)

// TestOpen measures what the first visit is like. Times are printed, and only nonsense fails: the
// machine may be busy with other things.
func TestOpen(t *testing.T) {
	v := open(t, "")
	first := chrome.Eval[float64](v.Page, `performance.getEntriesByName('first-contentful-paint')[0].startTime`)
	t.Logf("first picture after %.0f ms (0.5 s is the aim)", first)
	if first > 10_000 {
		t.Error("nothing is on screen for ten seconds")
	}
	if n := chrome.Eval[int](v.Page, `document.querySelectorAll('main').length`); n != 1 {
		t.Errorf("the page has %d <main>", n)
	}
	if accuracy := v.judged(); accuracy < 50 {
		t.Errorf("the model that comes with the page gets %v %% right", accuracy)
	}
	if v.steps() == 0 {
		t.Error("the model that comes with the page has never been trained")
	}
}

// TestPosterIsThereAtOnce opens the page without its program: what then is to be seen is what a reader
// sees until the program has arrived.
func TestPosterIsThereAtOnce(t *testing.T) {
	p := chrome.Open(t, address, chrome.Options{})
	if n := chrome.Eval[int](p, `fetch("/").then(r => r.text()).then(s => new DOMParser().parseFromString(s, "text/html").querySelectorAll("main svg *").length)`); n < 100 {
		t.Errorf("the page as it is delivered draws %d elements, which is no film", n)
	}
}

// names are the controls that the page must have.
var names = []control{
	{"button", "Train"}, {"button", "Train from scratch"}, {"button", "Step"}, {"button", "Reset"},
	{"button", "Play"}, {"button", "Step back"}, {"button", "Step forward"}, {"button", "Loop"},
	{"slider", "Timeline"}, {"combobox", "Speed"}, {"textbox", "Input"}, {"combobox", "Language"},
	{"radio", "Unrolled in time"}, {"radio", "Alignment matrix"},
	{"combobox", "Task"}, {"combobox", "Cell"}, {"combobox", "Attention"}, {"spinbutton", "Hidden size"},
	{"button", "Save as SVG"}, {"button", "Link to this moment"}, {"button", "Save model"}, {"button", "Open model…"},
}

// more are those behind the button that unfolds them.
var more = []control{
	{"spinbutton", "Embedding size"}, {"spinbutton", "Batch"}, {"spinbutton", "Learning rate"},
	{"spinbutton", "Teacher forcing"}, {"spinbutton", "Seed"}, {"spinbutton", "Shortest"}, {"spinbutton", "Longest"},
}

func TestEveryControlHasItsName(t *testing.T) {
	v := open(t, "")
	v.unfold()
	all := v.controls()
	for _, want := range slices.Concat(names, more) {
		if !slices.Contains(all, want) {
			t.Errorf("there is no %s called %q", want.Role, want.Name)
		}
	}
	for _, c := range all {
		if c.Name == "" {
			t.Errorf("a %s has no name", c.Role)
		}
	}
	if t.Failed() {
		t.Logf("there are %v", all)
	}
}

// TestInteractive measures how soon a press of a button does something.
func TestInteractive(t *testing.T) {
	start := time.Now()
	v := open(t, "?seed=5")
	v.press("Step")
	v.until(30*time.Second, "first step", func() bool { return v.steps() == 1 })
	t.Logf("the first training step is done %v after the page was asked for (2 s is the aim)", time.Since(start).Round(time.Millisecond))
}
