package dom

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"unroll/web/chrome"
)

func TestMain(m *testing.M) {
	chrome.Main(m, func() { os.RemoveAll(site.folder) })
}

// policy is what package dom promises to live with.
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'"

// site is the folder that the test programs are compiled into, each once.
var site struct {
	sync.Mutex
	folder   string
	compiled map[string]bool
}

// compile makes a program of testdata a page of its own and returns the folder that it is in.
func compile(t testing.TB, program string) string {
	t.Helper()
	site.Lock()
	defer site.Unlock()
	if site.compiled[program] {
		return site.folder
	}
	if site.folder == "" {
		folder, err := os.MkdirTemp("", "dom-test-")
		if err != nil {
			t.Fatal(err)
		}
		site.folder, site.compiled = folder, map[string]bool{}
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w", "-o", filepath.Join(site.folder, program+".wasm"), "./testdata/"+program)
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("compile %s: %v\n%s", program, err, out)
	}
	site.compiled[program] = true
	return site.folder
}

// serve serves a program under a Content-Security-Policy.
func serve(t testing.TB, program, policy string) string {
	t.Helper()
	folder := compile(t, program)
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		"/":                     "testdata/page/index.html",
		"/boot.js":              "testdata/page/boot.js",
		"/dom.js":               "../../static/dom.js",
		"/wasm_exec.js":         filepath.Join(strings.TrimSpace(string(goroot)), "lib/wasm/wasm_exec.js"),
		"/" + program + ".wasm": filepath.Join(folder, program+".wasm"),
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name, ok := files[r.URL.Path]
		if !ok {
			w.WriteHeader(http.StatusNoContent) // the favicon, that nobody asked for
			return
		}
		body, err := os.ReadFile(name)
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		kinds := map[string]string{".html": "text/html; charset=utf-8", ".js": "text/javascript", ".wasm": "application/wasm"}
		w.Header().Set("Content-Type", kinds[filepath.Ext(name)])
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin") // an isolated page has a finer clock
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Write(body)
	}))
	t.Cleanup(server.Close)
	return server.URL + "/?" + program
}

// open opens the test program, with one root rendered into the mount.
func open(t testing.TB, o chrome.Options) *chrome.Page {
	t.Helper()
	p := chrome.Open(t, serve(t, "page", policy), o)
	p.Wait(`app`, 20*time.Second)
	p.Run(`void app.open(document.getElementById('mount'));
		globalThis.$ = selector => document.querySelector(selector)`)
	p.Wait(`$('.root')`, 5*time.Second)
	return p
}

// set changes a field of the root and waits until the change has been painted.
func set(p *chrome.Page, field, value string) {
	p.Run(`app.set(0, '` + field + `', ` + value + `)`)
	p.Frames(2)
}

// yes fails the test unless the expression is true in the page.
func yes(t testing.TB, p *chrome.Page, expression string) {
	t.Helper()
	if !chrome.Eval[bool](p, `!!(`+expression+`)`) {
		t.Errorf("not true in the page: %s", expression)
	}
}

// lines is what the handlers have reported, without what was there at the start.
func lines(p *chrome.Page) string {
	return strings.Join(chrome.Eval[[]string](p, `app.get(0, 'Lines')`), " ")
}
