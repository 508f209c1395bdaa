package html

import (
	std "html"
	"testing"
)

func FuzzEscapeString(f *testing.F) {
	for _, s := range []string{"", "plain", `<a href="x">Tom's & co</a>`, "é<", "&amp;", "\xff>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := EscapeString(s), std.EscapeString(s); got != want {
			t.Errorf("%q is %q, want %q", s, got, want)
		}
	})
}
