//go:build js && wasm

// Command reader is the program that makes a task of a reader's own files. The page starts it in a worker
// of its own, by the same scripts as its trainer, and fetches it only when there is something to read: it
// knows how to tell a file's columns and to learn pieces of words, for which the page has no use.
package main

import (
	"syscall/js"

	"unroll/wasm/octets"
	"unroll/wasm/reader/answer"
	"unroll/web/wire"
)

// main answers each message; the page ends the worker when it has no more to ask.
func main() {
	global := js.Global()
	global.Get("unroll").Call("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		m, err := wire.Decode(octets.FromBuffer(args[0].Get("data")))
		if err != nil {
			panic(err) // page and reader are built together: this is a programmer's mistake
		}
		said := octets.ToBuffer(wire.Encode(answer.To(m.(wire.Read))))
		global.Call("postMessage", said, []any{said})
		return nil
	}))
	select {}
}
