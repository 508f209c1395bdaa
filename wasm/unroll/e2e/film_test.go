package e2e

import (
	"strconv"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"

	"unroll/web/chrome"
)

// moment is where the film stands, in seconds.
func (v *view) moment() float64 {
	v.t.Helper()
	x, err := strconv.ParseFloat(v.value("slider", "Timeline"), 64)
	if err != nil {
		v.t.Fatal(err)
	}
	return x
}

// end is how long the film is, in seconds.
func (v *view) end() float64 {
	v.t.Helper()
	return chrome.Eval[float64](v.Page, `Number(document.querySelector('#timeline').max)`)
}

// still stops a film that plays, at its beginning.
func (v *view) still() {
	v.t.Helper()
	if v.playing() {
		v.press("Play")
	}
	v.scrub(0)
	v.Frames(3)
}

func (v *view) playing() bool {
	v.t.Helper()
	return chrome.Eval[bool](v.Page, "document.querySelector(`"+v.path("button", "Play")+"`).ariaPressed === 'true'")
}

// scrub drags the slider to a moment: it sets its value and tells, as dragging does.
func (v *view) scrub(t float64) {
	v.t.Helper()
	v.Run("{ const s = document.querySelector(`" + v.path("slider", "Timeline") + "`); s.value = " +
		strconv.FormatFloat(t, 'f', -1, 64) + "; s.dispatchEvent(new Event('input', {bubbles: true})); s.dispatchEvent(new Event('change', {bubbles: true})); }")
	v.Frames(3)
}

// rested is whether the film has moved and stands still again.
func (v *view) rested() bool {
	at := v.moment()
	time.Sleep(300 * time.Millisecond) // the slider follows ten times a second
	return at > 0 && v.moment() == at
}

func TestScrub(t *testing.T) {
	v := open(t, "")
	v.still()
	first := v.picture()
	seen := map[string]bool{first: true}
	for _, share := range []float64{0.2, 0.5, 0.8, 1} {
		v.scrub(share * v.end())
		seen[v.picture()] = true
	}
	if len(seen) != 5 {
		t.Errorf("five moments show %d pictures", len(seen))
	}
	v.scrub(0)
	if v.picture() != first {
		t.Error("back at the beginning, the picture is another one")
	}
}

func TestStepsOfTheFilm(t *testing.T) {
	v := open(t, "")
	v.still()
	captions := []string{v.words("#film-caption")}
	for range 4 {
		v.press("Step forward")
		v.until(30*time.Second, "end of the beat", v.rested)
		captions = append(captions, v.words("#film-caption"))
	}
	for i := 2; i < len(captions); i++ {
		if captions[i] == captions[i-1] {
			t.Errorf("a step forward does not change the caption %q", captions[i])
		}
	}
	for i := len(captions) - 2; i >= 1; i-- {
		v.press("Step back")
		v.Frames(3)
		if got := v.words("#film-caption"); got != captions[i] {
			t.Errorf("a step back says %q, and on the way forth it was %q", got, captions[i])
		}
	}
}

func TestPlay(t *testing.T) {
	v := open(t, "")
	v.still()
	v.press("Play")
	v.until(30*time.Second, "second of film", func() bool { return v.moment() > 1 })
	v.press("Play")
	v.Frames(3)
	at := v.moment()
	v.Frames(20)
	if got := v.moment(); got != at {
		t.Errorf("paused at %v s, the film goes on to %v s", at, got)
	}
}

// TestKeyboardOnly does without a mouse what a reader does with one.
func TestKeyboardOnly(t *testing.T) {
	v := open(t, "")
	v.still()
	v.focus("slider", "Timeline")
	v.Press(kb.ArrowRight)
	v.until(30*time.Second, "beat forward", func() bool { return v.moment() > 0 })
	v.focus("button", "Play")
	v.Press(" ")
	v.until(20*time.Second, "playing", v.playing)
	v.Press(" ")
	v.until(20*time.Second, "pause", func() bool { return !v.playing() })
	before := v.steps()
	v.focus("button", "Step")
	v.Press("\r")
	v.until(30*time.Second, "training step", func() bool { return v.steps() == before+1 })
}

// TestReachableByTab goes through the page by Tab alone and looks for each control.
func TestReachableByTab(t *testing.T) {
	v := open(t, "")
	v.Run(`document.activeElement?.blur()`)
	want := map[string]bool{"timeline": false, "play": false, "train": false, "step": false, "reset": false, "input": false, "film-stage": false}
	for range 60 {
		v.Press("\t")
		id := chrome.Eval[string](v.Page, `document.activeElement.id`)
		if _, ok := want[id]; ok {
			want[id] = true
		}
	}
	for id, reached := range want {
		if !reached {
			t.Errorf("Tab never comes to #%s", id)
		}
	}
}
