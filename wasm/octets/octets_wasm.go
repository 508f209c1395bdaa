//go:build js && wasm

// Package octets carries bytes between Go's memory and JavaScript's.
package octets

import "syscall/js"

// ToBuffer is an ArrayBuffer with a copy of b.
func ToBuffer(b []byte) js.Value {
	a := js.Global().Get("Uint8Array").New(len(b))
	js.CopyBytesToJS(a, b)
	return a.Get("buffer")
}

// FromBuffer is a copy of an ArrayBuffer.
func FromBuffer(buffer js.Value) []byte {
	a := js.Global().Get("Uint8Array").New(buffer)
	b := make([]byte, a.Length())
	js.CopyBytesToGo(b, a)
	return b
}
