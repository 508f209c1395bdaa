package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/vugu/html"

	"unroll/core/corpus"
	"unroll/core/own"
	"unroll/core/train"
	"unroll/web/say"
	"unroll/web/wire"
)

// fakeReader remembers what it is to read, and answers when it is told to.
type fakeReader struct {
	files  []own.File // what the reader drops
	asked  []wire.Read
	answer func(wire.Message)
	kept   map[string]wire.Corpus
	last   string
	stops  int
}

func (r *fakeReader) Files(_ string, most int, f func([]own.File, int)) {
	size := 0
	for _, file := range r.files {
		size += len(file.Data)
	}
	f(r.files, size)
}

func (r *fakeReader) Read(m wire.Read, f func(wire.Message)) {
	r.asked, r.answer = append(r.asked, m), f
}
func (r *fakeReader) Stop() { r.stops++ }

func (r *fakeReader) Keep(m wire.Corpus) {
	if r.kept == nil {
		r.kept = make(map[string]wire.Corpus)
	}
	r.kept[m.Digest], r.last = m, m.Digest
}

func (r *fakeReader) Kept(digest string, f func(*wire.Corpus)) {
	if digest == "" {
		digest = r.last
	}
	if m, ok := r.kept[digest]; ok {
		m.Packed = nil
		f(&m)
		return
	}
	f(nil)
}

// someText is thirty pairs, one of them twice, and a line of one column.
func someText() string {
	text := ""
	for i := range 30 {
		text += fmt.Sprintf("the %dth house\tדלת %d\n", i, i)
	}
	return text + "the 1th house\tדלת 1\nnothing\n"
}

// read has the reader answer what it was last asked, as the program does that reads.
func (b *bench) read() wire.Corpus {
	b.Helper()
	m := b.reader.asked[len(b.reader.asked)-1]
	var c *own.Corpus
	var err error
	if len(m.Files) > 0 {
		c, err = own.Read(m.Files, m.Options)
	} else {
		c, err = own.Open(m.Canonical, m.Options)
	}
	if err != nil {
		b.Fatal(err)
	}
	o := m.Options
	o.Tokens = c.Report.Tokens
	packed := c.Task().Pack()
	answer := wire.Corpus{Report: c.Report, Options: o, Canonical: c.Bytes(), Packed: packed, Digest: corpus.Digest(packed),
		Examples: []wire.Example{{Source: []wire.Piece{{Text: "the", Known: true}, {Text: "unheard"}}, Target: []wire.Piece{{Text: "דלת", Known: true}}}}}
	b.reader.answer(answer)
	return answer
}

// paste has a text read that was pasted.
func (b *bench) paste(text string) {
	b.Helper()
	b.set(ownPasteID, "change", text)
	b.fire("own-read", "click", nil)
}

// box is all that the box for one's own pairs says; empty if there is none.
func (b *bench) box() string {
	b.Helper()
	if n := search(b.render(), func(n *html.Node) bool { return strings.HasPrefix(get(n, "class"), "own-box") }); n != nil {
		return text(n)
	}
	return ""
}

func TestOwnPairsBecomeAModel(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	if b.box() != "" {
		t.Error("the box is there before anybody wants it")
	}
	b.trainer.take()
	b.set("setting-task", "change", "own")
	if got := b.trainer.take(); len(got) != 0 {
		t.Errorf("without pairs the trainer is told %v", got)
	}
	b.paste(someText())
	if !strings.Contains(b.box(), say.Fill(say.English.Page.Own.Reading, "files", say.English.Page.Own.Pasted)) {
		t.Errorf("while it reads, the box says %q", b.box())
	}
	m := b.read()
	for _, want := range []string{"Pairs30", "The same pair again: 1 (line 31)", "One column only: 1 (line 32)", "from right to left", "separated by tabs", "unheard"} {
		if !strings.Contains(b.box(), want) {
			t.Errorf("the report does not say %q: %q", want, b.box())
		}
	}

	b.fire("own-learn", "click", nil)
	if len(b.trainer.take()) != 0 {
		t.Error("a model is made without the pairs being at hand")
	}
	b.host.corpora = map[string][]byte{train.Own + m.Digest: m.Packed}
	b.fire("own-learn", "click", nil)
	if _, ok := b.reader.kept[m.Digest]; !ok {
		t.Error("what is learnt is not kept")
	}
	sent := b.trainer.take()
	made, ok := sent[len(sent)-1].(wire.Configure)
	if !ok || made.Config.Task != train.Own || made.Config.Corpus != m.Digest || string(made.Data) != string(m.Packed) {
		t.Fatalf("to learn the pairs, the trainer is told %+v", sent)
	}
	b.root.Receive(wire.Ready{Config: made.Config, Parameters: 1, Example: "the 1th house", Trains: true})
	if !slices.ContainsFunc(b.trainer.take(), func(m wire.Message) bool { _, ok := m.(wire.Train); return ok }) {
		t.Error("the model does not train at once")
	}
	if !strings.Contains(b.host.address, "corpus="+m.Digest) {
		t.Errorf("the link is %q, which does not name the pairs", b.host.address)
	}
	if got := b.box(); !strings.Contains(got, "Pairs: 30.") || strings.Contains(got, "The same pair again") {
		t.Errorf("of the model that learns them, the folded box says %q", got)
	}
}

