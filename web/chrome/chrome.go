// Package chrome lets a Go test drive a real Chromium: it finds the browser, starts it headless with
// a profile of its own, opens a tab for each test and fails the test when the page wrote an error to
// the console, threw, or asked for something that could not be loaded.
//
// It is a thin layer over chromedp; Page.Context gives the whole of chromedp to a test that needs
// more. A test binary that calls Main from its TestMain shares one browser among its tests, each in
// a browser context of its own, so that no test sees another's storage. Without Main each test
// starts its own browser, which is slower and otherwise the same.
package chrome

import (
	"context"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// Options says how a page is opened. The zero value is a light, moving page of 1280 × 800 whose
// errors fail the test.
type Options struct {
	Width, Height int           // of the viewport in CSS pixels; 0 is 1280 × 800
	Scale         float64       // device pixels a CSS pixel; 0 is 1
	Dark          bool          // prefers-color-scheme: dark
	ReducedMotion bool          // prefers-reduced-motion: reduce
	Timeout       time.Duration // of the whole test of this page; 0 is one minute
	AllowErrors   bool          // errors are collected for Errors but do not fail the test
}

// Page is one tab. Its methods end the test when they fail, so tests read as a list of steps.
type Page struct {
	t       testing.TB
	ctx     context.Context
	console *console
}

// longTasks keeps the length in milliseconds of every task of the main thread above 50 ms; it runs
// before any script of the page and is not subject to the page's Content-Security-Policy.
const longTasks = `globalThis.chromeLongTasks = [];
new PerformanceObserver(list => {
  for (const task of list.getEntries()) chromeLongTasks.push(task.duration);
}).observe({type: 'longtask', buffered: true});`

// Open opens url in a new tab and waits until it has loaded. The tab is closed when the test ends.
func Open(t testing.TB, url string, o Options) *Page {
	t.Helper()
	browser := start(t)
	p := &Page{t: t}
	p.open(browser, url, o, chromedp.WithNewBrowserContext())
	return p
}

// Tab opens url in a second tab that shares cookies and storage with p, as a user's second tab does.
func (p *Page) Tab(url string, o Options) *Page {
	p.t.Helper()
	tab := &Page{t: p.t}
	tab.open(p.ctx, url, o)
	return tab
}

func (p *Page) open(parent context.Context, url string, o Options, options ...chromedp.ContextOption) {
	p.t.Helper()
	p.console = newConsole()
	tab, closeTab := chromedp.NewContext(parent, append(options, chromedp.WithListener(p.console.listen))...)
	p.t.Cleanup(func() {
		closeTab()
		p.console.wait()
		if failures := p.console.list(); !o.AllowErrors {
			for _, failure := range failures {
				p.t.Errorf("the page reported: %s", failure)
			}
		}
	})
	p.ctx = tab
	p.console.ctx = tab
	if err := chromedp.Do(tab); err != nil { // the tab must not end with the timeout of its first step
		p.t.Fatalf("open a tab: %v", err)
	}
	if o.Timeout == 0 {
		o.Timeout = time.Minute
	}
	ctx, cancel := context.WithTimeout(tab, o.Timeout)
	p.t.Cleanup(cancel)
	p.ctx = ctx
	p.Do(emulate(o), chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, page.AddScriptToEvaluateOnNewDocument,
			page.AddScriptToEvaluateOnNewDocumentParams{Source: longTasks})
		return err
	}), chromedp.Navigate(url))
}

// emulate sets the viewport and the media features of o.
func emulate(o Options) chromedp.Action[chromedp.Void] {
	if o.Width == 0 {
		o.Width = 1280
	}
	if o.Height == 0 {
		o.Height = 800
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	scheme, motion := "light", "no-preference"
	if o.Dark {
		scheme = "dark"
	}
	if o.ReducedMotion {
		motion = "reduce"
	}
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: scheme},
		{Name: "prefers-reduced-motion", Value: motion},
	}}
	return chromedp.Steps(
		chromedp.EmulateViewport(int64(o.Width), int64(o.Height), chromedp.EmulateScale(o.Scale)),
		chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
			_, err := cdp.Call(ctx, target, emulation.SetEmulatedMedia, media)
			return err
		}))
}
