package e2e

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"

	"unroll/web/chrome"
)

// pairs are what a reader might paste: forty sentences and their translations, one line without a
// translation, and one pair twice.
func pairs() string {
	var b strings.Builder
	for _, who := range []string{"ela|she", "ele|he", "o gato|the cat", "a avó|the grandmother", "meu amigo|my friend"} {
		source, target, _ := strings.Cut(who, "|")
		for _, does := range []string{"dorme|sleeps", "canta|sings", "lê|reads", "corre|runs", "come|eats", "ri|laughs", "espera|waits", "volta|returns"} {
			verb, said, _ := strings.Cut(does, "|")
			fmt.Fprintf(&b, "%s %s\t%s %s\n", source, verb, target, said)
		}
	}
	return b.String() + "ninguém sabe\n" + "ela dorme\tshe sleeps\n"
}

// paste puts a text into a field at once, as the browser's own menu does.
func (v *view) paste(name, text string) {
	v.t.Helper()
	v.Run("document.querySelector(`" + v.path("textbox", name) + "`).select()")
	v.Do(chromedp.Func(func(ctx context.Context, target *chromedp.Target) error {
		_, err := cdp.Call(ctx, target, input.InsertText, input.InsertTextParams{Text: text})
		return err
	}))
}

// bring chooses the task of one's own pairs and has these read.
func (v *view) bring(text string) {
	v.t.Helper()
	v.choose("Task", "own")
	v.until(10*time.Second, "box for one's own pairs", func() bool { return v.count("#own-read") == 1 })
	v.paste("Or paste pairs, one a line", text)
	v.press("Read")
	v.until(30*time.Second, "report", func() bool { return v.figure("Pairs") != "" })
}

// loss is the training loss that the page shows.
func (v *view) loss() float64 {
	v.t.Helper()
	x, err := strconv.ParseFloat(v.figure("Loss"), 64)
	if err != nil {
		v.t.Fatalf("the page shows a loss of %q", v.figure("Loss"))
	}
	return x
}

// TestOwnPairs brings a text, reads what is said of it, trains on it, and finds all of it again.
func TestOwnPairs(t *testing.T) {
	v := open(t, "?lang=en")
	first := v.words("#task-story")
	v.bring(pairs())
	if got := v.figure("Pairs"); got != "40" {
		t.Errorf("of 40 pairs the report counts %s", got)
	}
	left := v.words(".own-report-left li")
	for _, want := range []string{"One column only: 1 (line 41)", "The same pair again: 1 (line 42)"} {
		if !strings.Contains(left, want) {
			t.Errorf("%q does not say %q", left, want)
		}
	}
	if v.words("#task-story") == first {
		t.Error("the story is still that of the task before")
	}

	words := v.words(".own-report-pairs")
	v.Click("#own-characters")
	v.until(20*time.Second, "pairs cut into characters", func() bool { return v.words(".own-report-pairs") != words })
	v.Click("#own-words")
	v.until(20*time.Second, "pairs cut into words again", func() bool { return v.words(".own-report-pairs") == words })

	v.press("Train on them")
	v.until(time.Minute, "first steps", func() bool { return v.steps() > 0 && v.figure("Loss") != "–" })
	before := v.loss()
	v.until(2*time.Minute, "learning", func() bool { return v.loss() < before/2 && v.steps() > 100 })
	v.press("Pause")
	v.until(20*time.Second, "rest", v.rests)
	steps, address := v.steps(), chrome.Eval[string](v.Page, `location.href`)
	time.Sleep(time.Second) // the database writes after the message

	v.Do(chromedp.Reload())
	v.Wait(filmIsThere, 30*time.Second)
	if got, task := v.steps(), v.value("combobox", "Task"); got != steps || task != "own" {
		t.Errorf("after reloading there is a model of %q after %d steps, and before it had taken %d", task, got, steps)
	}
	v.press("Look at them, or bring others")
	v.until(20*time.Second, "report, still", func() bool { return v.figure("Pairs") == "40" })
	v.press("Step")
	v.until(20*time.Second, "step more", func() bool { return v.steps() == steps+1 })

	w := &view{chrome.Open(t, address, chrome.Options{Timeout: 2 * time.Minute}), t}
	w.Wait(filmIsThere, 30*time.Second)
	w.until(10*time.Second, "word about the pairs", func() bool { return w.words(".own-box-wanted") != "" })
	if got := chrome.Eval[string](w.Page, `location.href`); got != address {
		t.Errorf("where the pairs are not, the link becomes %s", got)
	}
	w.paste("Or paste pairs, one a line", pairs())
	w.press("Read")
	w.until(30*time.Second, "model of the link", func() bool {
		return w.value("combobox", "Task") == "own" && w.words(".own-box-wanted") == "" && w.figure("Steps") == "0"
	})
	w.press("Step")
	w.until(20*time.Second, "first step", func() bool { return w.steps() == 1 })
}

