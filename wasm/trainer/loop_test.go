package trainer

import (
	"math"
	"reflect"
	"testing"
	"time"

	"unroll/core/decode"
	"unroll/web/wire"
)

func TestConfigureIsAnsweredAndJudged(t *testing.T) {
	r := newRig(t)
	r.loop.Receive(wire.Configure{Config: config})
	want := wire.Ready{Config: config, Parameters: 7, Kernel: "fake", Example: "abc", Trains: true}
	if got := last[wire.Ready](r); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	r.idle()
	p := last[wire.Progress](r)
	if p.Evaluation == nil || p.Evaluation.Step != 0 || p.Training {
		t.Errorf("after Ready comes %+v, want an evaluation of the model as it stands", p)
	}
	if !math.IsNaN(p.Loss) {
		t.Errorf("before the first step the loss is said to be %v", p.Loss)
	}
	if n := len(sent[wire.Saved](r)); n != 0 {
		t.Errorf("a model that has not moved was saved %d times", n)
	}
}

func TestConfigureGoesOnFromACheckpoint(t *testing.T) {
	r := newRig(t)
	r.loop.Receive(wire.Configure{Config: config, Checkpoint: []byte("120")})
	if got := last[wire.Ready](r).Trained; got != 120 {
		t.Errorf("%d steps trained, want 120", got)
	}
}

func TestWhatCannotBeTakenLeavesAllAsItWas(t *testing.T) {
	other := config
	other.Seed++
	for _, c := range []struct {
		name   string
		sent   wire.Message
		reason wire.Reason
	}{
		{"settings that do not go together", wire.Configure{}, wire.BadConfig},
		{"a damaged checkpoint", wire.Load{Checkpoint: []byte("?")}, wire.BadCheckpoint},
		{"a damaged checkpoint with settings", wire.Configure{Config: config, Checkpoint: []byte("?")}, wire.BadCheckpoint},
		{"another configuration's checkpoint", wire.Configure{Config: other, Checkpoint: []byte("5")}, wire.BadCheckpoint},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := ready(t)
			r.loop.Receive(wire.Train{})
			r.work(time.Second)
			steps := last[wire.Progress](r).Step
			r.loop.Receive(c.sent)
			f := last[wire.Failure](r)
			if f.Reason != c.reason || f.Detail == "" {
				t.Errorf("got %+v, want reason %d and a detail", f, c.reason)
			}
			r.work(time.Second)
			if p := last[wire.Progress](r); p.Step <= steps || !p.Training {
				t.Errorf("training did not go on: %+v", p)
			}
		})
	}
}

func TestBeforeConfigureNothingHappens(t *testing.T) {
	r := newRig(t)
	for _, m := range []wire.Message{wire.Train{}, wire.Step{}, wire.Pause{}, wire.Run{Input: "abc"}, wire.Reset{}, wire.Save{}} {
		r.loop.Receive(m)
		if _, again := r.loop.Work(); again || len(r.posted) > 0 {
			t.Errorf("%T without a model: %+v", m, r.posted)
		}
	}
}

func TestStepTakesOne(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Step{})
	p := last[wire.Progress](r)
	if p.Step != 1 || p.Loss != 1 || p.Training || p.Elapsed != 0.01 {
		t.Errorf("got %+v, want one step of 10 ms", p)
	}
	r.idle()
	if got := last[wire.Progress](r); got.Evaluation == nil || got.Evaluation.Step != 1 || got.Loss != 1 {
		t.Errorf("got %+v, want an evaluation at step 1 and the same loss", got)
	}
	if got := last[wire.Saved](r); got.Step != 1 || string(got.Checkpoint) != "1" {
		t.Errorf("saved %+v", got)
	}
}

func TestStepEndsTraining(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Train{})
	r.work(100 * time.Millisecond)
	r.loop.Receive(wire.Step{})
	n := last[wire.Progress](r).Step
	r.idle()
	if p := last[wire.Progress](r); p.Step != n || p.Training {
		t.Errorf("after Step at %d: %+v", n, p)
	}
}

func TestResetBeginsAnew(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Run{Input: "abc"})
	r.loop.Receive(wire.Train{})
	r.work(time.Second)
	r.posted = nil
	r.loop.Receive(wire.Reset{})
	if got := last[wire.Ready](r); got.Trained != 0 || got.Config != config {
		t.Errorf("got %+v", got)
	}
	r.idle()
	if p := last[wire.Progress](r); p.Step != 0 || p.Training || p.Elapsed != 0 || !math.IsNaN(p.Loss) {
		t.Errorf("after Reset: %+v", p)
	}
	if got := last[wire.Trace](r).Decoded.Run; got.Trained != 0 || got.Input != "abc" {
		t.Errorf("the film shows %+v, want abc through the fresh model", got)
	}
	if got := last[wire.Saved](r); got.Step != 0 {
		t.Errorf("what is kept for the next visit is step %d", got.Step)
	}
}

func TestRunShowsTheInputAgainWhenTheModelHasMoved(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Run{Input: "abc"})
	if got := last[wire.Trace](r).Decoded.Run; got.Input != "abc" || got.Trained != 0 {
		t.Fatalf("got %+v", got)
	}
	r.idle()
	if n := len(sent[wire.Trace](r)); n != 1 {
		t.Errorf("%d traces of a model that did not move, want 1", n)
	}
	r.loop.Receive(wire.Train{})
	r.work(2 * time.Second)
	r.loop.Receive(wire.Pause{})
	r.idle()
	all := sent[wire.Trace](r)
	if n := len(all) - 1; n < 8 || n > 11 {
		t.Errorf("%d traces in two seconds of training, want about ten", n)
	}
	if got, want := all[len(all)-1].Decoded.Run.Trained, last[wire.Progress](r).Step; got != want {
		t.Errorf("at rest the film shows step %d of %d", got, want)
	}
}

