package main

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"github.com/chromedp/chromedp"

	"unroll/web/chrome"
	"unroll/web/site"
)

func TestMain(m *testing.M) { chrome.Main(m) }

// probe is the stand-in for the program, compiled once for all tests.
var probe = sync.OnceValues(func() ([]byte, error) { return compile("./testdata/probe", false) })

// stage gives the site of static/ with the probe as its program.
func stage(t *testing.T) fstest.MapFS {
	t.Helper()
	files := make(fstest.MapFS)
	add := func(name string, data []byte, err error) {
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	for _, name := range []string{"index.html", "loader.js", "worker.js", "kernel.js", "dom.js", "icon.svg", "unroll.css"} {
		data, err := os.ReadFile("../../static/" + name)
		add(name, data, err)
	}
	files["index.html"].Data = bytes.Replace(files["index.html"].Data, []byte(place), []byte(`<p id="poster">a still</p>`), 1)
	for _, name := range []string{"kernels.wasm", "trampoline.wasm"} {
		data, err := os.ReadFile("../../wasm/simd/" + name)
		add(name, data, err)
	}
	program, err := probe()
	add("unroll.wasm", program, err)
	script, err := startScript()
	add("wasm_exec.js", script, err)
	return files
}

func serve(t *testing.T, h http.Handler) string {
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL
}

// alerted waits for the loader's message and gives its text.
func alerted(t *testing.T, p *chrome.Page) string {
	t.Helper()
	p.Wait(`document.querySelector('[role=alert] button')`, 10*time.Second)
	return chrome.Eval[string](p, `document.querySelector('[role=alert] p').textContent`)
}

const started = `globalThis.started && echoed.length === 2`

func TestProgramStartsUnderThePolicy(t *testing.T) {
	p := chrome.Open(t, serve(t, site.New(stage(t))), chrome.Options{})
	p.Wait(started, 10*time.Second)
	if got := chrome.Eval[string](p, `[unrollRole, unroll.module, Object.keys(unroll)].join(' ')`); got != "page [object WebAssembly.Module] module,trampoline,kernels,wasmExec,workerSource,compile" {
		t.Errorf("the globals are %s", got)
	}
	if got := chrome.Eval[string](p, `echoed.join()`); got != "first,second" {
		t.Errorf("messages that came before the trainer listened: %s, want first,second", got)
	}
	p.Wait(`document.getElementById('unroll').textContent === 'the page'`, time.Second)
	if chrome.Eval[bool](p, `document.getElementById('unroll').hasAttribute('aria-busy')`) {
		t.Error("the page still says that it is busy")
	}
}

// TestProgramStartsInASandbox frames the page as WordPress does: scripts and nothing else, in an origin
// of its own, below a parent from elsewhere.
func TestProgramStartsInASandbox(t *testing.T) {
	url := serve(t, site.New(stage(t)))
	parent := serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		w.Write([]byte(`<link rel="icon" href="data:,"><script>heard = []; onmessage = e => heard.push(e.data)</script>
			<iframe sandbox="allow-scripts" security="restricted" src="` + url + `/#?secret=x"></iframe>`))
	}))
	p := chrome.Open(t, parent, chrome.Options{})
	p.Wait(`heard.join() === 'first,second'`, 10*time.Second)
}

func TestProgramStartsFromAServerThatDoesNotKnowWasm(t *testing.T) {
	h := site.New(stage(t))
	p := chrome.Open(t, serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/unroll.wasm" {
			w = &mistyped{w}
		}
		h.ServeHTTP(w, r)
	})), chrome.Options{})
	p.Wait(started, 10*time.Second)
}

// mistyped is an answer of a server that says octet-stream for everything.
type mistyped struct{ http.ResponseWriter }

func (m *mistyped) WriteHeader(status int) {
	m.Header().Set("Content-Type", "application/octet-stream")
	m.ResponseWriter.WriteHeader(status)
}

