package chrome

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

func TestMain(m *testing.M) { Main(m) }

// serve gives one HTML page for the path "/" and nothing for any other.
func serve(t *testing.T, html string) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			w.Write([]byte(html))
		case "/favicon.ico":
			w.WriteHeader(http.StatusNoContent)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func TestPageIsDriven(t *testing.T) {
	p := Open(t, serve(t, `<!doctype html><title>one</title><input><button>press</button>
<script>document.querySelector('button').onclick = () => document.title = 'pressed'</script>`),
		Options{Width: 640, Height: 480, Dark: true, ReducedMotion: true})
	if got := Eval[string](p, `innerWidth + 'x' + innerHeight`); got != "640x480" {
		t.Errorf("viewport %s", got)
	}
	for _, query := range []string{"prefers-color-scheme: dark", "prefers-reduced-motion: reduce"} {
		if !Eval[bool](p, `matchMedia('(`+query+`)').matches`) {
			t.Errorf("%s does not match", query)
		}
	}
	p.Click("input")
	p.Press("añ2")
	if got := Eval[string](p, `document.querySelector('input').value`); got != "añ2" {
		t.Errorf("typed %q", got)
	}
	p.Click("button")
	p.Wait(`document.title === 'pressed'`, time.Second)

	path := filepath.Join(t.TempDir(), "shots", "page.png")
	p.Screenshot(path)
	if png, err := os.ReadFile(path); err != nil || !strings.HasPrefix(string(png), "\x89PNG") {
		t.Errorf("screenshot: %v", err)
	}
}

func TestErrorsAreSeen(t *testing.T) {
	worker := `new Worker(URL.createObjectURL(new Blob(["console.error('from the worker')"])))`
	p := Open(t, serve(t, `<script>console.error('told', 7); setTimeout(() => { throw new Error('thrown') });
fetch('/absent'); fetch('http://127.0.0.1:1/').catch(() => {}); `+worker+`</script>`), Options{AllowErrors: true})
	for _, want := range []string{"told 7", "thrown", "404", "ERR_", "from the worker"} {
		found := func(s string) bool { return strings.Contains(s, want) }
		for deadline := time.Now().Add(5 * time.Second); !slices.ContainsFunc(p.Errors(), found); time.Sleep(10 * time.Millisecond) {
			if time.Now().After(deadline) {
				t.Fatalf("%q is not among %q", want, p.Errors())
			}
		}
	}
}

func TestErrorsFailTheTest(t *testing.T) {
	inner := &recorder{TB: t}
	Open(inner, serve(t, `<script>console.error('told')</script>`), Options{})
	for _, f := range slices.Backward(inner.cleanups) {
		f()
	}
	if len(inner.failures) == 0 {
		t.Error("an error in the console did not fail the test")
	}
}

// recorder is a test that is failed and ended by hand.
type recorder struct {
	testing.TB
	cleanups []func()
	failures []string
}

func (r *recorder) Cleanup(f func())                  { r.cleanups = append(r.cleanups, f) }
func (r *recorder) Errorf(format string, args ...any) { r.failures = append(r.failures, format) }

func TestLongTasksAreSeen(t *testing.T) {
	p := Open(t, serve(t, `<title>busy</title>`), Options{})
	p.Run(`new Promise(done => setTimeout(() => {
  for (const end = performance.now() + 120; performance.now() < end;); setTimeout(done, 50) }))`)
	tasks := p.LongTasks()
	if !slices.ContainsFunc(tasks, func(d time.Duration) bool { return d >= 110*time.Millisecond }) {
		t.Errorf("a task of 120 ms is not among %v", tasks)
	}
	p.ForgetLongTasks()
	if tasks := p.LongTasks(); len(tasks) != 0 {
		t.Errorf("forgotten, and still %v", tasks)
	}
}

func TestTabSharesStorage(t *testing.T) {
	url := serve(t, `<title>storage</title>`)
	p := Open(t, url, Options{})
	p.Run(`localStorage.setItem('a', 'b')`)
	if got := Eval[string](p.Tab(url, Options{}), `localStorage.getItem('a')`); got != "b" {
		t.Errorf("the second tab reads %q", got)
	}
	if got := Eval[*string](Open(t, url, Options{}), `localStorage.getItem('a')`); got != nil {
		t.Errorf("another test's page reads %q", *got)
	}
}

func TestMissingBrowserIsExplained(t *testing.T) {
	t.Setenv("CHROME", "/no/such/browser")
	if _, err := Find(); err == nil || !strings.Contains(err.Error(), "CHROME") {
		t.Errorf("a wrong CHROME gives %v", err)
	}
	t.Setenv("CHROME", "")
	t.Setenv("PATH", t.TempDir())
	if _, err := Find(); err == nil || !strings.Contains(err.Error(), "apt-get install chromium") {
		t.Errorf("no browser gives %v", err)
	}
}
