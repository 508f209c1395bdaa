// Command stock renders the grid of the benchmarks with Vugu's own renderer, for comparison.
package main

import (
	"syscall/js"

	"github.com/vugu/vugu"
	"github.com/vugu/vugu/domrender"
	"unroll/web/dom/testdata/parts"
)

func main() {
	renderer, err := domrender.New("#mount")
	if err != nil {
		panic(err)
	}
	env, err := vugu.NewBuildEnv(renderer.EventEnv())
	if err != nil {
		panic(err)
	}
	root := &parts.Grid{}
	clock := js.Global().Get("performance")
	step := func(changed int) []any {
		root.Step++
		root.Changed = changed
		start := clock.Call("now").Float()
		results := env.RunBuild(root)
		built := clock.Call("now").Float()
		if err := renderer.Render(results); err != nil {
			panic(err)
		}
		return []any{built - start, clock.Call("now").Float() - built}
	}
	step(0)
	js.Global().Set("step", js.FuncOf(func(_ js.Value, args []js.Value) any { return step(args[0].Int()) }))
	select {}
}
