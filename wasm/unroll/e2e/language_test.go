package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
)

// same are names that both languages share.
var same = []string{"Loop", "Teacher forcing", "Input feeding", "Dropout", "Momentum"}

// TestPortuguese looks for English that was left over among the names of the controls.
func TestPortuguese(t *testing.T) {
	english := open(t, "?lang=en")
	english.unfold()
	var left []string
	for _, c := range english.controls() {
		left = append(left, c.Name)
	}

	v := open(t, "?lang=pt")
	if got := chrome.Eval[string](v.Page, `document.documentElement.lang`); !strings.HasPrefix(got, "pt") {
		t.Errorf("the document says that its language is %q", got)
	}
	v.unfold()
	all := v.controls()
	if len(all) != len(left) {
		t.Errorf("%d controls in Portuguese, %d in English", len(all), len(left))
	}
	for _, c := range all {
		if slices.Contains(left, c.Name) && !slices.Contains(same, c.Name) {
			t.Errorf("the %s %q has an English name", c.Role, c.Name)
		}
	}
	if title := chrome.Eval[string](v.Page, `document.title`); title == chrome.Eval[string](english.Page, `document.title`) {
		t.Errorf("the title %q is English", title)
	}
}

// TestLanguageCanBeChanged chooses Portuguese by hand.
func TestLanguageCanBeChanged(t *testing.T) {
	v := open(t, "?lang=en")
	v.choose("Language", "pt")
	v.until(20*time.Second, "Portuguese", func() bool { return v.words("#step") != "Step" })
	v.until(20*time.Second, "link in Portuguese", func() bool {
		return strings.Contains(chrome.Eval[string](v.Page, `location.search`), "lang=pt")
	})
}
