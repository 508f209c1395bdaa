//go:build js && wasm

// Package port connects two replicas of a run, in two workers, by a MessagePort.
package port

import (
	"syscall/js"
	"unsafe"

	"unroll/core/train"
	"unroll/wasm/crew"
)

// silence is how many milliseconds a replica waits for another that has not said that it is dead: far
// longer than any step takes.
const silence = 20_000

// Port is a crew.Link over a MessagePort. Its buffers are transferred, and those that come in go out
// again with the next message, so that a steady exchange makes no garbage of their size.
type Port struct {
	js.Value
	come    chan js.Value // messages: [loss, buffer], at most one ahead of its Receive; undefined: no more
	closed  bool
	handler js.Func
	expire  js.Func

	spare    js.Value // a Uint8Array, or undefined
	gradient []float32
}

var _ crew.Link = (*Port)(nil)

// New takes over a MessagePort.
func New(v js.Value) *Port {
	p := &Port{Value: v, come: make(chan js.Value, 4)}
	p.expire = js.FuncOf(func(js.Value, []js.Value) any { p.Close(); return nil })
	p.handler = js.FuncOf(func(_ js.Value, args []js.Value) any {
		p.come <- args[0].Get("data")
		return nil
	})
	v.Set("onmessage", p.handler)
	return p
}

// Send is part of crew.Link.
func (p *Port) Send(part train.Part) {
	if p.closed {
		return
	}
	n := 4 * len(part.Gradient)
	array := p.spare
	p.spare = js.Undefined()
	if array.IsUndefined() || array.Length() != n {
		array = js.Global().Get("Uint8Array").New(n)
	}
	js.CopyBytesToJS(array, octets(part.Gradient))
	buffer := array.Get("buffer")
	p.Call("postMessage", []any{part.Loss, buffer}, []any{buffer})
}

// Receive is part of crew.Link. It waits for one channel only, and has the browser's timer close it: Go's
// select and timers would cost the page 30 KB.
func (p *Port) Receive() (train.Part, bool) {
	if p.closed {
		return train.Part{}, false
	}
	timer := js.Global().Call("setTimeout", p.expire, silence)
	message := <-p.come
	if message.IsUndefined() {
		return train.Part{}, false
	}
	js.Global().Call("clearTimeout", timer)
	p.spare = js.Global().Get("Uint8Array").New(message.Index(1))
	if n := p.spare.Length() / 4; len(p.gradient) != n {
		p.gradient = make([]float32, n)
	}
	js.CopyBytesToGo(octets(p.gradient), p.spare)
	return train.Part{Loss: message.Index(0).Float(), Gradient: p.gradient}, true
}

// Close is part of crew.Link.
func (p *Port) Close() {
	if p.closed {
		return
	}
	p.closed = true
	p.come <- js.Undefined()
	p.Set("onmessage", js.Null())
	p.Call("close")
	p.handler.Release()
	p.expire.Release()
}

// octets is the memory of x.
func octets(x []float32) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(x))), 4*len(x))
}
