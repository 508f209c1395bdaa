package e2e

import (
	"strconv"
	"strings"
	"time"

	"unroll/web/chrome"
)

// figure is a number of the training panel as it stands there, by its name; empty if there is none.
func (v *view) figure(name string) string {
	v.t.Helper()
	return chrome.Eval[string](v.Page, `[...document.querySelectorAll('dt')].find(e => e.textContent === `+
		strconv.Quote(name)+`)?.nextElementSibling.textContent ?? ''`)
}

// steps is the number of training steps that the page shows.
func (v *view) steps() int {
	v.t.Helper()
	text := v.figure("Steps")
	n, err := strconv.Atoi(strings.ReplaceAll(text, ",", ""))
	if err != nil {
		v.t.Fatalf("the page shows %q steps", text)
	}
	return n
}

// exact is the share of held-out answers that the page says are wholly right, in per cent; -1 as long
// as it says nothing.
func (v *view) exact() float64 {
	v.t.Helper()
	text, _, _ := strings.Cut(v.figure("Whole answers right"), " %")
	x, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
	if err != nil {
		return -1
	}
	return x
}

// judged waits for the first evaluation and returns what exact then says.
func (v *view) judged() float64 {
	v.t.Helper()
	v.until(30*time.Second, "a held-out accuracy", func() bool { return v.exact() >= 0 })
	return v.exact()
}

// until waits for something to become true.
func (v *view) until(limit time.Duration, what string, is func() bool) {
	v.t.Helper()
	for end := time.Now().Add(limit); !is(); time.Sleep(30 * time.Millisecond) {
		if time.Now().After(end) {
			v.t.Fatalf("no %s within %v; the page says %q", what, limit, v.words("[role=status], [role=alert]"))
		}
	}
}

// words is the text of all elements that a selector names.
func (v *view) words(selector string) string {
	v.t.Helper()
	return chrome.Eval[string](v.Page, `[...document.querySelectorAll(`+strconv.Quote(selector)+`)].map(e => e.textContent).filter(t => t).join(' | ')`)
}

// value is what a form control holds.
func (v *view) value(role, name string) string {
	v.t.Helper()
	return chrome.Eval[string](v.Page, "document.querySelector(`"+v.path(role, name)+"`).value")
}

// picture is everything that is drawn in the film at this moment.
func (v *view) picture() string {
	v.t.Helper()
	return chrome.Eval[string](v.Page, `[...document.querySelectorAll('#film-canvas *')].map(e =>
		e.tagName + ' ' + [...e.attributes].map(a => a.name + '=' + a.value).sort().join(' ') + ' ' + e.textContent).join('\n')`)
}
