//go:build js && wasm

package main

import (
	"syscall/js"

	"github.com/vugu/vugu"

	"unroll/web/dom"
	"unroll/web/page"
)

// frames does what has to be done before the next repaint, once: however many messages come in
// between two repaints, the page is rendered at most one time, as it is then, and after that the
// film is painted. It stands in the place of dom.Renderer.Run, which knows nothing of the painting.
type frames struct {
	renderer *dom.Renderer
	env      *vugu.BuildEnv
	root     *page.Root

	opened  bool // until then the poster stays
	dirty   bool
	waiting bool // for the browser's next frame
	calls   []func(ms float64)
	spare   []func(ms float64) // room for calls while calls are made
	tick    js.Func
}

func newFrames(renderer *dom.Renderer, env *vugu.BuildEnv, root *page.Root) *frames {
	f := &frames{renderer: renderer, env: env, root: root}
	f.tick = js.FuncOf(func(_ js.Value, args []js.Value) any {
		f.enter(func() { f.frame(args[0].Float()) })
		return nil
	})
	return f
}

// enter calls g with the page's state locked, as the handlers of events are called.
func (f *frames) enter(g func()) {
	f.renderer.EventEnv().Lock()
	defer f.renderer.EventEnv().UnlockOnly()
	g()
}

// open lets the page take the poster's place. It renders at once, so that the film can be laid out for
// the width that it has, before it is painted in the next frame.
func (f *frames) open() {
	if f.opened {
		return
	}
	f.opened = true
	f.render()
	f.root.Resize()
	f.invalidate()
}

// invalidate has the page rendered.
func (f *frames) invalidate() {
	f.dirty = true
	f.wait()
}

// call calls g once, after rendering.
func (f *frames) call(g func(ms float64)) {
	f.calls = append(f.calls, g)
	f.wait()
}

func (f *frames) wait() {
	if !f.waiting && f.opened {
		f.waiting = true
		js.Global().Call("requestAnimationFrame", f.tick)
	}
}

// frame is one turn. What is called for during the rendering belongs to this turn, and what is called
// for by a call to the next.
func (f *frames) frame(ms float64) {
	if f.dirty {
		f.dirty = false
		f.render()
	}
	now := f.calls
	f.calls = f.spare[:0]
	f.waiting = false
	if f.dirty {
		f.wait()
	}
	for _, g := range now {
		g(ms)
	}
	clear(now)
	f.spare = now
}

func (f *frames) render() {
	results := f.env.RunBuild(f.root)
	f.watch(results, results.Out)
	if err := f.renderer.Render(results); err != nil {
		js.Global().Get("console").Call("error", err.Error())
	}
}

// watch has the page rendered after each handler of an event.
func (f *frames) watch(results *vugu.BuildResults, out *vugu.BuildOut) {
	for _, n := range out.Out {
		f.watchNode(n)
	}
	for _, c := range out.Components {
		if built := results.ResultFor(c); built != nil {
			f.watch(results, built)
		}
	}
}

func (f *frames) watchNode(n *vugu.VGNode) {
	for i := range n.DOMEventHandlerSpecList {
		handle := n.DOMEventHandlerSpecList[i].Func
		n.DOMEventHandlerSpecList[i].Func = func(e vugu.DOMEvent) {
			f.invalidate()
			handle(e)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		f.watchNode(c)
	}
}
