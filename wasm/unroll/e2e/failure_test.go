package e2e

import (
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
)

// TestAKilledTrainerGoesOn has the worker throw, as one that runs out of memory does.
func TestAKilledTrainerGoesOn(t *testing.T) {
	v := openTapped(t, short)
	v.press("Train")
	v.until(time.Minute, "training", func() bool { return v.steps() > 20 })
	v.press("Pause")
	v.until(5*time.Second, "rest", v.rests)
	steps := v.steps()
	v.press("Train")
	v.until(time.Minute, "training", func() bool { return v.steps() > steps })
	v.Run(`tappedWorkers[0].dispatchEvent(new ErrorEvent('error', {message: 'killed by a test', cancelable: true}))`)
	v.until(10*time.Second, "second worker", func() bool { return chrome.Eval[int](v.Page, `tappedWorkers.length`) == 2 })
	v.until(30*time.Second, "training by the second worker", func() bool { return v.steps() > steps && v.words("#train") == "Pause" })
	if words := v.words("[role=status], [role=alert]"); !strings.Contains(words, "trainer") {
		t.Errorf("the page says %q and not that the trainer was started again", words)
	}
}

// TestDivergence trains at a learning rate that cannot go well.
func TestDivergence(t *testing.T) {
	v := open(t, short+"&rate=1")
	v.press("Train")
	v.until(time.Minute, "alarm", func() bool { return v.words("[role=alert]") != "" })
	t.Logf("the page says %q", v.words("[role=alert]"))
	if got := v.words("#train"); got != "Train" {
		t.Errorf("the button says %q, as if training went on", got)
	}
	v.press("Go back to the last good state")
	v.until(10*time.Second, "the last good state", func() bool { return v.words("[role=alert]") == "" })
	v.press("Step")
	n := v.steps()
	v.until(10*time.Second, "step", func() bool { return v.steps() == n+1 || v.words("[role=alert]") != "" })
}

// TestBadSettings opens links that ask for what cannot be.
func TestBadSettings(t *testing.T) {
	v := open(t, "?hidden=0&rate=-3&seed=ten&cell=transformer&shortest=9&longest=3&batch=1e9")
	if words := v.words("main"); !strings.Contains(words, "hidden") && !strings.Contains(words, "Hidden") {
		t.Error("the page does not say what was wrong with the link")
	}
	v.press("Step")
	v.until(30*time.Second, "first step", func() bool { return v.steps() > 0 })
}
