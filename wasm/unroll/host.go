//go:build js && wasm

package main

import (
	"strings"
	"syscall/js"

	"unroll/web/dom"
	"unroll/web/page"
	"unroll/web/paint"
)

var _ page.Host = (*host)(nil)

// host is the browser, as the page asks for it.
type host struct {
	document js.Value
	frames   *frames
	storage  *storage
	address  address
}

func newHost(f *frames, s *storage) *host {
	h := &host{document: js.Global().Get("document"), frames: f, storage: s}
	h.address.replace = js.FuncOf(func(js.Value, []js.Value) any { h.address.write(); return nil })
	return h
}

// Query is part of page.Host.
func (h *host) Query() string { return h.address.query() }

// Replace is part of page.Host.
func (h *host) Replace(query string) { h.address.set(query) }

// Link is part of page.Host.
func (h *host) Link(query string) string {
	whole, _, _ := strings.Cut(js.Global().Get("location").Get("href").String(), "#")
	whole, _, _ = strings.Cut(whole, "?")
	if query == "" {
		return whole
	}
	return whole + "?" + query
}

// Language is part of page.Host.
func (h *host) Language() string {
	return js.Global().Get("navigator").Get("language").String()
}

// SetLanguage is part of page.Host.
func (h *host) SetLanguage(tag, title string) {
	h.document.Get("documentElement").Set("lang", tag)
	h.document.Set("title", title)
}

// ReducedMotion is part of page.Host.
func (h *host) ReducedMotion() bool {
	return js.Global().Call("matchMedia", "(prefers-reduced-motion: reduce)").Get("matches").Bool()
}

// Width is part of page.Host.
func (h *host) Width(id string) float64 {
	if e := h.element(id); e.Truthy() {
		return e.Get("clientWidth").Float()
	}
	return 0
}

// Canvas is part of page.Host.
func (h *host) Canvas(id string) paint.Canvas {
	if e := h.element(id); e.Truthy() {
		return dom.NewCanvas(e)
	}
	return nil
}

// Render is part of page.Host.
func (h *host) Render() { h.frames.invalidate() }

// Frame is part of page.Host.
func (h *host) Frame(f func(ms float64)) { h.frames.call(f) }

// After is part of page.Host.
func (h *host) After(ms int, f func()) {
	js.Global().Call("setTimeout", once(func(js.Value) { h.frames.enter(f) }), ms)
}

// Focus is part of page.Host.
func (h *host) Focus(id string) {
	if e := h.element(id); e.Truthy() {
		e.Call("focus")
	}
}

// Select is part of page.Host.
func (h *host) Select(id string) {
	if e := h.element(id); e.Truthy() {
		e.Call("focus")
		e.Call("select")
	}
}

// Kept is part of page.Host. Without a query, the reader comes back to whatever it was.
func (h *host) Kept(f func(query string, checkpoint []byte)) {
	found := func(query string, checkpoint []byte) {
		h.frames.enter(func() { f(query, checkpoint) })
	}
	if query := h.Query(); query != "" {
		h.storage.find(configOf(query), found)
	} else {
		h.storage.latest(found)
	}
}

func (h *host) element(id string) js.Value { return h.document.Call("getElementById", id) }
