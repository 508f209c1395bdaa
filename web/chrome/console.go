package chrome

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/cdproto/target"
	"github.com/chromedp/chromedp"
)

// console collects what went wrong in a tab and in the workers that it started: calls of
// console.error and console.assert, exceptions that nobody caught, broken rules of the
// Content-Security-Policy, and requests that failed.
type console struct {
	ctx     context.Context // of the tab
	workers sync.WaitGroup

	mu       sync.Mutex
	failures []string
	lines    []string
	urls     map[network.RequestID]string
}

func newConsole() *console { return &console{urls: map[network.RequestID]string{}} }

// listen takes one event of the tab or of one of its workers, on the goroutine that reads them.
func (c *console) listen(event any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		text := string(e.Type) + ": " + words(e.Args)
		c.lines = append(c.lines, text)
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			c.failures = append(c.failures, "console."+text)
		}
	case *runtime.EventExceptionThrown:
		text := e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			text += " " + e.ExceptionDetails.Exception.Description
		}
		c.failures = append(c.failures, "exception: "+text)
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			c.failures = append(c.failures, strings.TrimSpace(string(e.Entry.Source)+": "+e.Entry.Text+" "+e.Entry.URL))
		}
	case *network.EventRequestWillBeSent:
		c.urls[e.RequestID] = e.Request.URL
	case *network.EventLoadingFailed:
		if !e.Canceled {
			c.failures = append(c.failures, fmt.Sprintf("request: %s %s", e.ErrorText, c.urls[e.RequestID]))
		}
	case *target.EventAttachedToTarget:
		if e.TargetInfo.Type == "worker" {
			c.workers.Add(1)
			go c.worker(e.TargetInfo.TargetID)
		}
	}
}

// worker listens to a worker until the tab closes; the console keeps what it said before that.
func (c *console) worker(id target.ID) {
	defer c.workers.Done()
	ctx, cancel := chromedp.NewContext(c.ctx, chromedp.WithTargetID(id), chromedp.WithListener(c.listen),
		chromedp.WithDetachOnCancel())
	defer cancel()
	if err := chromedp.Do(ctx); err != nil {
		return // the worker is gone already
	}
	gone, err := chromedp.Detached(ctx)
	if err != nil {
		return
	}
	select {
	case <-gone:
	case <-ctx.Done():
	}
}

// wait returns when nobody listens any more.
func (c *console) wait() { c.workers.Wait() }

func (c *console) list() []string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return slices.Clone(c.failures)
}

// words is the text of a console call as a reader would see it.
func words(args []*runtime.RemoteObject) string {
	var out []string
	for _, arg := range args {
		switch {
		case arg.Description != "":
			out = append(out, arg.Description)
		case arg.Value != nil:
			out = append(out, strings.Trim(string(arg.Value), `"`))
		default:
			out = append(out, string(arg.Type))
		}
	}
	return strings.Join(out, " ")
}

// Errors lists what went wrong in the page so far, in the order in which it happened.
func (p *Page) Errors() []string { return p.console.list() }

// Console lists every call of the console API so far, as in "log: it works".
func (p *Page) Console() []string {
	p.console.mu.Lock()
	defer p.console.mu.Unlock()
	return slices.Clone(p.console.lines)
}