func TestFailedDownloadIsSaidAndTriedAgain(t *testing.T) {
	for _, missing := range []string{"/unroll.wasm", "/trampoline.wasm", "/kernels.wasm", "/wasm_exec.js", "/kernel.js", "/dom.js", "/worker.js"} {
		t.Run(missing[1:], func(t *testing.T) {
			h := site.New(stage(t))
			var up atomic.Bool
			p := chrome.Open(t, serve(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				if r.URL.Path == missing && !up.Load() {
					http.Error(w, "down", http.StatusServiceUnavailable)
					return
				}
				h.ServeHTTP(w, r)
			})), chrome.Options{AllowErrors: true})
			if got := alerted(t, p); !strings.HasPrefix(got, "The program could not be downloaded.") {
				t.Errorf("it says %q", got)
			}
			if !chrome.Eval[bool](p, `document.getElementById('poster').inert`) {
				t.Error("the poster is not a mere still")
			}
			up.Store(true)
			p.Click(`[role=alert] button`)
			p.Wait(started+` && !document.querySelector('[role=alert]')`, 10*time.Second)
		})
	}
}

func TestDeathOfTheProgramIsSaid(t *testing.T) {
	url := serve(t, site.New(stage(t)))
	for _, how := range []string{"panic", "exit", "throw"} {
		t.Run(how, func(t *testing.T) {
			p := chrome.Open(t, url, chrome.Options{AllowErrors: true})
			p.Wait(started, 10*time.Second)
			p.Run(`void setTimeout(() => die('` + how + `'))`)
			if got := alerted(t, p); !strings.HasPrefix(got, "The program has stopped") {
				t.Errorf("it says %q", got)
			}
			p.Run(`void (globalThis.old = true)`)
			p.Click(`[role=alert] button`)
			reloaded(t, p, `!globalThis.old && `+started)
		})
	}
}

// reloaded waits for something to become true of a page that is being loaded again, of which nothing can
// be asked in between.
func reloaded(t *testing.T, p *chrome.Page, expression string) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		is, err := chromedp.Run(p.Context(), chromedp.Evaluate[bool](`!!(`+expression+`)`))
		if err == nil && is {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the page is not loaded again: %v", err)
		}
	}
}

// TestWhatTheLoaderSays serves the page with a script before the loader that changes the browser.
func TestWhatTheLoaderSays(t *testing.T) {
	for name, c := range map[string]struct{ before, query, want string }{
		"no WebAssembly":              {`delete globalThis.WebAssembly`, "", "This browser cannot run the program"},
		"in Portuguese by the link":   {`delete globalThis.WebAssembly`, "/?lang=pt", "Este navegador não consegue"},
		"in Portuguese, the reader's": {`delete globalThis.WebAssembly; Object.defineProperty(navigator, "language", {value: "pt-BR"})`, "", "Este navegador não consegue"},
		"a program it does not read":  {`WebAssembly.compileStreaming = async () => { throw new WebAssembly.CompileError("on purpose") }`, "", "This browser cannot run the program"},
	} {
		t.Run(name, func(t *testing.T) {
			files := stage(t)
			page := string(files["index.html"].Data)
			files["index.html"].Data = []byte(strings.Replace(page, "<head>", `<head><script src="before.js"></script>`, 1))
			files["before.js"] = &fstest.MapFile{Data: []byte(c.before)}
			p := chrome.Open(t, serve(t, site.New(files))+c.query, chrome.Options{AllowErrors: true})
			if got := alerted(t, p); !strings.HasPrefix(got, c.want) {
				t.Errorf("it says %q, want %q", got, c.want)
			}
		})
	}
}

func TestDeathOfTheTrainerReachesThePage(t *testing.T) {
	url := serve(t, site.New(stage(t)))
	for how, want := range map[string]string{
		"panic":  "panic: the probe panics on purpose",
		"exit":   "the trainer ended with exit code 3",
		"throw":  "Illegal invocation",
		"reject": "rejected on purpose",
	} {
		t.Run(how, func(t *testing.T) {
			p := chrome.Open(t, url, chrome.Options{AllowErrors: true})
			p.Wait(started, 10*time.Second)
			p.Run(`worker.postMessage({die: '` + how + `'})`)
			p.Wait(`echoed.length > 2`, 10*time.Second)
			got := chrome.Eval[string](p, `echoed.slice(2).map(m => m.crashed).join('\n')`)
			if !strings.Contains(got, want) {
				t.Errorf("the page hears %q, want %q in it", got, want)
			}
		})
	}
}
