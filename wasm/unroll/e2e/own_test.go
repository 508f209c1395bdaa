package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// TestPairsOfOnesOwn brings pairs, looks at the report, trains on them, and finds all of it again.
func TestPairsOfOnesOwn(t *testing.T) {
	v := open(t, "")
	v.choose("Task", "own")
	v.until(20*time.Second, "box for pairs", func() bool { return v.count("#own-paste") == 1 })

	v.fill("#own-paste", "one\ttwo\nthree")
	v.press("Read")
	v.until(20*time.Second, "refusal", func() bool { return v.words(".own-box-fault") != "" })
	if said := v.words(".own-box-fault"); !strings.Contains(said, "20") {
		t.Errorf("of a single pair the page says %q, which does not tell how many there must be", said)
	}
	if got := v.words(".input-box-says"); !strings.Contains(got, "llornu") {
		t.Errorf("after a refusal the model on screen says %q", got)
	}

	v.press("Try with an example")
	v.until(20*time.Second, "report", func() bool { return strings.Contains(v.words(".own-report"), "Held out") })
	v.press("Train on them")
	v.until(time.Minute, "training", func() bool { return strings.Contains(v.search(), "task=own") && v.steps() > 60 })
	v.press("Pause")
	v.until(20*time.Second, "rest", v.rests)
	steps := v.steps()
	if share := v.figure("Tokens right"); share == "–" {
		t.Error("the held-out pairs are not judged")
	}
	time.Sleep(500 * time.Millisecond) // the database writes after the message

	v.Do(chromedp.Reload())
	v.Wait(filmIsThere, 30*time.Second)
	if got := v.steps(); got != steps {
		t.Fatalf("after reloading there are %d steps, and before there were %d", got, steps)
	}
	v.press("Train")
	v.until(time.Minute, "training that goes on", func() bool { return v.steps() > steps+10 })
}

// fill puts a text into a field, as pasting does.
func (v *view) fill(selector, text string) {
	v.t.Helper()
	v.Run("{ const f = document.querySelector(`" + selector + "`); f.value = `" + text + "`; f.dispatchEvent(new Event('input', {bubbles: true})); f.dispatchEvent(new Event('change', {bubbles: true})); }")
}
