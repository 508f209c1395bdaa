//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/vugu/vugu"

	"unroll/core/train"
	"unroll/wasm/supervisor"
	"unroll/web/dom"
	"unroll/web/page"
	"unroll/web/wire"
)

// posterLimit is how long the first rendering may wait for a film to take the poster's place, in
// milliseconds.
const posterLimit = 1500

// runPage mounts the page and connects it to the browser and to a trainer.
func runPage() {
	mount := js.Global().Get("document").Call("getElementById", "unroll")
	renderer := dom.New(mount)
	env, err := vugu.NewBuildEnv(renderer.EventEnv())
	if err != nil {
		panic(err)
	}
	root := &page.Root{}
	frames := newFrames(renderer, env, root)
	storage := &storage{}
	host := newHost(frames, storage)
	root.Host = host
	root.Reader = &reader{frames: frames, storage: storage}

	var trainer *supervisor.Supervisor
	trainer = supervisor.New(
		func() supervisor.Worker {
			return startTrainer(
				func(message []byte) { frames.enter(func() { trainer.Heard(message) }) },
				func(words string) { frames.enter(func() { trainer.Died(words) }) })
		},
		func(m wire.Message) {
			root.Receive(m)
			switch m.(type) {
			case wire.Trace, wire.Failure:
				frames.open()
			}
		},
		func(c train.Config, m wire.Saved) {
			v := root.Values
			v.Config = c
			storage.keep(c, v.Query(), m)
		})
	root.Trainer = trainer

	frames.enter(root.Start)
	host.After(posterLimit, frames.open)
	for event, f := range map[string]func(){"resize": root.Resize, "hashchange": root.Navigate} {
		js.Global().Call("addEventListener", event, js.FuncOf(func(js.Value, []js.Value) any {
			frames.enter(f)
			return nil
		}))
	}
}
