package poster

import (
	"unroll/core/train"
	"unroll/web/page"
	"unroll/web/paint"
)

var _ page.Host = (*host)(nil)

// host is a browser that shows the page once to somebody who does nothing.
type host struct {
	model []byte
	width float64

	calls    []func()        // what is to be called back, oldest first
	dirty    bool            // the page is to be rendered
	frames   []func(float64) // what waits for a repaint
	canvases map[string]*canvas
}

// turn does the next thing that a browser would, and reports whether there was any.
func (h *host) turn(render func()) bool {
	switch {
	case len(h.calls) > 0:
		f := h.calls[0]
		h.calls = h.calls[1:]
		f()
	case h.dirty:
		h.dirty = false
		render()
	case len(h.frames) > 0:
		now := h.frames
		h.frames = nil
		for _, f := range now {
			f(0)
		}
	default:
		return false
	}
	return true
}

func (h *host) later(f func()) { h.calls = append(h.calls, f) }

// Canvas is part of page.Host; the canvas is there before its element, whose children it becomes.
func (h *host) Canvas(id string) paint.Canvas {
	if h.canvases == nil {
		h.canvases = make(map[string]*canvas)
	}
	if h.canvases[id] == nil {
		h.canvases[id] = new(canvas)
	}
	return h.canvases[id]
}

// Pretrained is part of page.Host.
func (h *host) Pretrained(_ string, f func([]byte)) { h.later(func() { f(h.model) }) }

// Corpus is part of page.Host: the model on the poster has none.
func (h *host) Corpus(_ train.Config, f func([]byte)) { h.later(func() { f(nil) }) }

// Kept is part of page.Host: nobody was here before.
func (h *host) Kept(f func(string, []byte)) { h.later(func() { f("", nil) }) }

// ReducedMotion is part of page.Host: a poster shows the film's best still.
func (h *host) ReducedMotion() bool { return true }

// The rest of page.Host, for a window with an empty query in which nobody does anything.

func (h *host) Query() string                           { return "" }
func (h *host) Replace(string)                          {}
func (h *host) Link(string) string                      { return "" }
func (h *host) Language() string                        { return "en" }
func (h *host) SetLanguage(string, string)              {}
func (h *host) Width(string) float64                    { return h.width }
func (h *host) Render()                                 { h.dirty = true }
func (h *host) Frame(f func(float64))                   { h.frames = append(h.frames, f) }
func (h *host) After(int, func())                       {}
func (h *host) Focus(string)                            {}
func (h *host) Select(string)                           {}
func (h *host) Copy(string, func(bool))                 {}
func (h *host) Download(string, string, []byte)         {}
func (h *host) Open(string, func([]byte))               {}
func (h *host) Fragment() string                        { return "" }
func (h *host) SetFragment(string)                      {}
func (h *host) Deflate([]byte, func([]byte))            {}
func (h *host) Inflate(_ []byte, _ int, f func([]byte)) {}
