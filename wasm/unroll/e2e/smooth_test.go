package e2e

import (
	"slices"
	"testing"
	"time"
)

// coarse is far above the 50 ms that a task of the main thread may take, which a busy machine without
// a graphics card exceeds by its own painting. An evaluation or a batch of training steps in the page
// itself would exceed it too.
const coarse = 150 * time.Millisecond

// TestNoLongTasks trains with the film playing and looks for long tasks of the main thread. What a
// quiet machine shows is in the log; the best of three stretches must at least not be coarse.
func TestNoLongTasks(t *testing.T) {
	v := open(t, "?shortest=3&longest=6&seed=3")
	v.press("Train")
	v.until(30*time.Second, "training", func() bool { return v.steps() > 5 })
	if !v.playing() {
		v.press("Play")
	}
	best := time.Hour
	for range 3 {
		v.ForgetLongTasks()
		time.Sleep(5 * time.Second)
		long := v.LongTasks()
		longest := time.Duration(0)
		if len(long) > 0 {
			longest = slices.Max(long)
		}
		t.Logf("in five seconds of training %d tasks took above 50 ms, the longest %v", len(long), longest)
		if best = min(best, longest); best == 0 {
			return
		}
	}
	if best > coarse {
		t.Errorf("in each of three stretches of five seconds a task blocked the page for %v or longer", best)
	}
}
