package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"unroll/web/chrome"
)

// TestReload trains, reloads, and finds the model again, with the same weights.
func TestReload(t *testing.T) {
	v := open(t, short)
	v.press("Train")
	v.until(time.Minute, "training", func() bool { return v.steps() > 50 })
	v.press("Pause")
	v.until(5*time.Second, "rest", v.rests)
	steps := v.steps()
	v.until(20*time.Second, "evaluation of the last step", func() bool {
		return strings.Contains(v.summary(), "at step "+v.figure("Steps")+":")
	})
	accuracy := v.summary()
	time.Sleep(500 * time.Millisecond) // the database writes after the message

	v.Do(chromedp.Reload())
	v.Wait(filmIsThere, 30*time.Second)
	if got := v.steps(); got != steps {
		t.Fatalf("after reloading there are %d steps, and before there were %d", got, steps)
	}
	v.judged()
	if got := v.summary(); got != accuracy {
		t.Errorf("after reloading the page says\n%q, and before\n%q", got, accuracy)
	}

	elsewhere := &view{v.Tab(address+"?task=dates", chrome.Options{}), t}
	elsewhere.Wait(filmIsThere, 30*time.Second)
	if got := elsewhere.value("combobox", "Task"); got != "dates" {
		t.Errorf("a link to the dates opens %q", got)
	}
}

// summary is what a screen reader is told of the accuracy's curve.
func (v *view) summary() string {
	v.t.Helper()
	return chrome.Eval[string](v.Page, `[...document.querySelectorAll('.curve-chart svg')].map(e => e.ariaLabel).find(l => l.startsWith('Held-out')) ?? ''`)
}

// TestALinkRestoresThePage changes settings by hand and opens the address in another browser.
func TestALinkRestoresThePage(t *testing.T) {
	v := open(t, "?hidden=24&cell=lstm&seed=9&input=hello&scene=alignment-matrix&lang=en")
	v.Run("{ const s = document.querySelector(`" + v.path("combobox", "Speed") + "`); s.value = '2'; s.dispatchEvent(new Event('change', {bubbles: true})); }")
	v.still()
	v.scrub(1.5)
	v.until(5*time.Second, "link to this moment", func() bool {
		return strings.Contains(chrome.Eval[string](v.Page, `location.search`), "t=1.5")
	})
	link := chrome.Eval[string](v.Page, `location.href`)

	w := &view{chrome.Open(t, link, chrome.Options{}), t}
	w.Wait(filmIsThere, 30*time.Second)
	for _, c := range []struct{ role, name, want string }{
		{"spinbutton", "Hidden size", "24"}, {"combobox", "Cell", "lstm"},
		{"textbox", "Input", "hello"}, {"combobox", "Speed", "2"}, {"slider", "Timeline", "1.5"},
	} {
		if got := w.value(c.role, c.name); got != c.want {
			t.Errorf("%s is %q, want %q", c.name, got, c.want)
		}
	}
	if !chrome.Eval[bool](w.Page, `document.querySelector('input[value="alignment-matrix"]').checked`) {
		t.Error("the scene is another one")
	}
}
