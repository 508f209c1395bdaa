package page

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"

	"unroll/web/paint"
)

var update = flag.Bool("update", false, "write package paint's part into static/unroll.css")

const stylesheet = "../../static/unroll.css"

// TestStylesheetHasThePictures holds the page's style sheet to the one that exported pictures carry:
// a film must not look different in its file.
func TestStylesheetHasThePictures(t *testing.T) {
	const begin, end = "-update */\n", "/* end of pictures */"
	source, err := os.ReadFile(stylesheet)
	if err != nil {
		t.Fatal(err)
	}
	css := string(source)
	from, to := strings.Index(css, begin)+len(begin), strings.Index(css, end)
	if from < len(begin) || to < from {
		t.Fatal("the marks around the pictures' part are missing")
	}
	if css[from:to] == paint.Stylesheet() {
		return
	}
	if !*update {
		t.Fatal("the pictures' part is not paint.Stylesheet(); -update writes it")
	}
	if err := os.WriteFile(stylesheet, []byte(css[:from]+paint.Stylesheet()+css[to:]), 0o644); err != nil {
		t.Fatal(err)
	}
}

// TestStylesheetKnowsItsVariables finds misspelt ones, which a browser takes without a word.
func TestStylesheetKnowsItsVariables(t *testing.T) {
	source, err := os.ReadFile(stylesheet)
	if err != nil {
		t.Fatal(err)
	}
	css := string(source)
	used := regexp.MustCompile(`var\((--[a-z-]+)\)`).FindAllStringSubmatch(css, -1)
	if len(used) < 20 {
		t.Fatalf("only %d variables are used; the pattern is broken", len(used))
	}
	for _, m := range used {
		if !strings.Contains(css, m[1]+":") {
			t.Errorf("%s is used and never set", m[1])
		}
	}
}