func TestRefusedInputLeavesTheOneBefore(t *testing.T) {
	for _, c := range []struct {
		input string
		want  wire.Failure
	}{
		{"?", wire.Failure{Reason: wire.UnknownToken, Token: "?"}},
		{"abcdefghijk", wire.Failure{Reason: wire.TooLong, Limit: 10}},
		{"", wire.Failure{Reason: wire.Empty}},
	} {
		r := ready(t)
		r.loop.Receive(wire.Run{Input: "abc"})
		r.loop.Receive(wire.Run{Input: c.input})
		got := last[wire.Failure](r)
		if got.Reason != c.want.Reason || got.Token != c.want.Token || got.Limit != c.want.Limit || got.Detail == "" {
			t.Errorf("%q gives %+v, want %+v", c.input, got, c.want)
		}
		r.loop.Receive(wire.Step{})
		r.idle()
		if got := last[wire.Trace](r).Decoded.Run; got.Input != "abc" || got.Trained != 1 {
			t.Errorf("after %q the film shows %+v", c.input, got)
		}
	}
}

func TestSaveAndLoad(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Train{})
	r.work(time.Second)
	r.loop.Receive(wire.Save{})
	s := last[wire.Saved](r)
	if s.Step == 0 || s.Step != r.loop.session.Trained() {
		t.Fatalf("saved %+v at step %d", s, r.loop.session.Trained())
	}
	r.work(time.Second)
	r.posted = nil
	r.loop.Receive(wire.Load{Checkpoint: s.Checkpoint})
	if got := last[wire.Ready](r).Trained; got != s.Step {
		t.Errorf("loaded a model of %d steps, want %d", got, s.Step)
	}
	r.idle()
	if p := last[wire.Progress](r); p.Training || p.Evaluation == nil || p.Step != s.Step {
		t.Errorf("after Load: %+v", p)
	}
	if got := last[wire.Saved](r); got.Step != s.Step {
		t.Errorf("what is kept for the next visit is step %d", got.Step)
	}
}

// A single step is told all about; a stretch of training is not.
func TestStepIsOpenedUp(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Step{})
	if got := last[wire.Update](r).Update; got.Step != 1 {
		t.Errorf("step %d was opened up", got.Step)
	}
	r.loop.Receive(wire.Train{})
	r.work(time.Second)
	if n := len(sent[wire.Update](r)); n != 1 {
		t.Errorf("%d steps were opened up", n)
	}
}

// What is asked for of an input is asked for again when the model has moved on.
func TestRunIsRememberedWhole(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Run{Input: "abc", Decode: decode.Options{Method: "beam"}, Pick: 2})
	r.loop.Receive(wire.Step{})
	r.idle()
	if got := last[wire.Trace](r).Decoded; got.Run.Decoding != "beam" || got.Picked != 2 || got.Run.Trained != 1 {
		t.Errorf("after a step the film shows %+v", got.Run)
	}
	r.loop.Receive(wire.Run{Input: "abc", Target: "cba"})
	if got := last[wire.Trace](r); got.Decoded.Run.Decoding != "forced" || got.Target != "cba" {
		t.Errorf("forced to say cba, it is %+v", got)
	}
	r.loop.Receive(wire.Run{Input: "abc", Target: "?"})
	if got := last[wire.Failure](r); !got.Target || got.Reason != wire.UnknownToken {
		t.Errorf("a target that is refused gives %+v", got)
	}
}

func TestCompactSaveIsNoStateToGoBackTo(t *testing.T) {
	r := ready(t)
	r.loop.Receive(wire.Save{Compact: true})
	if got := last[wire.Saved](r); !got.Compact || string(got.Checkpoint) != "w0" {
		t.Errorf("got %+v", got)
	}
	r.diverge = 1
	r.loop.Receive(wire.Step{})
	if got := last[wire.Failure](r); got.Reason != wire.Diverged || got.Back != 0 {
		t.Errorf("got %+v", got)
	}
}

// A model whose corpus is elsewhere can be run, and says why it is not trained.
func TestWithoutItsCorpusNothingTrains(t *testing.T) {
	r := newRig(t)
	r.loop.Receive(wire.Load{Checkpoint: []byte("5"), Data: []byte("elsewhere")})
	if last[wire.Ready](r).Trains {
		t.Error("it is said to train")
	}
	for _, m := range []wire.Message{wire.Train{}, wire.Step{}} {
		r.posted = nil
		r.loop.Receive(m)
		if got := last[wire.Failure](r); got.Reason != wire.NoCorpus {
			t.Errorf("%T gives %+v", m, got)
		}
	}
	r.idle()
	r.loop.Receive(wire.Run{Input: "abc"})
	if got := last[wire.Trace](r).Decoded.Run; got.Trained != 5 {
		t.Errorf("got %+v", got)
	}
	r.loop.Receive(wire.Reset{})
	if f := sent[wire.Ready](r); len(f) != 1 {
		t.Errorf("after Reset: %+v", f)
	}
}
