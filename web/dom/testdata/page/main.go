// Command page is the program that the browser tests of package dom drive, through the global app.
package main

import (
	"reflect"
	"syscall/js"

	"github.com/vugu/vugu"
	"unroll/web/dom"
	"unroll/web/dom/testdata/parts"
)

// instance is one renderer with its root.
type instance struct {
	root     *parts.Root
	renderer *dom.Renderer
	err      error
}

var instances []*instance

func main() {
	app := js.Global().Get("Object").New()
	export := func(name string, f func(args []js.Value) any) {
		app.Set(name, js.FuncOf(func(_ js.Value, args []js.Value) any { return f(args) }))
	}
	export("open", func(args []js.Value) any { return open(args[0]) })
	export("close", func(args []js.Value) any { instances[args[0].Int()].renderer.Close(); return nil })
	export("set", func(args []js.Value) any {
		in := instances[args[0].Int()]
		in.renderer.EventEnv().Lock()
		set(reflect.ValueOf(in.root).Elem().FieldByName(args[1].String()), args[2])
		in.renderer.EventEnv().UnlockRender()
		return nil
	})
	export("wanted", func(args []js.Value) any {
		callback := args[1]
		instances[args[0].Int()].renderer.Wanted = func() { callback.Invoke() }
		return nil
	})
	export("get", func(args []js.Value) any {
		return get(reflect.ValueOf(instances[args[0].Int()].root).Elem().FieldByName(args[1].String()))
	})
	export("rendered", func([]js.Value) any { return get(reflect.ValueOf(parts.Rendered)) })
	export("grid", func(args []js.Value) any { return grid(args[0]) })
	export("canvas", func(args []js.Value) any { return canvas(args[0]) })
	js.Global().Set("app", app)
	select {}
}

// open renders a new root into a mount and returns its number.
func open(mount js.Value) int {
	in := &instance{root: parts.NewRoot(), renderer: dom.New(mount)}
	env, err := vugu.NewBuildEnv(in.renderer.EventEnv())
	if err != nil {
		panic(err)
	}
	instances = append(instances, in)
	go func() {
		if err := in.renderer.Run(env, in.root); err != nil {
			js.Global().Get("console").Call("error", err.Error())
		}
		in.root.Log("ended")
	}()
	return len(instances) - 1
}

// set gives a field of a root the value that JavaScript has for it.
func set(field reflect.Value, v js.Value) {
	switch field.Kind() {
	case reflect.String:
		field.SetString(v.String())
	case reflect.Bool:
		field.SetBool(v.Bool())
	case reflect.Int:
		field.SetInt(int64(v.Int()))
	case reflect.Slice:
		list := make([]string, v.Length())
		for i := range list {
			list[i] = v.Index(i).String()
		}
		field.Set(reflect.ValueOf(list))
	}
}

// get is what JavaScript sees of a field.
func get(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Slice:
		list := make([]any, v.Len())
		for i := range list {
			list[i] = get(v.Index(i))
		}
		return list
	case reflect.Struct:
		fields := map[string]any{}
		for i := range v.NumField() {
			fields[v.Type().Field(i).Name] = get(v.Field(i))
		}
		return fields
	}
	return v.Interface()
}
