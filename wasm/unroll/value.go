//go:build js && wasm

package main

import "syscall/js"

// reach is a property of an object, or undefined where the browser refuses it. In a sandboxed frame
// some getters throw, and only an exception that comes out of a call can be recovered from: one out
// of js.Value.Get ends the program.
func reach(object js.Value, name string) (v js.Value) {
	try(func() { v = js.Global().Get("Reflect").Call("get", object, name) })
	return v
}

// try calls f and reports whether no exception of JavaScript's came out of it.
func try(f func()) (ok bool) {
	defer func() {
		switch e := recover().(type) {
		case nil:
		case js.Error:
			ok = false
		default:
			panic(e)
		}
	}()
	f()
	return true
}

// once is f for JavaScript to call one time.
func once(f func(js.Value)) js.Func {
	var fn js.Func
	fn = js.FuncOf(func(_ js.Value, args []js.Value) any {
		fn.Release()
		v := js.Undefined()
		if len(args) > 0 {
			v = args[0]
		}
		f(v)
		return nil
	})
	return fn
}

// settled calls f with what a promise comes to, or with ok false when it is broken.
func settled(promise js.Value, f func(v js.Value, ok bool)) {
	var kept, broken js.Func
	kept = once(func(v js.Value) { broken.Release(); f(v, true) })
	broken = once(func(v js.Value) { kept.Release(); f(v, false) })
	promise.Call("then", kept, broken)
}
