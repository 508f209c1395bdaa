package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
)

// tokens are those that the page reads in the input.
func (v *view) tokens() []string {
	v.t.Helper()
	return chrome.Eval[[]string](v.Page, `[...document.querySelectorAll('.input-box-tokens li')].map(e => e.textContent)`)
}

func TestInput(t *testing.T) {
	v := open(t, "")
	v.still()
	v.scrub(v.end())
	before := v.picture()
	v.write("Input", "hello")
	v.until(30*time.Second, "another film", func() bool { return v.picture() != before })
	if got, want := v.tokens(), strings.Split("hello", ""); !slices.Equal(got, want) {
		t.Errorf("the input is read as %q, want %q", got, want)
	}
	if said := v.words("output"); said == "" {
		t.Error("the page does not say what the model makes of it")
	}
	v.until(20*time.Second, "link with the input", func() bool {
		return strings.Contains(chrome.Eval[string](v.Page, `location.search`), "input=hello")
	})
}

func TestUnknownTokenIsRefusedInWords(t *testing.T) {
	v := open(t, "")
	v.still()
	v.write("Input", "ab")
	v.until(30*time.Second, "film of ab", func() bool {
		return strings.Contains(chrome.Eval[string](v.Page, `location.search`), "input=ab") && v.words("output") != ""
	})
	v.Frames(10)
	film := v.picture()
	v.Press("7c")
	v.until(30*time.Second, "sentence about it", func() bool { return strings.Contains(v.words("#input-problem"), "“7”") })
	v.Frames(20)
	if v.picture() != film {
		t.Error("the film that was there is gone")
	}
	v.write("Input", "abc")
	v.until(30*time.Second, "silence", func() bool { return v.words("#input-problem") == "" })
}

// TestMarkupIsText types what an attacker would put into a link.
func TestMarkupIsText(t *testing.T) {
	v := open(t, "?input=%3Cimg%20src%3Dx%20onerror%3D%22window.caught%3D1%22%3E&task=%3Cscript%3Ewindow.caught%3D1%3C%2Fscript%3E")
	v.write("Input", `<b onclick="x">`)
	v.Frames(20)
	if chrome.Eval[bool](v.Page, `'caught' in window`) {
		t.Error("a link has run a script")
	}
	if n := chrome.Eval[int](v.Page, `document.querySelectorAll('main img, main b, main script').length`); n != 0 {
		t.Errorf("text became %d elements", n)
	}
}
