package page

import (
	"bytes"
	"strings"
	"testing"

	"unroll/web/wire"
)

func TestArmourIsBase64URL(t *testing.T) {
	// From RFC 4648, § 10, without the padding, and one for the two characters that the URL's alphabet changes.
	for plain, want := range map[string]string{"": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "\xfb\xef\xff": "--__"} {
		if got := armour([]byte(plain)); got != want {
			t.Errorf("%q is armoured as %q, want %q", plain, got, want)
		}
	}
	for _, bad := range []string{"Z", "Zh", "Zm9=", "Zm+v", "Zm9v\n", "é"} {
		if b, ok := unarmour(bad); ok {
			t.Errorf("%q is taken for %q", bad, b)
		}
	}
}

func TestCutModel(t *testing.T) {
	for _, c := range []struct{ fragment, rest, model string }{
		{"", "", ""},
		{"#film-stage", "#film-stage", ""},
		{"#model=Zm9v", "", "foo"},
		{"#a&model=Zm9v", "#a", "foo"},
		{"#model=Zm9v#?secret=1", "#?secret=1", "foo"},
		{"#supermodel=Zm9v", "#supermodel=Zm9v", ""},
	} {
		rest, model, err := cutModel(c.fragment)
		if rest != c.rest || string(model) != c.model || err != nil {
			t.Errorf("of %q: rest %q, model %q, %v; want %q and %q", c.fragment, rest, model, err, c.rest, c.model)
		}
	}
	for _, bad := range []string{"#model=", "#model=%41", "#model=" + strings.Repeat("A", longestLink+1)} {
		if _, model, err := cutModel(bad); err == nil || model != nil {
			t.Errorf("%.20q gives a model of %d bytes", bad, len(model))
		}
	}
}

// FuzzCutModel holds what a link can ask for within its bounds, and each model to a single spelling.
func FuzzCutModel(f *testing.F) {
	for _, seed := range []string{"#model=Zm9v", "#model=Zm9v#?x", "#a&model=__--", "#model=Z", "model=model=", "#?&model="} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, fragment string) {
		rest, model, err := cutModel(fragment)
		if len(rest) > len(fragment) || len(model) > len(fragment) {
			t.Fatalf("%q grows to %q and %d bytes", fragment, rest, len(model))
		}
		switch {
		case err != nil && model != nil:
			t.Fatalf("%q is damaged and has a model", fragment)
		case err == nil && model == nil && rest != fragment:
			t.Fatalf("%q has no model and becomes %q", fragment, rest)
		case model != nil && !strings.Contains(fragment, modelMark+armour(model)):
			t.Fatalf("%q is taken for %q, which is written otherwise", fragment, model)
		}
	})
}

func TestLinkWithTheModel(t *testing.T) {
	b := open(t, "?hidden=32")
	b.ready(7)
	b.trainer.take()
	b.fire("share", "click", nil)
	expect(t, b.trainer.take(), wire.Save{Compact: true})
	b.root.Receive(wire.Saved{Step: 7, Compact: true, Checkpoint: []byte("weights")})
	link := get(b.byID("model-link"), "value")
	_, fragment, _ := strings.Cut(link, "#")
	if b.host.selected == "model-link" || len(b.host.downloads) != 0 {
		t.Error("the link is handed out before it is drawn, or as a file")
	}
	if b.host.tick(0); b.host.selected != "model-link" {
		t.Error("the link is not selected")
	}

	c := open(t, "?hidden=32", func(h *fakeHost) { h.fragment = "#" + fragment })
	expect(t, c.trainer.take(), wire.Load{Checkpoint: []byte("weights")})
	if c.host.fragment != "" {
		t.Errorf("%q stays in the address", c.host.fragment)
	}
	c.root.Receive(wire.Ready{Config: c.root.Values.Config, Trained: 7, Example: "unroll"})
	if c.root.Notice.Code != Opened || c.root.Course.Origin != Yours {
		t.Errorf("notice %d, origin %d", c.root.Notice.Code, c.root.Course.Origin)
	}

	// One that is pasted into the open page is opened, too.
	c.trainer.take()
	c.host.fragment = "#" + fragment
	c.root.Navigate()
	expect(t, c.trainer.take(), wire.Load{Checkpoint: []byte("weights")})
}

// A damaged link gives the model that there would have been without, and says so until it is dismissed.
func TestDamagedLink(t *testing.T) {
	refused := "#model=" + armour([]byte("deflated nonsense"))
	for _, fragment := range []string{"#model=Z", "#model=Zm9v", refused} {
		b := open(t, "", func(h *fakeHost) { h.fragment = fragment })
		if fragment == refused {
			expect(t, b.trainer.take(), wire.Load{Checkpoint: []byte("nonsense")})
			b.root.Receive(wire.Failure{Reason: wire.BadCheckpoint})
		}
		expect(t, b.trainer.take(), wire.Configure{Config: defaultConfig("reverse"), Checkpoint: someModel})
		b.ready(3000)
		if alert := search(b.render(), withRole("alert")); !contains(text(alert), "damaged") {
			t.Errorf("of %q the page says %q", fragment, text(alert))
		}
		b.fire("dismiss", "click", nil)
		if b.root.Notice.Code != Silence {
			t.Error("the alarm stays")
		}
	}
}

func TestTooLargeForALink(t *testing.T) {
	b := open(t, "")
	b.ready(7)
	b.fire("share", "click", nil)
	b.root.Receive(wire.Saved{Step: 7, Compact: true, Checkpoint: bytes.Repeat([]byte{1}, longestLink)})
	if b.root.Notice.Code != LongLink || b.root.Shared.Address != "" {
		t.Errorf("notice %d, address of %d characters", b.root.Notice.Code, len(b.root.Shared.Address))
	}
	if words := b.root.Notice.Words(b.root.Text); !contains(words, "87,") {
		t.Errorf("the page does not say how long it would be: %q", words)
	}
}