// TestOwnFiles brings files as a reader picks them, of which some are no use.
func TestOwnFiles(t *testing.T) {
	v := open(t, "?lang=en")
	v.choose("Task", "own")
	v.until(10*time.Second, "box for one's own pairs", func() bool { return v.count("#own-files") == 1 })

	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	pick := func(files ...string) { v.Do(chromedp.SetUploadFiles(chromedp.CSS("#own-files"), files)) }
	refused := func(want string) {
		t.Helper()
		v.until(20*time.Second, "refusal", func() bool { return strings.Contains(v.words(".own-box-fault .problem"), want) })
	}

	pick(file("picture.png", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"))
	refused("no text in “picture.png”")
	pick(file("few.tsv", "a\tb\nc\td\n"))
	refused("Pairs that can be used: 2")
	pick(file("large.tsv", strings.Repeat("one\tone\n", 700_000)))
	refused("MB")

	var english, arabic strings.Builder
	for _, who := range []string{"the cat|القطة", "the dog|الكلب", "my friend|صديقي", "the teacher|المعلم"} {
		source, target, _ := strings.Cut(who, "|")
		for _, does := range []string{"eats|يأكل", "sleeps|ينام", "sings|يغني", "runs|يجري", "laughs|يضحك", "reads|يقرأ"} {
			verb, said, _ := strings.Cut(does, "|")
			fmt.Fprintf(&english, "%s %s\n", source, verb)
			fmt.Fprintf(&arabic, "%s %s\n", said, target)
		}
	}
	pick(file("text.en", english.String()), file("text.ar", arabic.String()))
	v.until(20*time.Second, "report", func() bool { return v.figure("Pairs") == "24" })
	if got := v.words(".own-report-sides"); !strings.Contains(got, "from right to left") {
		t.Errorf("the report does not say that Arabic is written from right to left: %q", got)
	}
	if got := v.words(".own-box-fault .problem"); got != "" {
		t.Errorf("what was wrong with another file is still said: %q", got)
	}
	places := chrome.Eval[[]float64](v.Page, `[...document.querySelector('.own-report-pairs tr').lastElementChild.children].filter(e => e.textContent.trim()).map(e => e.getBoundingClientRect().x)`)
	if len(places) < 2 || places[0] <= places[len(places)-1] {
		t.Errorf("the pieces of an Arabic text are at %v, and the first should be to the right", places)
	}
	v.press("Try with an example")
	v.until(20*time.Second, "report on the example", func() bool { return v.figure("Pairs") == "40" })
	if got := v.value("textbox", "Or paste pairs, one a line"); !strings.Contains(got, "o gato dorme\tthe cat sleeps\n") {
		t.Errorf("the example is not to be seen: %q", got)
	}
	v.press("Close")
	v.until(10*time.Second, "page as before", func() bool { return v.count("#own-files") == 0 && v.value("combobox", "Task") == "reverse" })
}
