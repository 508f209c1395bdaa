package page

import (
	"math"
	"testing"

	"unroll/web/wire"
)

// playing is a page whose film has just come in.
func playing(t *testing.T, query string, prepare ...func(*fakeHost)) *bench {
	b := open(t, query, prepare...)
	b.ready(10)
	b.root.Receive(traceOf(b))
	b.render()
	if b.root.Player.Film == nil {
		t.Fatal("no film: ", b.root.Player.Fault)
	}
	return b
}

func TestPlayerPlaysToTheEnd(t *testing.T) {
	b := playing(t, "?speed=4")
	p := &b.root.Player
	end := p.Film.Duration()
	b.host.tick(1000)
	b.host.tick(1050)
	if math.Abs(p.T-0.2) > 1e-9 {
		t.Errorf("50 ms at speed 4 go to %v", p.T)
	}
	b.host.tick(9000) // the tab slept
	if p.T > 0.7 {
		t.Errorf("a sleeping tab jumps to %v", p.T)
	}
	renders, frames := b.host.renders, 0
	ms := 9000.0
	for ; p.Playing && frames < 10000; frames++ {
		ms += 16
		b.host.tick(ms)
	}
	if p.T != end {
		t.Errorf("the film stops at %v of %v", p.T, end)
	}
	if n := b.host.renders - renders; float64(n) > (ms-9000)/100+float64(len(p.Film.Beats))+5 {
		t.Errorf("the controls were rendered %d times in %d frames", n, frames)
	}
	if len(b.host.frames) > 0 {
		t.Error("a film at rest asks for frames")
	}
	p.Toggle()
	if !p.Playing || p.T != 0 {
		t.Error("Play at the end does not begin anew")
	}
	p.Loop = true
	p.T = end
	b.host.tick(ms + 16)
	b.host.tick(ms + 32)
	if !p.Playing || p.T > 1 {
		t.Errorf("a loop is at %v, playing %v", p.T, p.Playing)
	}
}

func TestSteps(t *testing.T) {
	b := playing(t, "")
	p := &b.root.Player
	p.Forward()
	if p.Playing {
		t.Error("after a step the film plays on")
	}
	for ms := 0.0; ms < 60000 && p.until > 0; ms += 16 {
		b.host.tick(ms)
	}
	first := p.Film.Beats[0]
	if p.Beat() != 0 || first.Start+first.Length-p.T > 2*edge {
		t.Errorf("a step from beat 0 ends at %v, the beat at %v", p.T, first.Start+first.Length)
	}
	p.Forward()
	p.Forward() // the second is there at once, and sets out again
	if p.Beat() < 1 {
		t.Errorf("two steps from the end of beat 0 are in beat %d", p.Beat())
	}
	for range p.Film.Beats {
		p.Forward()
		p.Forward()
	}
	p.Forward()
	b.host.tick(0)
	b.host.tick(90)
	if p.T > p.Film.Duration() {
		t.Error("steps lead out of the film")
	}
	for range p.Film.Beats {
		before := p.Beat()
		p.Back()
		if p.Beat() != max(before-1, 0) || p.Playing {
			t.Errorf("back from beat %d is beat %d", before, p.Beat())
		}
	}
	p.Back()
	if p.T != 0 {
		t.Errorf("back from the first beat is %v", p.T)
	}
}

func TestTimelineSeeksAndTheLinkFollows(t *testing.T) {
	b := playing(t, "")
	p := &b.root.Player
	b.fire("play", "click", nil)
	b.set("timeline", "input", "1.237")
	if p.T != 1.237 || b.host.address != "t=1.24" {
		t.Errorf("the slider goes to %v, the link says %q", p.T, b.host.address)
	}
	line := b.byID("timeline")
	if get(line, "value") != "1.24" || get(line, "aria-valuetext") != p.Caption() {
		t.Errorf("the slider is at %q and says %q", get(line, "value"), get(line, "aria-valuetext"))
	}
	if got := b.fire("transport", "keydown", onControl("INPUT", "range", "End")); !got.prevented || p.T != p.Film.Duration() {
		t.Errorf("End goes to %v", p.T)
	}
	if got := b.fire("transport", "keydown", onControl("INPUT", "range", "Tab")); got.prevented {
		t.Error("the slider takes the Tab key")
	}
	at := p.T
	for _, e := range []map[string]interface{}{onControl("BUTTON", "button", " "), onControl("SELECT", "select-one", "ArrowLeft"), onControl("INPUT", "text", "Home")} {
		if b.fire("transport", "keydown", e).prevented || p.T != at || p.Playing {
			t.Errorf("the film takes %v from a control", e)
		}
	}
	if got := b.fire("film-stage", "keydown", map[string]interface{}{"key": " ", "ctrlKey": true}); got.prevented {
		t.Error("the film takes keys that are not its own")
	}
	b.fire("film-stage", "keydown", map[string]interface{}{"key": "Home"})
	b.fire("film-stage", "keydown", map[string]interface{}{"key": "ArrowRight", "shiftKey": true})
	if math.Abs(p.T-smallStep) > 1e-9 {
		t.Errorf("a small step goes to %v", p.T)
	}
	b.fire("film-stage", "keydown", map[string]interface{}{"key": "."})
	if math.Abs(p.T-smallStep-frameStep) > 1e-9 {
		t.Errorf("a frame goes to %v", p.T)
	}
	b.fire("film-stage", "keydown", map[string]interface{}{"key": " "})
	if !p.Playing || get(b.byID("play"), "aria-pressed") != "true" || get(b.byID("play"), "aria-label") != "Play" {
		t.Error("Space does not press Play, or Play is no longer called so")
	}
}

