package page

import (
	"testing"

	"unroll/core/train"
	"unroll/web/setting"
	"unroll/web/wire"
)

func expect(t *testing.T, got []wire.Message, want ...wire.Message) {
	t.Helper()
	if len(got) != len(want) {
		t.Fatalf("sent %d messages %T, want %d %T", len(got), got, len(want), want)
	}
	for i := range want {
		if string(wire.Encode(got[i])) != string(wire.Encode(want[i])) {
			t.Errorf("message %d is %#v, want %#v", i, got[i], want[i])
		}
	}
}

func TestBareLinkShowsThePretrainedModel(t *testing.T) {
	b := open(t, "")
	expect(t, b.trainer.sent, wire.Configure{Config: defaultConfig("reverse"), Checkpoint: someModel})
	b.ready(3000)
	b.trainer.take()
	b.root.Receive(wire.Trace{Run: someRun("unroll")})
	if b.root.Course.Origin != Pretrained {
		t.Error("the model on screen is not said to be the delivered one")
	}
	if !b.root.Player.Playing {
		t.Error("the first film does not play")
	}
	if b.host.address != "" {
		t.Errorf("the bare link became %q", b.host.address)
	}
}

func TestLinkWithOtherSettingsGetsFreshWeights(t *testing.T) {
	b := open(t, "?task=dates&cell=lstm&t=2.5&input=3+May+2021")
	want := defaultConfig("dates")
	want.Cell = "lstm"
	expect(t, b.trainer.take(), wire.Configure{Config: want})
	b.ready(0)
	expect(t, b.trainer.take(), wire.Run{Input: "3 May 2021"})
	b.root.Receive(wire.Trace{Run: someRun("3 May 2021")})
	b.render()
	if p := &b.root.Player; p.Playing || p.T != 2.5 {
		t.Errorf("a link to a moment plays %v at %v", p.Playing, p.T)
	}
}

func TestEarlierVisitGoesOn(t *testing.T) {
	kept := func(h *fakeHost) { h.keptQuery, h.kept = "cell=lstm&input=abc&t=3", []byte("kept") }
	config := defaultConfig("reverse")
	config.Cell = "lstm"
	for query, want := range map[string]wire.Message{
		"":          wire.Configure{Config: config, Checkpoint: []byte("kept")},
		"cell=lstm": wire.Configure{Config: config, Checkpoint: []byte("kept")},
		"seed=7": func() wire.Message {
			c := defaultConfig("reverse")
			c.Seed = 7
			return wire.Configure{Config: c}
		}(),
	} {
		b := open(t, query, kept)
		expect(t, b.trainer.take(), want)
		b.root.Receive(wire.Ready{Config: b.root.Values.Config(), Trained: 120})
		said := b.root.Notice.Code == Continued
		if said != (query != "seed=7") {
			t.Errorf("%q: the reader is told %d", query, b.root.Notice.Code)
		}
		if query == "" && b.root.Values.Input != "abc" {
			t.Error("the input of the earlier visit is lost")
		}
	}
	// What was kept is damaged.
	b := open(t, "", kept)
	b.trainer.take()
	b.root.Receive(wire.Failure{Reason: wire.BadCheckpoint})
	expect(t, b.trainer.take(), wire.Configure{Config: config})
}

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
			Evaluation: &train.Evaluation{Step: step, Count: 4, Exact: 1, TokenAccuracy: 0.5, Samples: []train.Sample{{Source: "ab", Target: "ba", Output: "ba", Right: true}}}})
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
	b.root.Receive(wire.Ready{Config: b.root.Values.Config()})
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
	expect(t, b.trainer.take(), wire.Run{Input: b.root.Entry.example()}, wire.Train{})
	if !b.root.HasPretrained() {
		t.Fatal("there is no way back to the trained model")
	}
	b.fire("pretrained", "click", nil)
	expect(t, b.trainer.take(), wire.Configure{Config: defaultConfig("reverse"), Checkpoint: someModel})
}

func TestDivergedOffersTheLastGoodState(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.fire("train", "click", nil)
	b.root.Receive(wire.Progress{Step: 7, Loss: 2, Training: true})
	b.trainer.take()
	b.root.Receive(wire.Failure{Reason: wire.Diverged, Step: 8, Good: []byte("good")})
	if b.root.Course.Training {
		t.Error("the button still says that it trains")
	}
	page := b.render()
	if alert := search(page, withRole("alert")); !contains(text(alert), "diverged at step 8") {
		t.Errorf("the alert says %q", text(alert))
	}
	b.fire("go-back", "click", nil)
	if b.host.tick(0); b.host.focused != "train" {
		t.Error("the focus goes with the button")
	}
	expect(t, b.trainer.take(), wire.Load{Checkpoint: []byte("good")})
	b.root.Receive(wire.Ready{Config: b.root.Values.Config(), Trained: 6})
	if b.root.Notice.Code != Silence || b.root.Course.Progress.Step != 6 || len(b.root.Course.Loss.Points()) != 1 {
		t.Errorf("after going back: notice %d, step %d, %d points", b.root.Notice.Code, b.root.Course.Progress.Step, len(b.root.Course.Loss.Points()))
	}
}

