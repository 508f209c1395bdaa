package page

import (
	"testing"

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
	b.root.Receive(traceOfRun(someRun("unroll")))
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
	expect(t, b.trainer.take(), b.root.Values.Run("3 May 2021", 0))
	b.root.Receive(traceOfRun(someRun("3 May 2021")))
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
		b.root.Receive(wire.Ready{Config: b.root.Values.Config, Trained: 120})
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

func TestInput(t *testing.T) {
	b := open(t, "")
	b.ready(10)
	b.trainer.take()
	b.set("input", "input", "ab")
	b.set("input", "input", "abc")
	b.host.wait()
	expect(t, b.trainer.take(), b.root.Values.Run("abc", 0))
	if b.host.address != "input=abc" {
		t.Errorf("the link says %q", b.host.address)
	}
	b.root.Receive(traceOfRun(someRun("ab"))) // late
	if b.root.Player.run != nil {
		t.Error("the film shows an input that is no longer asked for")
	}
	b.root.Receive(traceOfRun(someRun("abc")))
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
	b.root.Receive(wire.Ready{Config: b.root.Values.Config})
	expect(t, b.trainer.take(), b.root.Values.Run(b.root.Entry.example(), 0))
	field := b.byID("input")
	if get(field, "value") != "<img onerror=x>" {
		t.Errorf("the field shows %q", get(field, "value"))
	}
	if search(b.render(), func(n *htmlNode) bool { return n.Data == "img" }) != nil {
		t.Error("foreign text became markup")
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
