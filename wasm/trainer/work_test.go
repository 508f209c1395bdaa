package trainer

import (
	"strconv"
	"testing"
	"time"

	"unroll/web/wire"
)

// TestPauseIsObeyed measures the longest time between two looks at the messages.
func TestPauseIsObeyed(t *testing.T) {
	r := ready(t)
	r.stepCost = 3 * time.Millisecond
	r.loop.Receive(wire.Run{Input: "abc"})
	r.loop.Receive(wire.Train{})
	for range 1000 {
		before := r.clock
		r.loop.Work()
		if took := r.clock - before; took > 50*time.Millisecond {
			t.Fatalf("Work took %v", took)
		}
	}
	r.loop.Receive(wire.Pause{})
	p := last[wire.Progress](r)
	r.idle()
	if got := r.loop.session.Trained(); got != p.Step || p.Training {
		t.Errorf("paused at %+v, and yet it is at step %d", p, got)
	}
	if s := last[wire.Saved](r); s.Step != p.Step {
		t.Errorf("after Pause at %d, what is kept is step %d", p.Step, s.Step)
	}
}

func TestTheTimeIsShared(t *testing.T) {
	for _, step := range []time.Duration{200 * time.Microsecond, 5 * time.Millisecond, 100 * time.Millisecond} {
		t.Run(step.String(), func(t *testing.T) {
			r := ready(t)
			r.stepCost, r.evaluateCost = step, 300*time.Millisecond
			r.loop.Receive(wire.Run{Input: "abc"})
			r.loop.Receive(wire.Train{})
			r.posted = nil
			start := r.clock
			r.work(time.Minute)
			took := r.clock - start

			if n := len(sent[wire.Progress](r)); n < 300 && step < 50*time.Millisecond || n > 20*60+60 {
				t.Errorf("%d Progress in a minute, want at most 20 a second", n)
			}
			if n := len(sent[wire.Trace](r)); n < 200 || n > 300 {
				t.Errorf("%d traces in a minute, want at most 5 a second", n)
			}
			if n := len(sent[wire.Saved](r)); n < 15 || n > 20 {
				t.Errorf("saved %d times in a minute, want every three seconds", n)
			}
			n := 0
			for _, p := range sent[wire.Progress](r) {
				if p.Evaluation != nil {
					n++
				}
			}
			if n < 10 {
				t.Errorf("evaluated %d times in a minute", n)
			}
			if spent := float64(n) * r.evaluateCost.Seconds() / took.Seconds(); spent > 0.11 {
				t.Errorf("evaluation took %.0f %% of the time", 100*spent)
			}
		})
	}
}

// TestProgressIsTheMeanSinceTheLast: the fake's loss is its step, so means can be checked.
func TestProgressIsTheMeanSinceTheLast(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Train{})
	r.work(3 * time.Second)
	before := 0
	for _, p := range sent[wire.Progress](r) {
		if p.Step == before {
			continue // an evaluation, with the loss that was said before
		}
		if want := float64(before+1+p.Step) / 2; p.Loss != want {
			t.Errorf("from step %d to %d the loss is %v, want %v", before, p.Step, p.Loss, want)
		}
		before = p.Step
	}
	if before < 200 {
		t.Errorf("%d steps of 10 ms in three seconds", before)
	}
}

// At a pace there are so many steps a second, each of which is told of, and the chores are done as ever.
func TestPace(t *testing.T) {
	for _, pace := range []float64{2, 20} {
		r := ready(t)
		r.loop.Receive(wire.Run{Input: "abc"})
		r.loop.Receive(wire.Train{Pace: pace})
		r.posted = nil
		r.work(10 * time.Second)
		steps := r.loop.session.Trained()
		if want := int(10 * pace); steps < want-2 || steps > want+2 {
			t.Errorf("at %v steps a second there are %d in ten seconds", pace, steps)
		}
		told := map[int]bool{}
		for _, p := range sent[wire.Progress](r) {
			told[p.Step] = true
		}
		if len(told) < steps*9/10 {
			t.Errorf("of %d steps, the page hears of %d", steps, len(told))
		}
		if n := len(sent[wire.Trace](r)); n < min(steps, 40)-1 {
			t.Errorf("%d steps are shown by %d traces", steps, n)
		}
		before := steps
		r.loop.Receive(wire.Train{}) // and now as fast as it can
		if r.work(time.Second); r.loop.session.Trained() < before+80 {
			t.Errorf("at full speed, a second has %d steps", r.loop.session.Trained()-before)
		}
	}
}

func TestPausesDoNotCount(t *testing.T) {
	r := ready(t)
	r.evaluateCost, r.saveCost = time.Millisecond, time.Millisecond
	for range 3 {
		r.loop.Receive(wire.Train{})
		r.work(time.Second)
		r.loop.Receive(wire.Pause{})
		r.idle()
		r.clock += time.Hour
	}
	p := last[wire.Progress](r)
	if p.Elapsed < 2.9 || p.Elapsed > 3.2 {
		t.Errorf("three seconds of training with pauses are said to be %v s", p.Elapsed)
	}
	if p.TokensPerSecond < 9500 || p.TokensPerSecond > 10001 {
		t.Errorf("100 tokens every 10 ms are said to be %v a second", p.TokensPerSecond)
	}
}

func TestDivergedGoesBackToTheLastGoodState(t *testing.T) {
	for _, c := range []struct {
		name    string
		diverge int
		good    string // the state to go back to
	}{
		{"at once", 1, "0"},
		{"after an autosave", 500, "3.."},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := ready(t)
			r.diverge = c.diverge
			r.loop.Receive(wire.Run{Input: "abc"})
			r.loop.Receive(wire.Train{})
			r.work(10 * time.Second)
			f := last[wire.Failure](r)
			if f.Reason != wire.Diverged || f.Step != c.diverge || f.Detail == "" {
				t.Fatalf("got %+v", f)
			}
			want := "0"
			if all := sent[wire.Saved](r); len(all) > 0 {
				want = string(all[len(all)-1].Checkpoint)
			}
			if (want == "0") != (c.good == "0") || strconv.Itoa(f.Back) != want {
				t.Errorf("it is back at step %d, want %s", f.Back, want)
			}
			r.idle()
			if p := last[wire.Progress](r); p.Training || p.Step == c.diverge {
				t.Errorf("it holds %+v", p)
			}
			if got := last[wire.Trace](r).Decoded.Run.Trained; got >= c.diverge {
				t.Errorf("the film shows step %d, of a model that is no more", got)
			}
		})
	}
}

func TestDivergedSingleStepSaysOnlyThat(t *testing.T) {
	r := ready(t)
	r.diverge = 1
	r.loop.Receive(wire.Step{})
	if len(r.posted) != 1 || last[wire.Failure](r).Reason != wire.Diverged {
		t.Errorf("posted %+v", r.posted)
	}
}

// TestNoGarbage: what the loop itself adds to a step allocates nothing.
func TestNoGarbage(t *testing.T) {
	r := ready(t)
	r.loop.begin()
	if n := testing.AllocsPerRun(100, func() { r.loop.steps(0) }); n != 0 {
		t.Errorf("%v allocations a step", n)
	}
}
