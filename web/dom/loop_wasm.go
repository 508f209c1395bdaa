//go:build js

package dom

import (
	"syscall/js"

	"github.com/vugu/vugu"
)

// Run builds and renders the root now and then whenever a handler has run or UnlockRender was called,
// at most once a frame. It returns nil when the renderer is closed, and the error of the first render
// if that fails. A later build that panics or cannot be rendered is reported to the console, so that
// the page stays as it was and can still be used. The build runs with the EventEnv locked, so Init and
// Compute of a component lock it in a goroutine only; Rendered may lock it itself.
func (r *Renderer) Run(env *vugu.BuildEnv, root vugu.Builder) error {
	show := func() (err error) {
		r.mu.Lock()
		guard("the build", func() { err = r.render(env.RunBuild(root), root) })
		r.mu.Unlock()
		r.callBack()
		return err
	}
	if err := show(); err != nil {
		return err
	}
	for r.EventWait() {
		if err := show(); err != nil {
			complain(err.Error())
		}
	}
	return nil
}

// EventWait blocks until a render is wanted and the next frame is due. It returns false when the
// renderer was closed. It is for programs with a loop of their own:
//
//	for ok := true; ok; ok = renderer.EventWait() {
//		err := renderer.Render(env.RunBuild(root))
//	}
func (r *Renderer) EventWait() bool {
	if <-r.wanted; r.closed {
		return false
	}
	r.request = js.Global().Call("requestAnimationFrame", r.onFrame)
	if <-r.frame; r.closed {
		return false
	}
	select { // the coming render also serves who asked in the meantime
	case <-r.wanted:
	default:
	}
	return true
}

// wake puts a value into a channel with room for one, unless there is one.
func wake(c chan bool) {
	select {
	case c <- true:
	default:
	}
}
