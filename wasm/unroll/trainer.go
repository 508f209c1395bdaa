//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"unroll/core/kernel"
	"unroll/wasm/simd"
	"unroll/wasm/trainer"
	"unroll/web/wire"
)

// arithmetic is the fastest that this browser has; gonum's own products take part in it.
func arithmetic() kernel.Ops {
	if !simd.Available() {
		return kernel.Plain{}
	}
	simd.Use()
	return &simd.Ops{}
}

// runTrainer connects a trainer.Loop to the page. Its slices of work are messages that it sends to
// itself: they stand in the same queue as the page's, so that each of those gets its turn, and unlike
// timers they wait for nothing else.
func runTrainer() {
	global := js.Global()
	start := time.Now()
	loop := trainer.New(trainer.Sessions(arithmetic()),
		func() time.Duration { return time.Since(start) },
		func(m wire.Message) {
			buffer := toBuffer(wire.Encode(m))
			global.Call("postMessage", buffer, js.ValueOf([]any{buffer}))
		})

	channel := global.Get("MessageChannel").New()
	ping := channel.Get("port2")
	pinged := false
	next := func() {
		if !pinged {
			pinged = true
			ping.Call("postMessage", js.Null())
		}
	}
	later := js.FuncOf(func(js.Value, []js.Value) any { next(); return nil })
	channel.Get("port1").Set("onmessage", js.FuncOf(func(js.Value, []js.Value) any {
		pinged = false
		switch after, again := loop.Work(); {
		case again && after > 0:
			global.Call("setTimeout", later, after.Milliseconds()+1)
		case again:
			next()
		}
		return nil
	}))

	global.Get("unroll").Call("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		m, err := wire.Decode(fromBuffer(args[0].Get("data")))
		if err != nil {
			panic(err) // page and trainer are one binary: this is a programmer's mistake
		}
		loop.Receive(m)
		next()
		return nil
	}))
}
