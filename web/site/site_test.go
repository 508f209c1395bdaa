package site

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"
)

// files is a small site; what stands in a .br file is a mark, since the handler never unpacks it.
var files = fstest.MapFS{
	"index.html":                 {Data: []byte("<!doctype html>the page")},
	"index.html.br":              {Data: []byte("page, packed")},
	"unroll.wasm":                {Data: []byte("\x00asm")},
	"unroll.wasm.br":             {Data: []byte("wasm, packed")},
	"loader.js":                  {Data: []byte("start()")},
	"unroll.css":                 {Data: []byte("main{}")},
	"icon.svg":                   {Data: []byte("<svg/>")},
	"models/reverse.safetensors": {Data: []byte("weights")},
	"odd.unknown":                {Data: []byte("?")},
	".cache/secret":              {Data: []byte("secret")},
	"models/.secret":             {Data: []byte("secret")},
}

// ask sends one request to a site of these files; header is name, value, name, value.
func ask(t *testing.T, method, target string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	return askOf(t, New(files), method, target, header...)
}

func askOf(t *testing.T, h http.Handler, method, target string, header ...string) *httptest.ResponseRecorder {
	t.Helper()
	r := httptest.NewRequest(method, "http://127.0.0.1/", nil)
	r.URL.Path = target
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestContentTypes(t *testing.T) {
	for target, want := range map[string]string{
		"/":                           "text/html; charset=utf-8",
		"/index.html":                 "text/html; charset=utf-8",
		"/unroll.wasm":                "application/wasm",
		"/loader.js":                  "text/javascript; charset=utf-8",
		"/unroll.css":                 "text/css; charset=utf-8",
		"/icon.svg":                   "image/svg+xml",
		"/models/reverse.safetensors": "application/octet-stream",
		"/odd.unknown":                "application/octet-stream",
	} {
		w := ask(t, "GET", target)
		if got := w.Header().Get("Content-Type"); w.Code != 200 || got != want {
			t.Errorf("%s: %d %q, want 200 %q", target, w.Code, got, want)
		}
	}
}

func TestEveryAnswerCarriesTheHeaders(t *testing.T) {
	for _, c := range []struct {
		method, target string
		status         int
	}{
		{"GET", "/", 200}, {"HEAD", "/unroll.wasm", 200}, {"GET", "/nowhere", 404}, {"POST", "/", 405},
	} {
		w := ask(t, c.method, c.target)
		if w.Code != c.status {
			t.Errorf("%s %s: status %d, want %d", c.method, c.target, w.Code, c.status)
		}
		for name, want := range map[string]string{
			"Access-Control-Allow-Origin":  "*",
			"Cross-Origin-Resource-Policy": "cross-origin",
			"Cross-Origin-Embedder-Policy": "require-corp",
			"X-Content-Type-Options":       "nosniff",
			"Referrer-Policy":              "strict-origin-when-cross-origin",
		} {
			if got := w.Header().Get(name); got != want {
				t.Errorf("%s %s: %s is %q, want %q", c.method, c.target, name, got, want)
			}
		}
	}
}

func TestPolicy(t *testing.T) {
	csp := ask(t, "GET", "/").Header().Get("Content-Security-Policy")
	allowed := make(map[string]string)
	for directive := range strings.SplitSeq(csp, "; ") {
		name, sources, _ := strings.Cut(directive, " ")
		allowed[name] = sources
	}
	for name, want := range map[string]string{
		"default-src": "'none'", "script-src": "'self' 'wasm-unsafe-eval'", "style-src": "'self'",
		"worker-src": "blob:", "connect-src": "'self'", "base-uri": "'none'", "form-action": "'none'",
		"frame-ancestors": "*",
	} {
		if allowed[name] != want {
			t.Errorf("%s is %q, want %q", name, allowed[name], want)
		}
	}
	for _, never := range []string{"'unsafe-eval'", "'unsafe-inline'"} {
		if strings.Contains(csp, never) {
			t.Errorf("the policy allows %s: %s", never, csp)
		}
	}
}

func TestHeadHasTheHeadersOfGet(t *testing.T) {
	get, head := ask(t, "GET", "/unroll.wasm"), ask(t, "HEAD", "/unroll.wasm")
	if head.Body.Len() != 0 {
		t.Errorf("HEAD answered with %d bytes", head.Body.Len())
	}
	for _, name := range []string{"Content-Type", "Content-Length", "ETag", "Cache-Control", "Vary"} {
		if g, h := get.Header().Get(name), head.Header().Get(name); g != h || g == "" {
			t.Errorf("%s: GET %q, HEAD %q", name, g, h)
		}
	}
	if w := ask(t, "HEAD", "/nowhere"); w.Code != 404 || w.Body.Len() != 0 {
		t.Errorf("HEAD of nothing: %d with %d bytes, want 404 with none", w.Code, w.Body.Len())
	}
}

func TestOtherMethodsAreRefused(t *testing.T) {
	for _, method := range []string{"POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"} {
		w := ask(t, method, "/")
		if w.Code != 405 || w.Header().Get("Allow") != "GET, HEAD" {
			t.Errorf("%s: %d, Allow %q", method, w.Code, w.Header().Get("Allow"))
		}
	}
}

func TestWhatIsNotThere(t *testing.T) {
	for _, target := range []string{
		"/nowhere", "/models", "/models/", "//", "/./index.html", "/models/../index.html", "/../site.go",
		"/..", "/../../etc/passwd", `/..\site.go`, "/index.html/", "/index.html\x00", "relative",
		"/.cache/secret", "/models/.secret", "/unroll.wasm.br",
	} {
		w := ask(t, "GET", target)
		body := w.Body.String()
		if w.Code != 404 || !strings.Contains(body, "There is no page at this address.") {
			t.Errorf("%q: %d %q, want 404 and a sentence", target, w.Code, body)
		}
		if got := w.Header().Get("Cache-Control"); got != "no-store" {
			t.Errorf("%q: Cache-Control %q, want no-store", target, got)
		}
	}
}

// unreadable is a file system whose every file fails.
type unreadable struct{}

func (unreadable) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: errors.New("the disk at /secret/place is gone")}
}

