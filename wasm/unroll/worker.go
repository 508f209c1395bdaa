//go:build js && wasm

package main

import (
	"syscall/js"

	"unroll/wasm/octets"
	"unroll/wasm/supervisor"
)

// worker is a program in a Worker of the browser's, started from a blob: in a sandboxed frame, no
// address is of the page's own origin.
type worker struct {
	js.Value
	url      js.Value
	handlers []js.Func
}

// startTrainer starts a trainer, by the module that the page itself is of.
func startTrainer(heard func(message []byte), died func(words string)) supervisor.Worker {
	return startWorker(js.Global().Get("unroll").Get("module"), heard, died)
}

// startWorker starts a program. Its messages go to heard, its last words to died; after Stop neither
// is called. It takes what else it needs from the global unroll, where the loader has left it.
func startWorker(module js.Value, heard func(message []byte), died func(words string)) supervisor.Worker {
	global := js.Global()
	kit := global.Get("unroll")
	blob := global.Get("Blob").New([]any{kit.Get("wasmExec"), "\n", kit.Get("workerSource")},
		map[string]any{"type": "text/javascript"})
	w := &worker{url: global.Get("URL").Call("createObjectURL", blob)}
	if !try(func() { w.Value = global.Get("Worker").New(w.url) }) {
		global.Call("setTimeout", once(func(js.Value) { died("the browser starts no worker") }))
		return w
	}
	w.on("message", func(event js.Value) {
		data := event.Get("data")
		if data.InstanceOf(global.Get("ArrayBuffer")) {
			heard(octets.FromBuffer(data))
		} else {
			died(data.Get("crashed").String())
		}
	})
	w.on("error", func(event js.Value) {
		event.Call("preventDefault") // it is reported to the reader, in words
		died(event.Get("message").String())
	})
	w.Call("postMessage", map[string]any{
		"module": module, "trampoline": kit.Get("trampoline"), "kernels": kit.Get("kernels"),
		"wasmExec": kit.Get("wasmExec"), "workerSource": kit.Get("workerSource"),
		"cores": global.Get("navigator").Get("hardwareConcurrency"),
	})
	return w
}

// on has f take an event of the worker's for as long as it lives.
func (w *worker) on(event string, f func(event js.Value)) {
	handler := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if w.handlers != nil { // an event that was under way when the worker was stopped is nobody's
			f(args[0])
		}
		return nil
	})
	w.handlers = append(w.handlers, handler)
	w.Call("addEventListener", event, handler)
}

// Post is part of supervisor.Worker.
func (w *worker) Post(message []byte) {
	if w.handlers == nil {
		return
	}
	buffer := octets.ToBuffer(message)
	w.Call("postMessage", buffer, []any{buffer})
}

// Stop is part of supervisor.Worker.
func (w *worker) Stop() {
	if w.handlers != nil {
		w.Call("terminate")
	}
	for _, handler := range w.handlers {
		handler.Release()
	}
	w.handlers = nil
	js.Global().Get("URL").Call("revokeObjectURL", w.url)
}
