package e2e

import (
	"strconv"
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
	v.until(20*time.Second, "rest", v.rests)
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
	v.until(20*time.Second, "link to this moment", func() bool {
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

// TestComingBack opens the site again by its bare address, as a reader does who types it.
func TestComingBack(t *testing.T) {
	v := open(t, "?hidden=16&seed=3")
	v.press("Step")
	v.until(30*time.Second, "first step", func() bool { return v.steps() == 1 })
	time.Sleep(time.Second) // the database writes after the message
	v.Do(chromedp.Navigate(address))
	v.Wait(filmIsThere, 30*time.Second)
	if got := v.value("spinbutton", "Hidden size"); got != "16" || v.steps() != 1 {
		t.Errorf("the page comes back with hidden size %s and %d steps", got, v.steps())
	}
}

// TestOnlySoMuchIsKept trains ten models; the first ones must make room.
func TestOnlySoMuchIsKept(t *testing.T) {
	v := open(t, "?hidden=8&embedding=4&seed=0")
	for seed := range 10 {
		v.Do(chromedp.Navigate(address + "?hidden=8&embedding=4&seed=" + strconv.Itoa(seed)))
		v.Wait(filmIsThere, 30*time.Second)
		v.press("Step")
		v.until(30*time.Second, "first step", func() bool { return v.steps() == 1 })
		time.Sleep(300 * time.Millisecond)
	}
	keys := chrome.Eval[[]string](v.Page, `new Promise((ok, no) => {
		const request = indexedDB.open('unroll');
		request.onerror = no;
		request.onsuccess = () => {
			const all = request.result.transaction('states').objectStore('states').getAllKeys();
			all.onerror = no;
			all.onsuccess = () => ok(all.result);
		};
	})`)
	if len(keys) != 8 {
		t.Errorf("%d states are kept, want 8: %q", len(keys), keys)
	}
	for _, key := range keys {
		if strings.HasSuffix(key, " 0") || strings.HasSuffix(key, " 1") {
			t.Errorf("%q is the oldest, and yet it is kept", key)
		}
	}
}
