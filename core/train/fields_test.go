package train

import (
	"reflect"
	"testing"
)

// TestFieldsAreAll sets every number, text and switch of a Config through Fields and looks for one that is
// still zero.
func TestFieldsAreAll(t *testing.T) {
	var c Config
	for i, f := range Fields {
		switch v := f.At(&c).(type) {
		case *string:
			*v = "x"
		case *bool:
			*v = true
		case *int:
			*v = i + 1
		case *uint64:
			*v = uint64(i + 1)
		case *float64:
			*v = float64(i + 1)
		}
	}
	var look func(v reflect.Value, path string)
	look = func(v reflect.Value, path string) {
		if v.Kind() == reflect.Struct {
			for i := range v.NumField() {
				look(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
			return
		}
		if v.IsZero() {
			t.Errorf("Config%s is none of the Fields", path)
		}
	}
	look(reflect.ValueOf(c), "")
	metadata := map[string]string{}
	c.write(metadata)
	if len(metadata) != len(Fields) {
		t.Errorf("%d of %d fields were written: two have one name or one place", len(metadata), len(Fields))
	}
	var again Config
	if err := again.read(metadata); err != nil || again != c {
		t.Errorf("%v: read was %+v, written %+v", err, again, c)
	}
}
