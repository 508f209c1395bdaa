//go:build js && wasm

// Command probe stands in for the program in the tests of the scripts that start it. As the page it
// starts a trainer and tells a parent frame what that echoes; as the trainer it echoes what it is sent.
// Either dies in the way that it is told to.
package main

import (
	"os"
	"syscall/js"
	"time"
)

var global = js.Global()

func main() {
	if global.Get("unrollRole").String() == "trainer" {
		trainer()
	} else {
		page()
	}
	select {}
}

// die ends the program in one of the ways in which programs end.
func die(how string) {
	switch how {
	case "panic":
		panic("the probe panics on purpose")
	case "exit":
		os.Exit(3)
	case "throw": // what a sandboxed frame's localStorage does; Go cannot recover from it
		global.Get("Worker").Get("prototype").Get("onmessage")
	case "reject":
		global.Get("Promise").Call("reject", "rejected on purpose")
	}
}

func page() {
	global.Set("die", js.FuncOf(func(_ js.Value, args []js.Value) any { go die(args[0].String()); return nil }))
	unroll := global.Get("unroll")
	parts := []any{unroll.Get("wasmExec"), "\n", unroll.Get("workerSource")}
	blob := global.Get("Blob").New(parts, map[string]any{"type": "text/javascript"})
	worker := global.Get("Worker").New(global.Get("URL").Call("createObjectURL", blob))
	echoed := global.Get("Array").New()
	global.Set("echoed", echoed)
	global.Set("worker", worker)
	worker.Set("onmessage", js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		echoed.Call("push", data)
		global.Get("parent").Call("postMessage", data, "*")
		return nil
	}))
	worker.Call("postMessage", map[string]any{
		"module": unroll.Get("module"), "trampoline": unroll.Get("trampoline"), "kernels": unroll.Get("kernels"),
	})
	worker.Call("postMessage", "first")
	worker.Call("postMessage", "second")
	global.Get("document").Call("getElementById", "unroll").Call("replaceChildren", "the page")
	global.Set("started", true)
}

func trainer() {
	time.Sleep(50 * time.Millisecond) // messages have come by now, and have waited
	global.Get("unroll").Call("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		if data.Type() == js.TypeObject {
			go die(data.Get("die").String())
			return nil
		}
		global.Call("postMessage", data)
		return nil
	}))
}
