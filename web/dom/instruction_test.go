package dom

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"
)

// TestBothSidesKnowTheSameInstructions compares the list of opcodes with the functions of dom.js.
func TestBothSidesKnowTheSameInstructions(t *testing.T) {
	source := func(name, pattern string) (out []string) {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(b), -1) {
			out = append(out, strings.ToLower(m[1]))
		}
		return out
	}
	script := source("../../static/dom.js", `(?m)^    function (\w+)\(\)`)
	program := source("instruction.go", `(?m)^\top([A-Z]\w*)`)
	if len(script) != int(opcodes) || !slices.Equal(script, program) {
		t.Errorf("dom.js has\n%v\ninstruction.go has\n%v", script, program)
	}
}

func FuzzStringLength(f *testing.F) {
	for _, s := range []string{"", "año", "日本😀", "bad \xff\xed\xa0\x80 end", "\ufeff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var p instructions
		p.string(s)
		if !utf8.Valid(p.text) {
			t.Fatalf("%q is sent as %q, which is not UTF-8", s, p.text)
		}
		if got, want := utf16Length(string(p.text)), len(utf16.Encode([]rune(string(p.text)))); int(got) != want {
			t.Errorf("%q has %d units, and %d are sent", s, want, got)
		}
	})
}
