//go:build js && wasm

package main

import (
	"syscall/js"
	"time"

	"unroll/core/kernel"
	"unroll/core/train"
	"unroll/wasm/octets"
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
//
// The loop runs outside of the events that it is told of, as a step that hands take part in waits for
// events itself. A worker whose first message is {hand} is such a hand instead.
func runTrainer() {
	global := js.Global()
	start := time.Now()
	now := func() time.Duration { return time.Since(start) }
	ops := arithmetic()
	loop := trainer.New(trainer.Sessions(ops, newHands(), now), now,
		func(m wire.Message) {
			buffer := octets.ToBuffer(wire.Encode(m))
			global.Call("postMessage", buffer, js.ValueOf([]any{buffer}))
		})

	var heard []wire.Message
	awake := make(chan struct{}, 1)
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
		select {
		case awake <- struct{}{}:
		default: // it has not yet come to the one before
		}
		return nil
	}))
	go func() {
		for range awake {
			for len(heard) > 0 {
				m := heard[0]
				heard = heard[1:]
				loop.Receive(m)
			}
			switch after, again := loop.Work(); {
			case again && after > 0:
				global.Call("setTimeout", later, after.Milliseconds()+1)
			case again || len(heard) > 0:
				next()
			}
		}
	}()

	var order func(js.Value)
	global.Get("unroll").Call("receive", js.FuncOf(func(_ js.Value, args []js.Value) any {
		data := args[0].Get("data")
		switch {
		case order != nil:
			order(data)
			return nil
		case !data.InstanceOf(global.Get("ArrayBuffer")) && data.Get("hand").Truthy():
			order = runHand(func(checkpoint, data []byte) (*train.Session, error) {
				return train.LoadWith(train.Means{Ops: ops, Data: file(data)}, checkpoint)
			})
			return nil
		}
		m, err := wire.Decode(octets.FromBuffer(data))
		if err != nil {
			panic(err) // page and trainer are one binary: this is a programmer's mistake
		}
		heard = append(heard, m)
		next()
		return nil
	}))
}

// file is what a message brought of a task's file: nothing, if it was empty.
func file(data []byte) []byte {
	if len(data) == 0 {
		return nil
	}
	return data
}
