package main

import (
	"strings"
	"testing"
)

// shop is a site that loads a script, a style and its first model, and has one file more.
func shop() (map[string][]byte, map[string]int) {
	files := map[string][]byte{
		"index.html": []byte(`<link rel="stylesheet" href="a.css"><link rel="preload"
			href="b.js" as="script"><script src="b.js" defer></script><a href="elsewhere.html">x</a>`),
		"a.css": make([]byte, 2000), "b.js": make([]byte, 3000), "later.js": make([]byte, 4000),
		firstModel: make([]byte, 5000), "models/other": make([]byte, 6000),
	}
	packed := make(map[string]int)
	for name, data := range files {
		packed[name] = len(data) / 2
	}
	return files, packed
}

func TestWeighsWhatTheFirstStepLoads(t *testing.T) {
	files, packed := shop()
	w, err := weigh(files, packed)
	if err != nil {
		t.Fatal(err)
	}
	if want := packed["index.html"] + 1000 + 1500 + 2500; w.total() != want {
		t.Errorf("total %d, want %d: %v", w.total(), want, w.first)
	}
	if len(w.first) != 4 || len(w.later) != 2 {
		t.Errorf("first %v, later %v", w.first, w.later)
	}
	if err := w.check(); err != nil {
		t.Errorf("a light page is refused: %v", err)
	}
	var out strings.Builder
	w.print(&out)
	for _, part := range []string{"later.js", "a.css", "1 000", "950 000"} {
		if !strings.Contains(out.String(), part) {
			t.Errorf("the table lacks %q:\n%s", part, &out)
		}
	}
}

func TestReferenceToNothingIsAnError(t *testing.T) {
	files, packed := shop()
	delete(files, "a.css")
	if _, err := weigh(files, packed); err == nil || !strings.Contains(err.Error(), "a.css") {
		t.Errorf("a missing style sheet: %v", err)
	}
}

func TestBudgets(t *testing.T) {
	for name, c := range map[string]struct {
		file  string
		bytes int
		fails bool
	}{
		"page at its budget":    {"b.js", pageBudget - 1000 - 2500, false},
		"page above its budget": {"b.js", pageBudget - 1000 - 2500 + 1, true},
		"model at its budget":   {"models/other", modelBudget, false},
		"model above its own":   {"models/other", modelBudget + 1, true},
		"first model above":     {firstModel, modelBudget + 1, true},
		"file of later":         {"later.js", pageBudget, false},
	} {
		files, packed := shop()
		packed[c.file] = c.bytes
		packed["index.html"] = 0
		w, err := weigh(files, packed)
		if err != nil {
			t.Fatal(err)
		}
		if err := w.check(); (err != nil) != c.fails {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestGrouped(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1 000", 950_000: "950 000", 1234567: "1 234 567"} {
		if got := grouped(n); got != want {
			t.Errorf("grouped(%d) is %q, want %q", n, got, want)
		}
	}
}
