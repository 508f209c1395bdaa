package page

import (
	"github.com/vugu/vugu"
	"github.com/vugu/vugu/js"
)

// fakeEvent is an event without a document.
type fakeEvent struct {
	summary   map[string]interface{}
	prevented bool
}

func (e *fakeEvent) Prop(keys ...string) interface{} {
	var v interface{} = e.summary
	for _, k := range keys {
		m, _ := v.(map[string]interface{})
		v = m[k]
	}
	return v
}
func (e *fakeEvent) PropString(keys ...string) string     { s, _ := e.Prop(keys...).(string); return s }
func (e *fakeEvent) PropFloat64(keys ...string) float64   { x, _ := e.Prop(keys...).(float64); return x }
func (e *fakeEvent) PropBool(keys ...string) bool         { b, _ := e.Prop(keys...).(bool); return b }
func (e *fakeEvent) EventSummary() map[string]interface{} { return e.summary }
func (e *fakeEvent) JSEvent() js.Value                    { return js.Value{} }
func (e *fakeEvent) JSEventTarget() js.Value              { return js.Value{} }
func (e *fakeEvent) JSEventCurrentTarget() js.Value       { return js.Value{} }
func (e *fakeEvent) EventEnv() vugu.EventEnv              { return nil }
func (e *fakeEvent) PreventDefault()                      { e.prevented = true }
func (e *fakeEvent) StopPropagation()                     {}
