//go:build js && wasm

package main

import (
	"syscall/js"

	"unroll/core/corpus"
	"unroll/core/train"
	"unroll/wasm/octets"
)

// Download is part of page.Host.
func (h *host) Download(name, mediaType string, data []byte) {
	global := js.Global()
	blob := global.Get("Blob").New([]any{octets.ToBuffer(data)}, map[string]any{"type": mediaType})
	url := global.Get("URL").Call("createObjectURL", blob)
	link := h.document.Call("createElement", "a")
	link.Set("href", url)
	link.Set("download", name)
	link.Call("click")
	global.Call("setTimeout", once(func(js.Value) { // the browser has begun to read it by then
		global.Get("URL").Call("revokeObjectURL", url)
	}), 60_000)
}

// Open is part of page.Host.
func (h *host) Open(accept string, f func(data []byte)) {
	input := h.document.Call("createElement", "input")
	input.Set("type", "file")
	input.Set("accept", accept)
	var chosen, dropped js.Func
	chosen = once(func(js.Value) {
		dropped.Release()
		file := input.Get("files").Index(0)
		settled(file.Call("arrayBuffer"), func(buffer js.Value, ok bool) {
			var data []byte
			if ok { // else it could not be read, and so is no checkpoint
				data = octets.FromBuffer(buffer)
			}
			h.frames.enter(func() { f(data) })
		})
	})
	dropped = once(func(js.Value) { chosen.Release() })
	input.Call("addEventListener", "change", chosen)
	input.Call("addEventListener", "cancel", dropped)
	input.Call("click")
}

// Pretrained is part of page.Host.
func (h *host) Pretrained(task string, f func(checkpoint []byte)) {
	h.fetch("models/"+task+".safetensors", f)
}

// Corpus is part of page.Host.
func (h *host) Corpus(c train.Config, f func(data []byte)) {
	if c.Task == train.Own {
		h.storage.corpus(c.Corpus, func(data []byte) { h.frames.enter(func() { f(data) }) })
		return
	}
	h.fetch(corpus.DataFile(c.Task), f)
}

// fetch calls f with a file of the site's, or nil if it cannot be had.
func (h *host) fetch(path string, f func(data []byte)) {
	done := func(data []byte) { h.frames.enter(func() { f(data) }) }
	settled(js.Global().Call("fetch", path), func(response js.Value, ok bool) {
		if !ok || !response.Get("ok").Bool() {
			done(nil)
			return
		}
		settled(response.Call("arrayBuffer"), func(buffer js.Value, ok bool) {
			if !ok {
				done(nil)
				return
			}
			done(octets.FromBuffer(buffer))
		})
	})
}

// Copy is part of page.Host.
func (h *host) Copy(text string, done func(ok bool)) {
	clipboard := reach(js.Global().Get("navigator"), "clipboard")
	if clipboard.IsUndefined() { // the page was not loaded safely
		h.After(0, func() { done(false) })
		return
	}
	settled(clipboard.Call("writeText", text), func(_ js.Value, ok bool) {
		h.frames.enter(func() { done(ok) })
	})
}