func TestReducedMotionShowsStills(t *testing.T) {
	b := playing(t, "", func(h *fakeHost) { h.still = true })
	p := &b.root.Player
	if p.Playing || p.T != p.Film.Poster() {
		t.Errorf("playing %v at %v", p.Playing, p.T)
	}
	p.Seek(0)
	p.Forward()
	if got, want := p.T, p.stop(0); got != want {
		t.Errorf("a step is at %v, the still at %v", got, want)
	}
	p.Forward()
	if got, want := p.T, p.stop(1); got != want {
		t.Errorf("two steps are at %v, the still at %v", got, want)
	}
	p.Toggle()
	p.T = p.Film.Beats[1].Start
	if p.moment() != p.stop(1) {
		t.Errorf("playing with reduced motion draws %v, the still is at %v", p.moment(), p.stop(1))
	}
}

func TestInspect(t *testing.T) {
	b := playing(t, "")
	p := &b.root.Player
	p.Seek(p.Film.Duration())
	p.Toggle()
	p.Seek(p.Film.Duration() - 2*edge)
	p.Toggle()
	b.host.tick(0)
	if b.fire("film-stage", "keydown", map[string]interface{}{"key": "Escape"}).prevented {
		t.Error("Escape is taken though nothing is looked at")
	}
	b.fire("film-stage", "keydown", map[string]interface{}{"key": "Enter"})
	if p.Hint() == "" || text(b.byID("film-hint")) != p.Hint() {
		t.Fatalf("Enter looks at %q, the page says %q", p.Hint(), text(b.byID("film-hint")))
	}
	seen := map[string]bool{p.Inspected: true}
	at, before := p.T, p.Inspected
	for _, key := range []string{"ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"} {
		b.fire("film-stage", "keydown", map[string]interface{}{"key": key})
		if p.Inspected == before {
			t.Errorf("%s stays at %s", key, before)
		}
		seen[p.Inspected] = true
		before = p.Inspected
	}
	if p.T != at {
		t.Error("looking around moves the film")
	}
	if len(seen) < 3 {
		t.Errorf("looking around saw only %v", seen)
	}
	b.fire("film-stage", "keydown", map[string]interface{}{"key": "Escape"})
	if p.Inspected != "" || text(b.byID("film-hint")) != b.root.Text.Page.Film.Inspect {
		t.Error("Escape does not leave the cells")
	}
	b.fire("film-stage", "pointerover", pointAt(before))
	if p.Inspected != before {
		t.Error("pointing does not look")
	}
	b.fire("film-stage", "pointerover", pointAt("no such shape"))
	if p.Inspected != before {
		t.Error("pointing at nothing forgets the last cell")
	}
}

func TestSceneThatCannotBeDrawn(t *testing.T) {
	b := open(t, "?scene=alignment-matrix&attention=none")
	b.ready(0)
	m := traceOf(b)
	m.Decoded.Run.Model.Attention = "none"
	for i := range m.Decoded.Run.Decoder {
		m.Decoded.Run.Decoder[i].Attention = nil
	}
	b.root.Receive(m)
	if got := text(b.byID("film-caption")); got != b.root.Text.Page.Film.NoAttention {
		t.Errorf("the caption says %q", got)
	}
	if get(b.byID("play"), "disabled") == "" {
		t.Error("what is not there can be played")
	}
}

func TestFilmKeepsItsHeightInTraining(t *testing.T) {
	b := open(t, "", func(h *fakeHost) { h.width = 320 })
	b.ready(0)
	b.fire("train", "click", nil)
	tall, low := traceOf(b), traceOf(b)
	low.Decoded.Run.Decoder = low.Decoded.Run.Decoder[:2]
	show := func(m wire.Trace) float64 {
		b.root.Receive(m)
		b.render()
		return b.root.Player.Height
	}
	before := show(tall)
	if b.root.Player.Film.Height != before {
		t.Fatal("the first film has not its own height")
	}
	if after := show(low); after != before || b.root.Player.Film.Height >= before {
		t.Errorf("a film of %v after one of %v gives %v", b.root.Player.Film.Height, before, after)
	}
	for range steady {
		show(low)
	}
	if b.root.Player.Height != b.root.Player.Film.Height {
		t.Error("the room of a film that has long been taller stays")
	}
	show(tall)
	b.fire("train", "click", nil)
	if after := show(low); after != b.root.Player.Film.Height {
		t.Errorf("at rest, a film of %v has %v", b.root.Player.Film.Height, after)
	}
}

func TestSaveSVGAndLink(t *testing.T) {
	b := playing(t, "?t=1.5")
	b.fire("save-svg", "click", nil)
	if d := b.host.downloads; len(d) != 1 || d[0].name != "unroll-unrolled.svg" || !contains(string(d[0].data), "<svg") {
		t.Errorf("downloads: %v", d)
	}
	b.host.noCopy = true
	b.fire("link", "click", nil)
	b.host.tick(0)
	if got := get(b.byID("film-link"), "value"); got != "https://example.org/?t=1.5" || b.host.selected != "film-link" {
		t.Errorf("the link is %q, selected %q", got, b.host.selected)
	}
}
