package e2e

import (
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
)

// TestAKilledTrainerGoesOn kills the worker while it trains: once by a message that is none, at which
// the program panics, and once by an error such as the browser reports.
func TestAKilledTrainerGoesOn(t *testing.T) {
	for name, kill := range map[string]string{
		"panic": `tappedWorkers[0].postMessage(new ArrayBuffer(3))`,
		"error": `tappedWorkers[0].dispatchEvent(new ErrorEvent('error', {message: 'killed by a test', cancelable: true}))`,
	} {
		t.Run(name, func(t *testing.T) {
			v := openTapped(t, short, chrome.Options{AllowErrors: name == "panic", Timeout: 2 * time.Minute})
			v.press("Train")
			v.until(time.Minute, "training", func() bool { return v.steps() > 20 })
			v.press("Pause")
			v.until(20*time.Second, "rest", v.rests)
			kept := v.steps() // at rest, the state is saved
			v.press("Train")
			v.until(time.Minute, "training", func() bool { return v.steps() > kept })
			v.Run(kill)
			v.until(30*time.Second, "second worker", func() bool { return chrome.Eval[int](v.Page, `tappedWorkers.length`) == 2 })
			v.until(30*time.Second, "sentence about it", func() bool { return strings.Contains(v.words("[role=status], [role=alert]"), "restarted") })
			v.until(30*time.Second, "training by the second worker", func() bool { return v.steps() > kept && v.words("#train") == "Pause" })
			if got := chrome.Eval[int](v.Page, `tappedWorkers.length`); got != 2 {
				t.Errorf("there have been %d workers, want 2", got)
			}
		})
	}
}

// TestDivergence trains at a learning rate that cannot go well.
func TestDivergence(t *testing.T) {
	v := open(t, "?shortest=3&longest=4&hidden=48&rate=1")
	v.press("Train")
	v.until(time.Minute, "alarm", func() bool { return v.words("[role=alert]") != "" })
	t.Logf("the page says %q", v.words("[role=alert]"))
	if got := v.words("#train"); got != "Train" {
		t.Errorf("the button says %q, as if training went on", got)
	}
	if !strings.Contains(v.words("[role=alert]"), "back at step 0") {
		t.Error("the page does not say where the model has gone back to")
	}
	v.until(30*time.Second, "last good state", func() bool { return v.steps() == 0 })
	v.press("Step")
	v.until(30*time.Second, "step from there", func() bool { return v.steps() == 1 })
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