func TestOwnPairsAreCutAgain(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.set("setting-task", "change", "own")
	b.paste(someText())
	first := b.read()
	b.fire("own-characters", "change", nil)
	if m := b.reader.asked[1]; len(m.Files) != 1 || m.Options.Tokens != "characters" {
		t.Errorf("to cut the pairs otherwise, the reader is asked for %+v", m)
	}
	if b.read().Report.Tokens != "characters" || b.root.Own.Choice.Tokens != "characters" {
		t.Errorf("the pairs are cut as %+v", b.root.Own.Choice)
	}

	// Another day: what was read is there in its canonical form only.
	c := open(t, "")
	c.ready(0)
	c.reader.Keep(first)
	c.set("setting-task", "change", "own")
	if got := c.box(); !strings.Contains(got, "The same pair again: 1 (line 31)") {
		t.Errorf("of the pairs that were kept, the box says %q", got)
	}
	c.fire("own-pieces", "change", nil)
	if m := c.reader.asked[0]; len(m.Files) != 0 || string(m.Canonical) != string(first.Canonical) || m.Options.Merges != own.DefaultMerges {
		t.Errorf("to cut kept pairs otherwise, the reader is asked for %+v", m)
	}
	c.read()
	if got := c.box(); !strings.Contains(got, "The same pair again: 1 (line 31)") || !strings.Contains(got, "separated by tabs") {
		t.Errorf("cut again, the pairs are no more from the file that they were read from: %q", got)
	}
	c.fire("own-swap", "click", nil)
	if m := c.reader.asked[1]; !m.Options.Swap {
		t.Errorf("to swap sources and targets, the reader is asked for %+v", m.Options)
	}
	c.read()
	if c.root.Own.Choice.Swap || c.root.Own.Corpus.Report.Source.Direction != "rtl" || c.root.Own.Corpus.Report.Columns != [2]int{2, 1} {
		t.Errorf("swapped, the pairs are %+v", c.root.Own.Corpus.Report)
	}
}

// TestOwnRefusalsAreSaid has each of them said in words, with what was there before still there.
func TestOwnRefusalsAreSaid(t *testing.T) {
	for _, lang := range []string{"en", "pt"} {
		b := open(t, "?lang="+lang)
		b.ready(0)
		b.set("setting-task", "change", "own")
		b.paste(someText())
		b.read()
		said := map[string]own.Code{}
		for _, code := range []own.Code{
			own.BadCount, own.TooLarge, own.NotText, own.NoColumns, own.Unequal, own.TooFew, own.NotCanonical, own.BadOption,
			unreadable, unloaded, died,
		} {
			b.paste("?")
			b.reader.answer(wire.Refused{Code: code, File: "a.tsv", Line: 3, Got: 6 << 20, Limit: 5 << 20, Left: []own.Left{{Cause: own.Empty, Count: 12, Lines: []int{4}}}})
			fault := text(search(b.render(), func(n *html.Node) bool { return get(n, "role") == "alert" && get(n, "class") == "own-box-fault" }))
			if other, ok := said[fault]; ok || strings.ContainsAny(fault, "{}") || len(fault) < 40 {
				t.Errorf("%s: of %s the page says %q, as of %s", lang, code, fault, other)
			}
			said[fault] = code
			if b.root.Own.Corpus == nil || b.root.Own.Reading {
				t.Fatalf("%s: after %s, what was read before is lost", lang, code)
			}
		}
	}
}

