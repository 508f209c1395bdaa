//go:build js && wasm

// Command unroll is the program of the page, in two roles. In the document it is the page; in a
// worker that the page starts from the same compiled module it is the trainer. The script that loads
// it says which, in the global unrollRole.
package main

import "syscall/js"

func main() {
	switch role := js.Global().Get("unrollRole").String(); role {
	case "page":
		runPage()
	case "trainer":
		runTrainer()
	default:
		panic("unroll: no role is called " + role)
	}
	select {} // from here on, events do everything
}
