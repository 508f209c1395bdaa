//go:build js

package dom

import "syscall/js"

// port is the way to one host of static/dom.js.
type port struct {
	host js.Value
	room js.Value // a Uint8Array that the host reads
	size int
	copy []byte
}

// open connects to a root, an element or shadow root. The handle is called with events, if any.
func open(root js.Value, handle any) *port {
	library := js.Global().Get("goDOM")
	if library.IsUndefined() {
		panic("dom: static/dom.js is not loaded: the page needs its <script> before the program starts")
	}
	if !root.Truthy() {
		panic("dom: there is no element to render into")
	}
	return &port{host: library.Call("open", root, handle)}
}

// send has the host follow the instructions.
func (p *port) send(program *instructions) {
	p.copy = append(append(p.copy[:0], program.code...), program.text...)
	if n := len(p.copy); n > p.size || p.size == 0 {
		p.size = max(2*n, 4096)
		p.room = p.host.Call("room", p.size)
	}
	js.CopyBytesToJS(p.room, p.copy)
	p.host.Call("run", len(program.code), len(program.text))
}

// NewCanvas returns a canvas that draws into an <svg> element. It needs no closing: it goes with
// the element.
func NewCanvas(svg js.Value) *Canvas {
	return &Canvas{send: open(svg, js.Null()).send}
}
