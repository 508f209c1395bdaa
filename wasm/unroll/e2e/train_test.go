package e2e

import (
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
)

// short is a task that is learnt in half a minute.
const short = "?shortest=3&longest=4&hidden=48&rate=0.005"

// TestTrain is the main thing: a model that knows nothing learns, and the reader sees how.
func TestTrain(t *testing.T) {
	v := open(t, short)
	if before := v.judged(); before > 10 {
		t.Fatalf("a model of random weights gets %v %% right", before)
	}
	samples, film, curve := v.words("td"), v.picture(), v.words(".curve-chart svg")
	right := v.right()

	v.press("Train")
	v.until(30*time.Second, "button called Pause", func() bool { return v.words("#train") == "Pause" })
	start, shown := time.Now(), -1.0
	v.until(4*time.Minute, "accuracy of 90 %", func() bool {
		if x := v.exact(); x != shown {
			shown = x
			t.Logf("after %5.1f s and %4d steps %5.1f %% are wholly right", time.Since(start).Seconds(), v.steps(), x)
		}
		return shown >= 90
	})
	v.press("Pause")
	v.until(20*time.Second, "rest", v.rests)

	if v.words("td") == samples {
		t.Error("the samples are the same as before training")
	}
	if got := v.right(); got <= right {
		t.Errorf("%d of the shown samples are right, and %d were before training", got, right)
	}
	if v.picture() == film {
		t.Error("the film shows the model as it was before training")
	}
	if v.words(".curve-chart svg") == curve {
		t.Error("the curves have not moved")
	}
	if rate := v.figure("Tokens per second"); !strings.ContainsAny(rate, "123456789") {
		t.Errorf("the tokens per second are said to be %q", rate)
	}
}

// rests is whether the step count stands still.
func (v *view) rests() bool {
	n := v.steps()
	time.Sleep(500 * time.Millisecond)
	return v.steps() == n && v.words("#train") == "Train"
}

// right counts the samples in the table that are right.
func (v *view) right() int {
	v.t.Helper()
	return chrome.Eval[int](v.Page, `[...document.querySelectorAll('.sample-table-verdict')].filter(e => e.textContent.includes('right')).length`)
}

func TestStepPauseReset(t *testing.T) {
	v := open(t, short)
	for want := 1; want <= 3; want++ {
		v.press("Step")
		v.until(30*time.Second, "step more", func() bool { return v.steps() == want })
	}
	v.Frames(20)
	if got := v.steps(); got != 3 {
		t.Errorf("three presses of Step made %d steps", got)
	}

	v.press("Train")
	v.until(20*time.Second, "training", func() bool { return v.steps() > 10 })
	v.press("Pause")
	pressed := time.Now()
	last := v.steps()
	for n := last; time.Since(pressed) < time.Second; n = v.steps() {
		if n > last {
			t.Logf("step %d came %v after Pause was pressed", n, time.Since(pressed).Round(time.Millisecond))
			last = n
		}
	}
	if !v.rests() {
		t.Error("training goes on a second after Pause")
	}

	v.press("Reset")
	v.until(30*time.Second, "step 0", func() bool { return v.steps() == 0 })
	if loss := v.figure("Loss"); loss != "–" {
		t.Errorf("a model that has taken no step has a loss of %s", loss)
	}
	if x := v.judged(); x > 10 {
		t.Errorf("fresh weights get %v %% right", x)
	}
}
