package main

import (
	"bytes"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"unroll/web/chrome"
	"unroll/web/site"
)

// TestWeighsWhatABrowserLoads opens the real page, has it take one training step, and compares what was
// asked of the server until then with what weigh counts.
func TestWeighsWhatABrowserLoads(t *testing.T) {
	t.Chdir("../..")
	files, err := collect(false)
	if err != nil {
		t.Fatal(err)
	}
	w, err := weigh(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	counted := make(map[string]bool)
	for _, it := range w.first {
		counted[it.name] = true
	}

	served := make(fstest.MapFS)
	for name, data := range files {
		served[name] = &fstest.MapFile{Data: data}
	}
	h := site.New(served)
	var mu sync.Mutex
	asked := make(map[string]bool)
	url := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		mu.Lock()
		asked[name] = true
		mu.Unlock()
		h.ServeHTTP(w, r)
	}))
	p := chrome.Open(t, url, chrome.Options{})
	const steps = `document.querySelector('.training-panel dd').textContent`
	p.Wait(`!document.querySelector('#step').disabled`, 30*time.Second)
	before := chrome.Eval[string](p, steps)
	p.Click("#step")
	p.Wait(steps+` !== "`+before+`"`, 30*time.Second)

	mu.Lock()
	defer mu.Unlock()
	for name := range asked {
		if !counted[name] {
			t.Errorf("the page loads %s, which nobody counts", name)
		}
	}
	for name := range counted {
		if !asked[name] {
			t.Errorf("%s is counted, yet the page loads only %q", name, slices.Sorted(maps.Keys(asked)))
		}
	}
}

// TestThePageReadsNoFiles holds the program of the page to what it is for: of the package that makes a task
// of a reader's files it has the types only, and the code comes with the reader when there is something to
// read. A program names its functions.
func TestThePageReadsNoFiles(t *testing.T) {
	t.Chdir("../..")
	for program, has := range map[string]bool{"./wasm/unroll": false, "./wasm/reader": true} {
		module, err := compile(program, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"unroll/core/own.build", "unroll/core/own.(*Error).Error", "unroll/core/token.Learn"} {
			if bytes.Contains(module, []byte(name+"\x00")) != has {
				t.Errorf("%s has %s: %v, want %v", program, name, !has, has)
			}
		}
	}
}
