package dom

import (
	"bytes"
	"slices"
	"strings"

	"github.com/vugu/vugu"
)

// attributes writes what differs between the attributes that n has and those that it should have.
// It leaves alone those that others have set, and the controls, which come after the children.
func (d *differ) attributes(n *node, now []vugu.VGAttribute) {
	was := n.attributes
	aligned := slices.EqualFunc(was, now, func(a, b vugu.VGAttribute) bool {
		return a.Key == b.Key && a.Namespace == b.Namespace
	})
	for i := range now {
		a := &now[i]
		if aligned && was[i].Val == a.Val {
			continue // nearly always: a template writes its attributes in the same order each time
		}
		if !d.ours(n, a.Key) || last(now, a.Key) != i {
			continue
		}
		if old, had := value(was, a.Key); !had || old != a.Val {
			d.setAttribute(n, a, old)
		}
	}
	if aligned {
		return
	}
	for i := range was {
		a := &was[i]
		if d.ours(n, a.Key) && last(was, a.Key) == i && last(now, a.Key) < 0 {
			d.clearAttribute(n, a)
		}
	}
}

// ours reports whether an attribute of a template is one of the document that attributes sets.
func (d *differ) ours(n *node, name string) bool {
	return name != "key" && !strings.HasPrefix(name, "xmlns") && !isControl(n.tag, name)
}

func (d *differ) setAttribute(n *node, a *vugu.VGAttribute, old string) {
	if a.Key == "class" {
		d.op(opClasses, n.number)
		d.string(old)
		d.string(a.Val)
		return
	}
	if s, local, ok := attributeSpace(a.Namespace, a.Key); ok {
		prefix := "xlink:"
		if s == spaceXML {
			prefix = "xml:"
		}
		d.op(opSetNS, n.number, uint32(s), d.name(prefix+local))
		d.string(a.Val)
		return
	}
	d.set(n.number, a.Key, a.Val)
}

func (d *differ) clearAttribute(n *node, a *vugu.VGAttribute) {
	if a.Key == "class" {
		d.op(opClasses, n.number)
		d.string(a.Val)
		d.string("")
		return
	}
	if s, local, ok := attributeSpace(a.Namespace, a.Key); ok {
		d.op(opClearNS, n.number, uint32(s), d.name(local))
		return
	}
	d.op(opClear, n.number, d.name(a.Key))
}

// last returns the index of an attribute, or -1. Of equal names, as a static and a dynamic class, the
// last one counts.
//
//go:noinline
func last(attributes []vugu.VGAttribute, name string) int {
	i := len(attributes) - 1
	for i >= 0 && attributes[i].Key != name {
		i--
	}
	return i
}

// value looks up the value of an attribute.
func value(attributes []vugu.VGAttribute, name string) (string, bool) {
	if i := last(attributes, name); i >= 0 {
		return attributes[i].Val, true
	}
	return "", false
}

// isControl reports whether an attribute is state that the user can change too. The attribute of
// that name is only where the state starts from, so it is the property that is set.
//
//go:noinline
func isControl(tag, name string) bool {
	switch name {
	case "value":
		return tag == "input" || tag == "textarea" || tag == "select"
	case "checked", "indeterminate":
		return tag == "input"
	case "selected":
		return tag == "option"
	case "muted":
		return tag == "audio" || tag == "video"
	}
	return false
}

// controls writes the controls that differ. A flag that was never set is not ours to steer: its
// absence may mean "false" as well as "whatever the user says".
func (d *differ) controls(n *node, now []vugu.VGAttribute) {
	switch n.tag {
	case "input", "textarea", "select", "option", "audio", "video":
	default:
		return
	}
	for i := range now {
		a := &now[i]
		if !isControl(n.tag, a.Key) || last(now, a.Key) != i {
			continue
		}
		if old, had := value(n.attributes, a.Key); !had || a.Key == "value" && old != a.Val {
			d.steer(n, a.Key, a.Val, true)
		}
	}
	for i := range n.attributes {
		a := &n.attributes[i]
		if _, has := value(now, a.Key); !has && isControl(n.tag, a.Key) {
			d.steer(n, a.Key, "", false)
		}
	}
}

func (d *differ) steer(n *node, name, value string, on bool) {
	if name == "value" {
		d.op(opControl, n.number, d.name(name))
		d.string(value)
		return
	}
	flag := uint32(0)
	if on {
		flag = 1
	}
	d.op(opFlag, n.number, d.name(name), flag)
}

// properties writes the JavaScript properties (.name in a template) that differ.
func (d *differ) properties(n *node, now []vugu.VGProperty) {
	for i, p := range now {
		if i < len(n.properties) && n.properties[i].Key == p.Key && bytes.Equal(n.properties[i].JSONVal, p.JSONVal) {
			continue
		}
		d.op(opProperty, n.number, d.name(p.Key))
		d.string(string(p.JSONVal))
	}
	n.properties = now
}
