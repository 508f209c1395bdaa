//go:build js

package dom

import (
	"fmt"
	"runtime"
	"syscall/js"
)

// pending is an event on its way to a listener.
type pending struct {
	listener uint32
	event    js.Value
}

// dispatch handles an event, now if it can. It never waits for the lock: whoever holds it may be
// waiting for the call into JavaScript that raised the event, as a render is that removes a focused
// element, or a handler that moves the focus.
func (r *Renderer) dispatch(p pending) {
	if r.closed {
		return
	}
	if len(r.late) == 0 && r.mu.TryLock() {
		r.handle(p)
		return
	}
	r.late = append(r.late, p)
	if len(r.late) == 1 {
		go r.catchUp()
	}
}

// catchUp handles the events that came while the lock was held, in their order.
func (r *Renderer) catchUp() {
	for len(r.late) > 0 {
		r.mu.Lock()
		if len(r.late) == 0 { // closed in the meantime
			r.mu.Unlock()
			return
		}
		p := r.late[0]
		r.handle(p)
		if len(r.late) > 0 {
			r.late = r.late[1:]
		}
	}
}

// handle runs the handler of an event with the lock held and gives the lock back.
func (r *Renderer) handle(p pending) {
	defer r.env.UnlockRender()
	l := r.differ.listeners[p.listener]
	if l == nil {
		return // its element has been removed since
	}
	guard("the handler of "+l.event+" on <"+l.element+">", func() {
		l.handler(&event{p.event, r.env})
	})
}

// guard calls f and reports a panic in it to the console. A program in the browser has no supervisor:
// without this one mistake in one handler would end all of it.
func guard(what string, f func()) {
	defer func() {
		if p := recover(); p != nil {
			stack := make([]byte, 16<<10)
			complain(fmt.Sprintf("dom: panic in %s: %v\n\n%s", what, p, stack[:runtime.Stack(stack, false)]))
		}
	}()
	f()
}

func complain(message string) { js.Global().Get("console").Call("error", message) }
