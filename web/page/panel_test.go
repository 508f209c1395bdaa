package page

import (
	"os"
	"strings"
	"testing"

	"unroll/core/corpus"
	"unroll/core/train"
	"unroll/web/setting"
)

// Each pair of settings that cannot go together is barred at its control, which says why.
func TestConflictsAreExplainedWhereTheyAreChosen(t *testing.T) {
	for _, c := range []struct{ query, field, value, with, reason string }{
		{"?encoder=both", "bridge", "pass", "Encoder reads", "Two directions"},
		{"?encoder=both", "attention", "dot", "Encoder reads", "twice as wide"},
		{"?attention=none", "feeding", "on", "Attention", "nothing to feed"},
		{"?attention=bahdanau", "feeding", "on", "Attention", "already"},
		{"?task=dates", "tables", "shared", "Task", "other tokens"},
		{"?attention=bahdanau", "tables", "output", "Attention", "wider"},
	} {
		b := open(t, c.query)
		b.ready(0)
		b.fire("more", "click", nil)
		help := text(b.byID("setting-" + c.field + "-help"))
		if !contains(help, c.with) || !contains(help, c.reason) {
			t.Errorf("at %s, %s says %q", c.query, c.field, help)
		}
		f, _ := setting.Lookup(c.field)
		if f.Kind == setting.Switch {
			if get(b.byID("setting-"+c.field), "disabled") == "" {
				t.Errorf("at %s, %s can be turned on", c.query, c.field)
			}
			continue
		}
		field := &SettingField{Root: b.root, Field: f}
		for _, o := range field.options() {
			if o.Name == c.value && !o.Barred {
				t.Errorf("at %s, %s can be %s", c.query, c.field, c.value)
			}
		}
	}
}

// A setting that makes others change says so at itself.
func TestWhatHadToChangeIsSaidAtWhatWasSet(t *testing.T) {
	b := open(t, "")
	b.ready(0)
	b.fire("more", "click", nil)
	b.set("setting-encoder", "change", "both")
	got := text(b.byID("setting-encoder-problem"))
	if !contains(got, "Bridge is now “Through a dense layer” instead of “Passed on”. Two directions") {
		t.Errorf("beside the encoder: %q", got)
	}
	if b.root.Draft.Bridge != "dense" || get(b.byID("setting-encoder"), "aria-invalid") == "true" {
		t.Errorf("the bridge is %q, or the encoder is taken for refused", b.root.Draft.Bridge)
	}
}

// Every code that a setting can be refused with is a sentence without a hole, in both languages.
func TestEveryProblemIsASentence(t *testing.T) {
	for _, query := range []string{"", "?lang=pt"} {
		b := open(t, query)
		f, _ := setting.Lookup("hidden")
		seen := map[string]bool{}
		for code := setting.NotAChoice; code <= setting.TooMuchMemory; code++ {
			words := b.root.problemWords(setting.Problem{Field: f, Code: code, Given: "7", Used: "8"})
			if words == "" || strings.ContainsAny(words, "{}") || seen[words] {
				t.Errorf("%q: code %d is said as %q", query, code, words)
			}
			seen[words] = true
		}
	}
}

func TestWhatDiffersIsMarked(t *testing.T) {
	b := open(t, "?hidden=32&rate=0.01&seed=4")
	b.ready(0)
	if got := text(b.byID("more")); !contains(got, "2 changed") {
		t.Errorf("the folded settings say %q", got)
	}
	class := func(id string) string {
		f, _ := setting.Lookup(id)
		return (&SettingField{Root: b.root, Field: f}).class()
	}
	if !contains(class("hidden"), "changed") || contains(class("cell"), "changed") {
		t.Errorf("hidden is %q and cell %q", class("hidden"), class("cell"))
	}
	b.fire("defaults", "click", nil)
	if b.root.Draft.Config != defaultConfig("reverse") || b.root.changes() != 0 {
		t.Errorf("%d settings differ from the defaults", b.root.changes())
	}
}

// A beginner finds every task with a story and an example.
func TestEveryTaskIsOffered(t *testing.T) {
	f, _ := setting.Lookup("task")
	for _, query := range []string{"?lang=en", "?lang=pt"} {
		b := open(t, query)
		offered := map[string]bool{}
		for _, g := range (&TaskPanel{Root: b.root}).groups() {
			for _, task := range g.Tasks {
				offered[task.Part(0)] = true
			}
		}
		for _, name := range f.Choices {
			task := b.root.Text.Page.Task(name)
			if task.Label() == name || task.Story() == "" || task.Input() == "" {
				t.Errorf("%s: of task %s something is not said", query, name)
			}
			if !offered[name] {
				t.Errorf("task %s is not offered", name)
			}
			if name == train.Own {
				continue // a reader brings its examples
			}
			for level := range 3 {
				if task.Level(level) == "" {
					t.Errorf("%s: level %d of task %s is not said", query, level, name)
				}
			}
			b.root.Draft.Task = name
			if p := (&TaskPanel{Root: b.root}); p.example(1) == "" || p.example(2) == "" {
				t.Errorf("task %s has no example", name)
			}
		}
	}
}

// The examples are inputs and outputs of their tasks.
func TestExamplesAreTheTasks(t *testing.T) {
	sounds, err := os.ReadFile("../../static/corpora/sounds.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range examples {
		task, err := corpus.New(e.Part(0), corpus.Options{Data: sounds})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := task.Parse(e.Part(1)); err != nil {
			t.Errorf("%s: %v", e.Part(0), err)
		}
		if _, err := task.ParseTarget(e.Part(2)); err != nil {
			t.Errorf("%s: %v", e.Part(0), err)
		}
	}
}
