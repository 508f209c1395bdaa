package page

import "github.com/vugu/vugu"

// The functions below are what compact makes the generated code call, in place of what vugugen
// writes out each time. Those that are not to be inlined would take more bytes at each call than they
// have.

// element appends an element with its static attributes, as names and values. The root of a component
// has no parent.
//
//go:noinline
func element(parent *vugu.VGNode, tag string, pairs ...string) *vugu.VGNode {
	n := &vugu.VGNode{Type: vugu.ElementNode, Data: tag, Attr: make([]vugu.VGAttribute, 0, len(pairs)/2+4)}
	for i := 0; i < len(pairs); i += 2 {
		setAttribute(n, pairs[i], pairs[i+1])
	}
	if parent != nil {
		parent.AppendChild(n)
	}
	return n
}

// attribute sets a dynamic one: a text, or a flag that is there or not. A text that is empty is none, but
// for a control's value.
func attribute[T string | bool](n *vugu.VGNode, name string, value T) {
	switch v := any(value).(type) {
	case string:
		if v != "" || name == "value" {
			setAttribute(n, name, v)
		}
	case bool:
		if v {
			setAttribute(n, name, name)
		}
	}
}

//go:noinline
func setAttribute(n *vugu.VGNode, name, value string) {
	n.Attr = append(n.Attr, vugu.VGAttribute{Key: name, Val: value})
}

// words makes a text, never markup, all that is in an element.
//
//go:noinline
func words(n *vugu.VGNode, text string) {
	if text != "" {
		n.AppendChild(&vugu.VGNode{Type: vugu.TextNode, Data: text})
	}
}

// on listens to an event.
//
//go:noinline
func on(n *vugu.VGNode, event string, handle func(vugu.DOMEvent)) {
	n.DOMEventHandlerSpecList = append(n.DOMEventHandlerSpecList, vugu.DOMEventHandlerSpec{EventType: event, Func: handle})
}

// prior is the component that was in this place at the last build, or nil.
//
//go:noinline
func prior(in *vugu.BuildIn, hash uint64, iteration any) (vugu.CompKey, vugu.Builder) {
	key := vugu.MakeCompKey(hash^in.CurrentPositionHash(), iteration)
	return key, in.BuildEnv.CachedComponent(key)
}

// place puts a component where it belongs.
//
//go:noinline
func place(in *vugu.BuildIn, out *vugu.BuildOut, parent *vugu.VGNode, key vugu.CompKey, c vugu.Builder) {
	in.BuildEnv.UseComponent(key, c)
	out.Components = append(out.Components, c)
	parent.AppendChild(&vugu.VGNode{Component: c})
}