func TestOwnFilesBeyondTheLimits(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.set("setting-task", "change", "own")
	for name, c := range map[string]struct {
		files []own.File
		want  own.Code
	}{
		"a folder":    {nil, unreadable},
		"three files": {make([]own.File, 3), own.BadCount},
		"a large one": {[]own.File{{Data: make([]byte, own.MaxBytes+1)}}, own.TooLarge},
	} {
		b.reader.files = c.files
		b.fire(ownFilesID, "change", nil)
		if got := b.root.Own.Fault; got == nil || got.Code != c.want || len(b.reader.asked) != 0 {
			t.Errorf("%s: the page says %+v, and has the reader read %d times", name, got, len(b.reader.asked))
		}
	}
}

// TestOwnLinkWithoutItsPairs opens a link where the pairs are not: it says so, keeps the link as it is, and
// goes on once they are brought.
func TestOwnLinkWithoutItsPairs(t *testing.T) {
	probe := open(t, "")
	probe.ready(0)
	probe.set("setting-task", "change", "own")
	probe.paste(someText())
	m := probe.read()

	query := "?task=own&corpus=" + m.Digest + "&hidden=32"
	b := open(t, query)
	b.ready(0)
	if got := b.root.Course.Ready.Config.Task; got != "reverse" {
		t.Fatalf("meanwhile there is a model of %q", got)
	}
	if got := b.box(); !strings.Contains(got, say.English.Page.Own.Wanted) {
		t.Errorf("without the pairs the page says %q", got)
	}
	b.root.HandleLanguage(&fakeEvent{summary: map[string]interface{}{"target": map[string]interface{}{"value": "pt"}}})
	if b.host.address != "" {
		t.Errorf("the link has become %q", b.host.address)
	}

	b.paste(strings.ReplaceAll(someText(), "house", "ship"))
	b.read()
	if got := b.box(); !strings.Contains(got, say.Portuguese.Page.Own.Wanted) {
		t.Errorf("with other pairs the page says %q", got)
	}
	b.host.corpora = map[string][]byte{train.Own + m.Digest: m.Packed}
	b.trainer.take()
	b.paste(someText())
	if asked := b.reader.asked[1]; asked.Wanted != m.Digest {
		t.Errorf("the reader is not told that %s is wanted: %+v", m.Digest, asked)
	}
	b.read()
	sent := b.trainer.take()
	if len(sent) != 1 || sent[0].(wire.Configure).Config.Corpus != m.Digest || sent[0].(wire.Configure).Config.Hidden != 32 {
		t.Errorf("with the pairs there, the trainer is told %+v", sent)
	}
}

// TestOwnModelWithoutItsPairs opens a model's file where its pairs are not: it is run, and once they are
// brought it is trained from where it was.
func TestOwnModelWithoutItsPairs(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.set("setting-task", "change", "own")
	b.paste(someText())
	m := b.read()
	b.fire("own-close", "click", nil)
	if b.box() != "" || b.root.Draft != b.root.Values {
		t.Error("closed, the box has left something behind")
	}

	config := defaultConfig(train.Own)
	config.Corpus = m.Digest
	b.root.Own.Corpus = nil
	b.host.file = []byte("a model")
	b.root.HandleOpen(nil)
	b.root.Receive(wire.Ready{Config: config, Trained: 70, Example: "the 1th house"})
	if got := b.box(); !strings.Contains(got, say.English.Page.Own.WantedToTrain) {
		t.Errorf("of a model without its pairs the page says %q", got)
	}
	b.trainer.take()
	b.root.HandleTrain(nil)
	if sent := b.trainer.take(); len(sent) != 0 {
		t.Errorf("a model that cannot train is told %v", sent)
	}
	b.host.corpora = map[string][]byte{train.Own + m.Digest: m.Packed}
	b.paste(someText())
	b.read()
	b.root.Receive(wire.Saved{Step: 70, Checkpoint: []byte("its state")})
	sent := b.trainer.take()
	load, ok := sent[len(sent)-1].(wire.Load)
	if !ok || string(load.Checkpoint) != "its state" || string(load.Data) != string(m.Packed) {
		t.Fatalf("with the pairs there, the trainer is told %+v", sent)
	}
	b.root.Receive(wire.Ready{Config: config, Trained: 70, Example: "the 1th house", Trains: true})
	if got := b.box(); strings.Contains(got, say.English.Page.Own.WantedToTrain) || b.root.Course.Progress.Step != 70 {
		t.Errorf("the model is whole, after %d steps, and the page says %q", b.root.Course.Progress.Step, got)
	}
}