func TestTrainWhileTheModelIsMade(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.trainer.take()
	b.fire("reset", "click", nil)
	b.fire("train", "click", nil)
	b.trainer.take()
	b.root.Receive(wire.Ready{Config: b.root.Values.Config()})
	expect(t, b.trainer.take(), wire.Run{Input: b.root.Entry.example()}, wire.Train{})
}

func TestCrashIsSaid(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.fire("reset", "click", nil) // its answer never comes
	b.root.Receive(wire.Failure{Reason: wire.Crashed, Step: 40})
	b.trainer.take()
	b.root.Receive(wire.Ready{Config: b.root.Values.Config(), Trained: 40})
	if !contains(text(b.render()), "restarted from step 40") {
		t.Error("the page does not say that the trainer was restarted")
	}
	expect(t, b.trainer.take(), wire.Run{Input: b.root.Entry.example()})
}

func TestSettingsWaitForATrainedModel(t *testing.T) {
	b := open(t, "")
	b.ready(3000)
	b.trainer.take()

	// Nothing of the reader's is lost yet: at once.
	b.set("setting-cell", "change", "lstm")
	lstm := defaultConfig("reverse")
	lstm.Cell = "lstm"
	expect(t, b.trainer.take(), wire.Configure{Config: lstm})
	b.root.Receive(wire.Ready{Config: lstm})
	if b.host.address != "cell=lstm" {
		t.Errorf("the link says %q", b.host.address)
	}
	b.trainer.take()

	// Now there is something to lose.
	b.root.Receive(wire.Progress{Step: 1, Loss: 3, Training: true})
	b.set("setting-hidden", "change", "96")
	expect(t, b.trainer.take())
	if !b.root.IsStaged() || b.root.Values.Hidden != 64 {
		t.Fatal("the panel does not wait")
	}
	b.fire("undo", "click", nil)
	if b.root.IsStaged() {
		t.Fatal("Undo leaves the panel as it was")
	}
	b.set("setting-hidden", "change", "96")
	b.fire("apply", "click", nil)
	lstm.Hidden = 96
	expect(t, b.trainer.take(), wire.Configure{Config: lstm})

	// The trainer refuses: the model before stays.
	b.root.Receive(wire.Failure{Reason: wire.BadConfig})
	if b.root.Values.Hidden != 64 || b.root.Notice.Code != BadConfig {
		t.Errorf("a refusal leaves hidden %d and notice %d", b.root.Values.Hidden, b.root.Notice.Code)
	}
}

func TestSettingProblemsAreSentences(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.set("setting-hidden", "change", "5000")
	want := "Hidden size: 5000 is above the most, 512; 512 is used instead."
	if got := text(b.byID("setting-hidden-problem")); got != want {
		t.Errorf("beside the field: %q, want %q", got, want)
	}
	if get(b.byID("setting-hidden"), "aria-invalid") != "true" {
		t.Error("the field is not marked as invalid")
	}
	b.ready(0)
	if got := text(b.byID("setting-hidden-problem")); got != want {
		t.Errorf("after the model was made: %q", got)
	}
	b.set("setting-hidden", "change", "32")
	if got := text(b.byID("setting-hidden-problem")); got != "" {
		t.Errorf("after it was set right: %q", got)
	}
	l := open(t, "?cell=rnn")
	if got := text(l.render()); !contains(got, "Cell: there is no “rnn”; “GRU” is used instead.") {
		t.Errorf("the link's problem is not said")
	}
}

func TestInput(t *testing.T) {
	b := open(t, "")
	b.ready(10)
	b.trainer.take()
	b.set("input", "input", "ab")
	b.set("input", "input", "abc")
	b.host.wait()
	expect(t, b.trainer.take(), wire.Run{Input: "abc"})
	if b.host.address != "input=abc" {
		t.Errorf("the link says %q", b.host.address)
	}
	b.root.Receive(wire.Trace{Run: someRun("ab")}) // late
	if b.root.Player.run != nil {
		t.Error("the film shows an input that is no longer asked for")
	}
	b.root.Receive(wire.Trace{Run: someRun("abc")})
	film := b.root.Player.run

	b.set("input", "input", "ab7")
	b.host.wait()
	expect(t, b.trainer.take())
	if got := text(b.byID("input-problem")); !contains(got, "“7”") {
		t.Errorf("an unknown token is refused with %q", got)
	}
	if b.root.Player.run != film {
		t.Error("the film before is gone")
	}
	b.set("input", "input", "abcdefghijklmnopqrstuvwxyz")
	if got := text(b.byID("input-problem")); !contains(got, "26 tokens") || !contains(got, "10") {
		t.Errorf("too long an input is refused with %q", got)
	}
	b.set("input", "input", " ")
	if got := text(b.byID("input-problem")); !contains(got, "Type something") {
		t.Errorf("no input is refused with %q", got)
	}
}

