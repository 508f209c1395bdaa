//go:build js && wasm

package main

import (
	"syscall/js"

	"unroll/wasm/octets"
)

// Deflate is part of page.Host.
func (h *host) Deflate(data []byte, f func([]byte)) {
	h.stream("CompressionStream", data, 1<<30, f)
}

// Inflate is part of page.Host.
func (h *host) Inflate(deflated []byte, most int, f func([]byte)) {
	h.stream("DecompressionStream", deflated, most, f)
}

// stream sends data through one of the browser's streams and gathers what comes out, if it is not more
// than most; a stream that breaks, or that the browser does not have, gives nil.
func (h *host) stream(kind string, data []byte, most int, f func([]byte)) {
	var out []byte
	done := func(out []byte) { h.frames.enter(func() { f(out) }) }
	var reader js.Value
	if !try(func() {
		global := js.Global()
		stream := global.Get(kind).New("deflate-raw")
		source := global.Get("Blob").New([]any{octets.ToBuffer(data)}).Call("stream")
		reader = source.Call("pipeThrough", stream).Call("getReader")
	}) {
		h.After(0, func() { f(nil) })
		return
	}
	var next func()
	next = func() {
		settled(reader.Call("read"), func(part js.Value, ok bool) {
			switch {
			case !ok:
				done(nil)
			case part.Get("done").Bool():
				done(out)
			case len(out)+part.Get("value").Length() > most:
				reader.Call("cancel")
				done(nil)
			default:
				chunk := make([]byte, part.Get("value").Length())
				js.CopyBytesToGo(chunk, part.Get("value"))
				out = append(out, chunk...)
				next()
			}
		})
	}
	next()
}
