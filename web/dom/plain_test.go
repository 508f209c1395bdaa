package dom

import (
	"html"
	"testing"
)

func TestPlainTextIsWhatAParserReads(t *testing.T) {
	for _, s := range []string{"", "plain", "a < b & c > \"d\" 'e'", "&amp;", "&&&", "año 😀;"} {
		got, plain := plainText("p", html.EscapeString(s))
		if !plain || got != s {
			t.Errorf("%q escaped is read as %q, %v", s, got, plain)
		}
	}
	for _, s := range []string{"<b>x</b>", "&nbsp;", "&amp", "a & b", "\n", "a\rb"} {
		if got, plain := plainText("p", s); plain {
			t.Errorf("%q is taken for the text %q", s, got)
		}
	}
	if _, plain := plainText("script", "x"); plain {
		t.Error("a script is taken for a text")
	}
}

func FuzzPlainText(f *testing.F) {
	f.Add("a &lt; b &amp;amp; &#34;")
	f.Fuzz(func(t *testing.T, s string) {
		if got, plain := plainText("p", s); plain && got != html.UnescapeString(s) {
			t.Errorf("%q is read as %q, not as %q", s, got, html.UnescapeString(s))
		}
		if got, plain := plainText("p", html.EscapeString(s)); plain && got != s {
			t.Errorf("%q escaped is read as %q", s, got)
		}
	})
}