func TestLinkWithAnInputThatCannotBeRead(t *testing.T) {
	b := open(t, "?input=%3Cimg+onerror%3Dx%3E")
	b.trainer.take()
	b.root.Receive(wire.Ready{Config: b.root.Values.Config()})
	expect(t, b.trainer.take(), wire.Run{Input: b.root.Entry.example()})
	field := b.byID("input")
	if get(field, "value") != "<img onerror=x>" {
		t.Errorf("the field shows %q", get(field, "value"))
	}
	if search(b.render(), func(n *htmlNode) bool { return n.Data == "img" }) != nil {
		t.Error("foreign text became markup")
	}
}

func TestSaveAndOpen(t *testing.T) {
	b := open(t, "")
	b.ready(12)
	b.trainer.take()
	b.root.Receive(wire.Saved{Step: 5, Checkpoint: []byte("snapshot")}) // the supervisor's own
	if len(b.host.downloads) != 0 {
		t.Fatal("a snapshot was handed to the reader")
	}
	b.fire("save", "click", nil)
	expect(t, b.trainer.take(), wire.Save{})
	b.root.Receive(wire.Saved{Step: 12, Checkpoint: []byte("mine")})
	if d := b.host.downloads; len(d) != 1 || d[0].name != "unroll-reverse-12.safetensors" || string(d[0].data) != "mine" {
		t.Errorf("downloads: %v", d)
	}

	b.host.file = []byte("theirs")
	b.fire("open", "click", nil)
	expect(t, b.trainer.take(), wire.Load{Checkpoint: []byte("theirs")})
	b.root.Receive(wire.Failure{Reason: wire.BadCheckpoint})
	if b.root.Notice.Code != BadCheckpoint || b.root.Values != setting.Default("reverse") {
		t.Error("a refused file changes something")
	}
	b.fire("open", "click", nil)
	b.trainer.take()
	dates := defaultConfig("dates")
	dates.Hidden = 48
	b.root.Receive(wire.Ready{Config: dates, Trained: 900})
	if b.root.Values.Config() != dates || b.host.address != "task=dates&hidden=48" || b.root.Course.Origin != Yours {
		t.Errorf("an opened model gives %q", b.host.address)
	}
}

func TestChangingTheTaskBringsItsExample(t *testing.T) {
	b := open(t, "?input=abc&t=2")
	b.ready(10)
	b.trainer.take()
	b.set("setting-task", "change", "dates")
	expect(t, b.trainer.sent, wire.Configure{Config: defaultConfig("dates"), Checkpoint: someModel})
	b.root.Receive(wire.Trace{Run: someRun("abc")}) // of the model that is going
	b.ready(4000)
	if b.root.Player.run != nil {
		t.Error("a stale run is shown")
	}
	if b.host.address != "task=dates" || b.root.Entry.Text != b.root.Entry.example() {
		t.Errorf("link %q, input %q", b.host.address, b.root.Entry.Text)
	}
}

func TestLateDownloadIsNotTaken(t *testing.T) {
	b := open(t, "", func(h *fakeHost) { h.downloaded = func() {} })
	expect(t, b.trainer.take())
	b.root.HandleScratch(nil)
	expect(t, b.trainer.take(), wire.Configure{Config: defaultConfig("reverse")})
	b.host.downloaded()
	expect(t, b.trainer.take())
}

func TestWithoutThePretrainedModel(t *testing.T) {
	b := open(t, "", func(h *fakeHost) { h.pretrained = nil })
	expect(t, b.trainer.take(), wire.Configure{Config: defaultConfig("reverse")})
	b.ready(0)
	if b.root.Notice.Code != NoPretrained {
		t.Error("the page does not say that the trained model is missing")
	}
	// One that the trainer refuses is as good as none.
	b = open(t, "")
	b.trainer.take()
	b.root.Receive(wire.Failure{Reason: wire.BadCheckpoint})
	expect(t, b.trainer.take(), wire.Configure{Config: defaultConfig("reverse")})
}

func TestLanguage(t *testing.T) {
	b := open(t, "", func(h *fakeHost) { h.language = "pt-BR" })
	if b.root.Text.Tag != "pt" || !contains(b.host.document, "pt Unroll") {
		t.Errorf("a Portuguese browser gets %q", b.host.document)
	}
	b.ready(0)
	b.set("language", "change", "en")
	if b.root.Text.Tag != "en" || b.host.address != "lang=en" {
		t.Errorf("after the switch: %s, %q", b.root.Text.Tag, b.host.address)
	}
	b.set("language", "change", "pt")
	if b.host.address != "" {
		t.Errorf("back to the browser's own: %q", b.host.address)
	}
}
