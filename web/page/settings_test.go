package page

import (
	"testing"

	"unroll/web/setting"
	"unroll/web/wire"
)

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
	l := open(t, "?cell=snn")
	if got := text(l.render()); !contains(got, "Cell: there is no “snn”; “GRU” is used instead.") {
		t.Errorf("the link's problem is not said")
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
	if b.root.Values.Config != dates || b.host.address != "task=dates&hidden=48" || b.root.Course.Origin != Yours {
		t.Errorf("an opened model gives %q", b.host.address)
	}
}

func TestChangingTheTaskBringsItsExample(t *testing.T) {
	b := open(t, "?input=abc&t=2")
	b.ready(10)
	b.trainer.take()
	b.set("setting-task", "change", "dates")
	expect(t, b.trainer.sent, wire.Configure{Config: defaultConfig("dates"), Checkpoint: someModel})
	b.root.Receive(traceOfRun(someRun("abc"))) // of the model that is going
	b.ready(4000)
	if b.root.Player.run != nil {
		t.Error("a stale run is shown")
	}
	if b.host.address != "task=dates" || b.root.Entry.Text != b.root.Entry.example() {
		t.Errorf("link %q, input %q", b.host.address, b.root.Entry.Text)
	}
}
