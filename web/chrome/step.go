package chrome

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/chromedp/chromedp"
)

// Context is the tab as chromedp knows it; it ends with the timeout of Options.
func (p *Page) Context() context.Context { return p.ctx }

// Do runs actions of chromedp in turn.
func (p *Page) Do(actions ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	if err := chromedp.Do(p.ctx, actions...); err != nil {
		p.t.Fatalf("in the browser: %v%s", err, p.said())
	}
}

// Eval evaluates a JavaScript expression in the page, waits for it if it is a promise, and decodes
// its value. The page's Content-Security-Policy does not apply to it.
func Eval[T any](p *Page, expression string) T {
	p.t.Helper()
	value, err := chromedp.Run(p.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		p.t.Fatalf("evaluate %s: %v%s", shorten(expression), err, p.said())
	}
	return value
}

// Run is Eval for an expression whose value does not matter.
func (p *Page) Run(expression string) {
	p.t.Helper()
	Eval[chromedp.Void](p, expression)
}

// Wait evaluates a JavaScript expression again and again until it is truthy. It fails the test with
// what the page has said when that takes longer than limit. An expression that throws is not yet true.
func (p *Page) Wait(expression string, limit time.Duration) {
	p.t.Helper()
	question := `(() => { try { return !!(` + expression + `) } catch { return false } })()`
	for deadline := time.Now().Add(limit); ; time.Sleep(20 * time.Millisecond) {
		if Eval[bool](p, question) {
			return
		}
		if time.Now().After(deadline) {
			p.t.Fatalf("not true within %v: %s%s", limit, shorten(expression), p.said())
		}
	}
}

// Frames waits until the page has painted n more frames.
func (p *Page) Frames(n int) {
	p.t.Helper()
	for range n {
		p.Run(`new Promise(done => requestAnimationFrame(() => setTimeout(done)))`)
	}
}

// Click presses the mouse on the middle of the element that the CSS selector names.
func (p *Page) Click(selector string) {
	p.t.Helper()
	p.Do(chromedp.Click(chromedp.CSS(selector)))
}

// Press types keys wherever the focus is; package kb of chromedp names those that are not letters.
func (p *Page) Press(keys string, options ...chromedp.KeyOption) {
	p.t.Helper()
	p.Do(chromedp.KeyEvent(keys, options...))
}

// Screenshot writes what the viewport shows to a PNG file and makes its folder if need be.
func (p *Page) Screenshot(path string) {
	p.t.Helper()
	png, err := chromedp.Run(p.ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.MkdirAll(filepath.Dir(path), 0o755)
	}
	if err == nil {
		err = os.WriteFile(path, png, 0o644)
	}
	if err != nil {
		p.t.Fatalf("screenshot: %v", err)
	}
}

// Emulate changes viewport and media features of the open page; Timeout and AllowErrors are ignored.
func (p *Page) Emulate(o Options) {
	p.t.Helper()
	p.Do(emulate(o))
}

// LongTasks lists how long the tasks of the page's main thread took that were above 50 ms.
func (p *Page) LongTasks() []time.Duration {
	p.t.Helper()
	var out []time.Duration
	for _, ms := range Eval[[]float64](p, `chromeLongTasks`) {
		out = append(out, time.Duration(ms*float64(time.Millisecond)))
	}
	return out
}

// ForgetLongTasks starts the list of LongTasks anew.
func (p *Page) ForgetLongTasks() {
	p.t.Helper()
	p.Run(`void (chromeLongTasks.length = 0)`)
}

// said is the end of a failure's message: what the page reported, which mostly is the reason.
func (p *Page) said() string {
	var out string
	for _, failure := range p.console.list() {
		out += "\n\tthe page reported: " + failure
	}
	return out
}

func shorten(s string) string {
	if len(s) > 300 {
		return s[:300] + "…"
	}
	return s
}
