package dom

import (
	"slices"
	"strings"

	"github.com/vugu/vugu"
)

// What a listener asks of the document, as bits of the instruction that adds it.
const (
	capture uint32 = 1 << iota // on the way down to the target
	passive                    // never calls PreventDefault, so that scrolling need not wait for it
	once                       // for the first event only
	prevent                    // calls preventDefault before the handler
	stop                       // calls stopPropagation before the handler
)

// modifiers are what a template writes behind the event's name, as in @wheel.passive.
var modifiers = map[string]uint32{"capture": capture, "passive": passive, "once": once, "prevent": prevent, "stop": stop}

// listener is one addEventListener. The document keeps it from render to render; what changes with
// each build is only the closure here.
type listener struct {
	serial  uint32
	event   string
	flags   uint32
	element string // its tag, for messages
	handler func(vugu.DOMEvent)
}

// listen makes the listeners of n those that the template asks for.
func (d *differ) listen(n *node, specs []vugu.DOMEventHandlerSpec) {
	if len(specs) == 0 && len(n.listeners) == 0 {
		return
	}
	was := n.listeners
	if len(was) == len(specs) && slices.EqualFunc(was, specs, func(l *listener, s vugu.DOMEventHandlerSpec) bool {
		event, flags := parseEvent(s)
		return l.event == event && l.flags == flags
	}) {
		for i, l := range was {
			l.handler = specs[i].Func
		}
		return
	}
	now := make([]*listener, 0, len(specs))
	for _, s := range specs {
		event, flags := parseEvent(s)
		var l *listener
		if i := slices.IndexFunc(was, func(l *listener) bool { return l.event == event && l.flags == flags }); i >= 0 {
			l = was[i]
			was = slices.Delete(slices.Clone(was), i, i+1)
		} else {
			d.serial++
			l = &listener{serial: d.serial, event: event, flags: flags, element: n.tag}
			d.listeners[l.serial] = l
			d.op(opListen, n.number, d.name(event), flags, l.serial)
		}
		l.handler = s.Func
		now = append(now, l)
	}
	for _, l := range was {
		d.unlisten(l)
	}
	n.listeners = now
}

func (d *differ) unlisten(l *listener) {
	delete(d.listeners, l.serial)
	d.op(opUnlisten, l.serial)
}

// parseEvent splits modifiers off an event's name. Only those that we know count, because the name
// itself may have a dot, as in shown.bs.modal.
func parseEvent(s vugu.DOMEventHandlerSpec) (event string, flags uint32) {
	event = s.EventType
	if s.Capture {
		flags |= capture
	}
	if s.Passive {
		flags |= passive
	}
	for {
		i := strings.LastIndexByte(event, '.')
		if i <= 0 {
			return event, flags
		}
		flag, ok := modifiers[event[i+1:]]
		if !ok {
			return event, flags
		}
		event, flags = event[:i], flags|flag
	}
}
