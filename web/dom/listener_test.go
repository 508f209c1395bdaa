package dom

import (
	"testing"

	"github.com/vugu/vugu"
)

func TestEventNames(t *testing.T) {
	for _, c := range []struct {
		spec  vugu.DOMEventHandlerSpec
		event string
		flags uint32
	}{
		{vugu.DOMEventHandlerSpec{EventType: "click"}, "click", 0},
		{vugu.DOMEventHandlerSpec{EventType: "wheel.passive.capture"}, "wheel", passive | capture},
		{vugu.DOMEventHandlerSpec{EventType: "submit.prevent.once.stop"}, "submit", prevent | once | stop},
		{vugu.DOMEventHandlerSpec{EventType: "shown.bs.modal"}, "shown.bs.modal", 0},
		{vugu.DOMEventHandlerSpec{EventType: "shown.bs.once"}, "shown.bs", once},
		{vugu.DOMEventHandlerSpec{EventType: "scroll", Passive: true, Capture: true}, "scroll", passive | capture},
		{vugu.DOMEventHandlerSpec{EventType: ".once"}, ".once", 0},
	} {
		if event, flags := parseEvent(c.spec); event != c.event || flags != c.flags {
			t.Errorf("%+v is %q with %b", c.spec, event, flags)
		}
	}
}
