package main

import (
	"strconv"
	"syscall/js"

	"github.com/vugu/vugu"
	"unroll/web/dom"
	"unroll/web/dom/testdata/parts"
)

// grid renders a grid into a mount and returns a function that changes so many cells, renders, and
// says in milliseconds how long build and render took.
func grid(mount js.Value) js.Func {
	root := &parts.Grid{}
	renderer := dom.New(mount)
	env, err := vugu.NewBuildEnv(renderer.EventEnv())
	if err != nil {
		panic(err)
	}
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
	return js.FuncOf(func(_ js.Value, args []js.Value) any { return step(args[0].Int()) })
}

// canvas makes a canvas of an <svg> and returns its methods, and frame, which changes so many of 600
// shapes and says how long that took.
func canvas(svg js.Value) map[string]any {
	c := dom.NewCanvas(svg)
	method := func(f func(args []js.Value)) js.Func {
		return js.FuncOf(func(_ js.Value, args []js.Value) any { f(args); return nil })
	}
	clock := js.Global().Get("performance")
	frames := 0
	return map[string]any{
		"insert": method(func(a []js.Value) { c.Insert(a[0].Int(), a[1].String()) }),
		"remove": method(func(a []js.Value) { c.Remove(a[0].Int()) }),
		"move":   method(func(a []js.Value) { c.Move(a[0].Int(), a[1].Int()) }),
		"set":    method(func(a []js.Value) { c.Set(a[0].Int(), a[1].String(), a[2].String()) }),
		"clear":  method(func(a []js.Value) { c.Clear(a[0].Int(), a[1].String()) }),
		"text":   method(func(a []js.Value) { c.Text(a[0].Int(), a[1].String()) }),
		"flush":  method(func([]js.Value) { c.Flush() }),
		"frame": js.FuncOf(func(_ js.Value, a []js.Value) any {
			for i := c.Len(); i < 600; i++ {
				c.Insert(i, "rect")
				c.Set(i, "x", strconv.Itoa(i%30*20))
				c.Set(i, "y", strconv.Itoa(i/30*20))
				c.Set(i, "width", "18")
				c.Set(i, "height", "18")
			}
			c.Flush()
			frames++
			var number [8]byte
			start := clock.Call("now").Float()
			for i := range a[0].Int() {
				fill := strconv.AppendInt(append(number[:0], '#'), int64(0x100000+(i*7919+frames*104729)%0xeFFFFF), 16)
				c.Set(i, "fill", string(fill))
			}
			c.Flush()
			return clock.Call("now").Float() - start
		}),
	}
}
