package poster

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/vugu/html"

	"unroll/core/corpus"
	"unroll/core/train"
	"unroll/web/say"
)

func model(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile("../../static/models/reverse.safetensors")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func draw(t *testing.T) string {
	t.Helper()
	page, err := HTML(model(t), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}

// TestPosterShowsTheModel looks for what the model really does with its first sentence.
func TestPosterShowsTheModel(t *testing.T) {
	page := draw(t)
	session, err := train.Load(model(t))
	if err != nil {
		t.Fatal(err)
	}
	run, err := session.Run(session.Task().Example())
	if err != nil {
		t.Fatal(err)
	}
	output := strings.Join(run.Output(corpus.End), "")
	for _, want := range []string{
		html.EscapeString(output), html.EscapeString(say.English.Page.Training.Scratch), html.EscapeString(say.English.Page.Name),
	} {
		if want == "" || !strings.Contains(page, want) {
			t.Errorf("the poster lacks %q", want)
		}
	}
	if shapes := strings.Count(page, `class="u-`); shapes < 100 {
		t.Errorf("the film has %d shapes", shapes)
	}
}

// TestPosterIsStill: what it holds neither runs, nor takes a name away from the page to come, nor needs
// a style that the policy forbids.
func TestPosterIsStill(t *testing.T) {
	page := draw(t)
	for _, never := range []string{`\sid="`, `\stabindex="`, `\sstyle="`, `<style`, `<script`, `\son[a-z]+="`, `aria-live`} {
		if found := regexp.MustCompile(never).FindString(page); found != "" {
			t.Errorf("the poster holds %q", found)
		}
	}
}

func TestPosterIsTheSameEachTime(t *testing.T) {
	if draw(t) != draw(t) {
		t.Error("two posters of one model differ")
	}
}

func TestPosterOfNoModel(t *testing.T) {
	for name, data := range map[string][]byte{"nothing": nil, "damage": bytes.Repeat([]byte("x"), 100)} {
		if _, err := HTML(data, Options{}); err == nil || !strings.HasPrefix(err.Error(), "poster: ") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
