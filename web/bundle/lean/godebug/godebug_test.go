package godebug

import "testing"

func TestSettingsAreAtTheirDefault(t *testing.T) {
	for given, name := range map[string]string{"panicnil": "panicnil", "#hidden": "hidden", "": ""} {
		s := New(given)
		s.IncNonDefault()
		if s.Name() != name || s.Undocumented() != (given != name) || s.Value() != "" || s.String() != name+"=" {
			t.Errorf("%q is %q, documented %v, %q, %q", given, s.Name(), !s.Undocumented(), s.Value(), s)
		}
	}
}
