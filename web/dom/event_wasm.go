//go:build js

package dom

import (
	sysjs "syscall/js"

	"github.com/vugu/vugu"
	"github.com/vugu/vugu/js"
)

// event reads an event of the browser when it is asked, so that an event costs what its handler
// wants to know and no more.
type event struct {
	value sysjs.Value
	env   vugu.EventEnv
}

var _ vugu.DOMEvent = (*event)(nil)

// Prop follows the keys from the event on. It returns a string, float64 or bool, a map of those for
// an object, and nil for what is not there.
func (e *event) Prop(keys ...string) any {
	v := e.value
	for _, key := range keys {
		if t := v.Type(); t != sysjs.TypeObject && t != sysjs.TypeFunction {
			return nil
		}
		v = v.Get(key)
	}
	switch v.Type() {
	case sysjs.TypeBoolean:
		return v.Bool()
	case sysjs.TypeNumber:
		return v.Float()
	case sysjs.TypeString:
		return v.String()
	case sysjs.TypeObject:
		return primitives(v)
	}
	return nil
}

// PropString is Prop for a string; anything else gives "".
func (e *event) PropString(keys ...string) string {
	s, _ := e.Prop(keys...).(string)
	return s
}

// PropFloat64 is Prop for a number; anything else gives 0.
func (e *event) PropFloat64(keys ...string) float64 {
	f, _ := e.Prop(keys...).(float64)
	return f
}

// PropBool is Prop for a boolean; anything else gives false.
func (e *event) PropBool(keys ...string) bool {
	b, _ := e.Prop(keys...).(bool)
	return b
}

// EventSummary copies all that is not an object from the event and from its target.
func (e *event) EventSummary() map[string]any {
	summary := primitives(e.value)
	if target := e.value.Get("target"); target.Truthy() {
		summary["target"] = primitives(target)
	}
	return summary
}

func (e *event) JSEvent() js.Value              { return js.Value(e.value) }
func (e *event) JSEventTarget() js.Value        { return js.Value(e.value.Get("target")) }
func (e *event) JSEventCurrentTarget() js.Value { return js.Value(e.value.Get("currentTarget")) }
func (e *event) EventEnv() vugu.EventEnv        { return e.env }
func (e *event) PreventDefault()                { e.value.Call("preventDefault") }
func (e *event) StopPropagation()               { e.value.Call("stopPropagation") }

// primitives copies what is not an object out of an object.
func primitives(object sysjs.Value) map[string]any {
	list := sysjs.Global().Get("goDOM").Call("primitives", object)
	out := make(map[string]any, list.Length()/2)
	for i := 0; i < list.Length(); i += 2 {
		switch name, v := list.Index(i).String(), list.Index(i+1); v.Type() {
		case sysjs.TypeBoolean:
			out[name] = v.Bool()
		case sysjs.TypeNumber:
			out[name] = v.Float()
		case sysjs.TypeString:
			out[name] = v.String()
		}
	}
	return out
}
