package e2e

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"unroll/web/chrome"
)

// TestSandboxedFrame opens the page as WordPress shows a pasted link: in a frame of another site that
// may run scripts and has no origin, and so no storage and no workers from an address.
func TestSandboxedFrame(t *testing.T) {
	host := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><title>A post</title><link rel="icon" href="data:,">
<iframe title="Unroll" sandbox="allow-scripts" width="1200" height="750" src="%s?hidden=16#?secret=abc"></iframe>`, address)
	}))
	defer host.Close()

	f := frameIn(t, chrome.Open(t, host.URL+"/", chrome.Options{Timeout: 2 * time.Minute}))
	f.wait(filmIsThere)
	f.wait(`document.querySelector('#step').click() || true`)
	f.wait(`document.querySelector('dd').textContent === '1'`)
	f.wait(`location.hash === '#?secret=abc'`)
	if got := evaluate[string](f, `try { localStorage; 'there' } catch (e) { 'refused' }`); got != "refused" {
		t.Errorf("storage is %s, so this test has not tried what it says", got)
	}
	for _, failure := range f.failures {
		t.Errorf("the frame reported: %s", failure)
	}
}

// frame is a frame of another site, which the browser treats as a page of its own.
type frame struct {
	t        *testing.T
	ctx      context.Context
	mu       sync.Mutex
	failures []string
}

// frameIn finds the one frame in a page.
func frameIn(t *testing.T, p *chrome.Page) *frame {
	t.Helper()
	f := &frame{t: t}
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		targets, err := chromedp.Targets(p.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range targets {
			if target.Type == "iframe" && strings.HasPrefix(target.URL, address) {
				ctx, cancel := chromedp.NewContext(p.Context(), chromedp.WithTargetID(target.TargetID),
					chromedp.WithListener(f.listen), chromedp.WithDetachOnCancel())
				t.Cleanup(cancel)
				f.ctx = ctx
				return f
			}
		}
	}
	t.Fatal("the page has no frame of another site")
	return nil
}

// listen keeps what must not happen.
func (f *frame) listen(event any) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		f.failures = append(f.failures, e.ExceptionDetails.Text)
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError {
			f.failures = append(f.failures, fmt.Sprint(e.Args))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			f.failures = append(f.failures, e.Entry.Text+" "+e.Entry.URL)
		}
	}
}

func evaluate[T any](f *frame, expression string) T {
	f.t.Helper()
	value, err := chromedp.Run(f.ctx, chromedp.Evaluate[T](expression))
	if err != nil {
		f.t.Fatalf("evaluate %s: %v", expression, err)
	}
	return value
}

// wait evaluates a condition until it holds.
func (f *frame) wait(condition string) {
	f.t.Helper()
	for end := time.Now().Add(30 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if evaluate[bool](f, `(() => { try { return !!(`+condition+`) } catch { return false } })()`) {
			return
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.t.Fatalf("not true within 30 s: %s; the frame reported %q", condition, f.failures)
}