func TestWhatCannotBeRead(t *testing.T) {
	w := askOf(t, New(unreadable{}), "GET", "/")
	if w.Code != 500 || !strings.Contains(w.Body.String(), "could not read") {
		t.Errorf("%d %q, want 500 and a sentence", w.Code, w.Body)
	}
	if strings.Contains(w.Body.String(), "/secret/place") {
		t.Errorf("the answer tells of the machine: %q", w.Body)
	}
}

func TestRevalidation(t *testing.T) {
	first := ask(t, "GET", "/loader.js")
	tag := first.Header().Get("ETag")
	if len(tag) < 10 || tag[0] != '"' {
		t.Fatalf("ETag %q is no strong tag", tag)
	}
	if got := first.Header().Get("Cache-Control"); got != "no-cache" {
		t.Errorf("Cache-Control %q, want no-cache", got)
	}
	for given, want := range map[string]int{tag: 304, "W/" + tag: 304, `"other", ` + tag: 304, "*": 304, `"other"`: 200} {
		w := ask(t, "GET", "/loader.js", "If-None-Match", given)
		if w.Code != want {
			t.Errorf("If-None-Match %s: %d, want %d", given, w.Code, want)
		}
		if want == 304 && (w.Body.Len() != 0 || w.Header().Get("ETag") != tag) {
			t.Errorf("If-None-Match %s: 304 with %d bytes and tag %s", given, w.Body.Len(), w.Header().Get("ETag"))
		}
	}
}

func TestChangedFileIsServedAnew(t *testing.T) {
	changing := fstest.MapFS{"loader.js": {Data: []byte("old()"), ModTime: time.Unix(1, 0)}}
	s := New(changing)
	old := askOf(t, s, "GET", "/loader.js")
	changing["loader.js"] = &fstest.MapFile{Data: []byte("new()"), ModTime: time.Unix(2, 0)}
	w := askOf(t, s, "GET", "/loader.js", "If-None-Match", old.Header().Get("ETag"))
	if w.Code != 200 || w.Body.String() != "new()" {
		t.Errorf("%d %q after a change, want 200 and the new text", w.Code, w.Body)
	}
}

func TestPartOfAFile(t *testing.T) {
	w := ask(t, "GET", "/models/reverse.safetensors", "Range", "bytes=1-3")
	if w.Code != 206 || w.Body.String() != "eig" || w.Header().Get("Content-Length") != "3" {
		t.Errorf("%d %q of length %s, want 206 \"eig\" of 3", w.Code, w.Body, w.Header().Get("Content-Length"))
	}
}
