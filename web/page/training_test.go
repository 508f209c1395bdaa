package page

import (
	"testing"

	"unroll/core/train"
	"unroll/web/wire"
)

func TestTrainProgressPause(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.trainer.take()

	b.fire("train", "click", nil)
	expect(t, b.trainer.take(), wire.Train{})
	if got := text(b.byID("train")); got != "Pause" {
		t.Errorf("the button says %q while it trains", got)
	}
	b.root.Receive(wire.Progress{Step: 0, Training: false}) // was under way
	if !b.root.Course.Training {
		t.Error("an old report unpresses the button")
	}
	for step := 1; step <= 1000; step++ {
		b.root.Receive(wire.Progress{Step: step, Loss: 3 / float64(step), TokensPerSecond: 4321, Elapsed: 65, Training: true,
			Evaluation: &train.Evaluation{Step: step, Report: report(4, 1, 0.5), Samples: []train.Sample{{Source: "ab", Target: "ba", Output: "ba", Right: true}}}})
	}
	if n := len(b.root.Course.Loss.Points()); n > historyLimit || n < historyLimit/4 {
		t.Errorf("the curve has %d points", n)
	}
	page := text(b.render())
	for _, want := range []string{"1,000", "0.003", "4,321", "1:05", "25.0 %", "50.0 %", "✓ right"} {
		if !contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	b.fire("train", "click", nil)
	expect(t, b.trainer.take(), wire.Pause{})
	if got := text(b.byID("train")); got != "Train" {
		t.Errorf("the button says %q after Pause", got)
	}
	b.fire("step", "click", nil)
	expect(t, b.trainer.take(), wire.Pause{}, wire.Step{})
	b.fire("reset", "click", nil)
	expect(t, b.trainer.take(), wire.Reset{})
	b.root.Receive(wire.Progress{Step: 1001, Loss: 1}) // of the model that is gone
	b.root.Receive(wire.Ready{Config: b.root.Values.Config})
	if c := &b.root.Course; len(c.Loss.Points()) != 0 || c.Origin != Fresh || c.Progress.Step != 0 {
		t.Errorf("Reset leaves %+v", c.Progress)
	}
}

func TestTrainFromScratch(t *testing.T) {
	b := open(t, "")
	b.ready(3000)
	b.trainer.take()
	b.fire("scratch", "click", nil)
	expect(t, b.trainer.take(), wire.Configure{Config: defaultConfig("reverse")})
	b.root.Receive(wire.Ready{Config: defaultConfig("reverse"), Example: "unroll"})
	expect(t, b.trainer.take(), b.root.Values.Run(b.root.Entry.example(), 0), wire.Train{})
	if !b.root.HasPretrained() {
		t.Fatal("there is no way back to the trained model")
	}
	b.fire("pretrained", "click", nil)
	expect(t, b.trainer.take(), wire.Configure{Config: defaultConfig("reverse"), Checkpoint: someModel})
}

// A run that diverges has gone back by itself; the page says so and offers no way to where it is.
func TestDivergedIsBackAtTheLastGoodState(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.fire("train", "click", nil)
	b.root.Receive(wire.Progress{Step: 7, Loss: 2, Training: true})
	b.trainer.take()
	b.root.Receive(wire.Failure{Reason: wire.Diverged, Step: 8, Back: 6})
	if b.root.Course.Training {
		t.Error("the button still says that it trains")
	}
	if alert := search(b.render(), withRole("alert")); !contains(text(alert), "diverged at step 8") || !contains(text(alert), "back at step 6") {
		t.Errorf("the alert says %q", text(alert))
	}
	b.root.Receive(wire.Progress{Step: 6, Loss: 2})
	if b.root.Course.Progress.Step != 6 || len(b.root.Course.Loss.Points()) != 1 {
		t.Errorf("after going back: step %d, %d points", b.root.Course.Progress.Step, len(b.root.Course.Loss.Points()))
	}
	b.fire("dismiss", "click", nil)
	if b.root.Notice.Code != Silence {
		t.Error("the alarm stays")
	}
}

func TestTrainWhileTheModelIsMade(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.trainer.take()
	b.fire("reset", "click", nil)
	b.fire("train", "click", nil)
	b.trainer.take()
	b.root.Receive(wire.Ready{Config: b.root.Values.Config})
	expect(t, b.trainer.take(), b.root.Values.Run(b.root.Entry.example(), 0), wire.Train{})
}

func TestCrashIsSaid(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.fire("reset", "click", nil) // its answer never comes
	b.root.Receive(wire.Failure{Reason: wire.Crashed, Step: 40})
	b.trainer.take()
	b.root.Receive(wire.Ready{Config: b.root.Values.Config, Trained: 40})
	if !contains(text(b.render()), "restarted from step 40") {
		t.Error("the page does not say that the trainer was restarted")
	}
	expect(t, b.trainer.take(), b.root.Values.Run(b.root.Entry.example(), 0))
	b.root.Receive(wire.Failure{Reason: wire.Lost, Step: 40})
	if words := text(b.render()); !contains(words, "is off now") || !contains(words, "Step 40 is kept") {
		t.Error("the page does not say that the trainer was given up")
	}
}
