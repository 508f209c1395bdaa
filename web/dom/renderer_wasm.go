//go:build js

package dom

import (
	"errors"
	"sync"
	"syscall/js"

	"github.com/vugu/vugu"
	vugujs "github.com/vugu/vugu/js"
)

// Renderer renders one tree of components into one mount. A page may have any number of renderers,
// which share nothing.
type Renderer struct {
	// Wanted, if it is set, is called whenever a handler has run or UnlockRender was called. It is for
	// programs that render in a frame of their own, and takes the place of Run and EventWait.
	Wanted func()

	mount    js.Value
	port     *port
	differ   *differ
	hooks    lifecycle
	mu       sync.RWMutex
	env      *eventEnv
	wanted   chan bool // holds one request for a render
	frame    chan bool // holds one animation frame
	onEvent  js.Func
	onFrame  js.Func
	request  js.Value  // the animation frame that was asked for last
	late     []pending // events that came while the lock was held, oldest first
	rendered bool
	closed   bool
}

// New makes a renderer for an element or a shadow root. What the mount holds stays until the first
// render replaces it.
func New(mount js.Value) *Renderer {
	r := &Renderer{
		mount:  mount,
		differ: newDiffer(complain),
		wanted: make(chan bool, 1),
		frame:  make(chan bool, 1),
	}
	r.env = &eventEnv{vugu.NewEventEnvImpl(&r.mu, r.wanted), r}
	r.onEvent = js.FuncOf(func(_ js.Value, args []js.Value) any {
		r.dispatch(pending{uint32(args[0].Int()), args[1]})
		return nil
	})
	r.onFrame = js.FuncOf(func(js.Value, []js.Value) any {
		wake(r.frame)
		return nil
	})
	r.hooks.guard = guard
	r.port = open(mount, r.onEvent)
	return r
}

// EventEnv is the lock around the state that components show. Lock it to change that state from a
// goroutine, then UnlockRender to have it shown. A handler of an event holds it already.
func (r *Renderer) EventEnv() vugu.EventEnv { return r.env }

// eventEnv is Vugu's, and tells Renderer.Wanted.
type eventEnv struct {
	*vugu.EventEnvImpl
	renderer *Renderer
}

func (e *eventEnv) UnlockRender() {
	e.EventEnvImpl.UnlockRender()
	if wanted := e.renderer.Wanted; wanted != nil {
		wanted()
	}
}

// Render shows a build in the document and calls the callbacks that wait for that. It returns the
// first thing in the build that cannot be rendered; the rest has been.
func (r *Renderer) Render(results *vugu.BuildResults) error {
	err := r.render(results, nil)
	r.callBack()
	return err
}

func (r *Renderer) render(results *vugu.BuildResults, root vugu.Builder) error {
	if r.closed {
		return errors.New("dom: the renderer is closed")
	}
	if results == nil || results.Out == nil {
		return errors.New("dom: there is no build to render")
	}
	for _, v := range results.Out.Out {
		if v.Data == "html" || v.Data == "head" || v.Data == "body" {
			return errors.New("dom: <" + v.Data + "> cannot be the root of a component: mount into an element of the page")
		}
	}
	if !r.rendered {
		r.mount.Call("replaceChildren")
		r.rendered = true
	}
	r.hooks.walk(results, root)
	err := r.differ.diff(results)
	r.differ.style(r.hooks.css)
	r.port.send(&r.differ.instructions)
	r.differ.reset()
	return err
}

// callBack tells elements and components that they are in the document. The lock is free, so that
// a component may ask for another render.
func (r *Renderer) callBack() {
	created, populated := r.differ.created, r.differ.populated
	r.differ.created, r.differ.populated = nil, nil
	for _, h := range append(created, populated...) {
		guard("a vg-js callback", func() {
			h.handler.JSValueHandle(vugujs.Value(r.port.host.Call("get", h.number)))
		})
	}
	r.hooks.call(r.env)
}

// Close takes what the renderer rendered out of the document, removes all its listeners, and ends
// Run and EventWait.
func (r *Renderer) Close() {
	if r.closed {
		return
	}
	r.closed = true
	r.late = nil
	wake(r.wanted) // for EventWait to see that there is no more to wait for
	wake(r.frame)
	r.port.host.Call("close")
	js.Global().Call("cancelAnimationFrame", r.request)
	r.onEvent.Release()
	r.onFrame.Release()
}
