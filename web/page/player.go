package page

import (
	"unroll/core/trace"
	"unroll/web/paint"
	"unroll/web/say"
	"unroll/web/scene"
)

// The ids of the elements that the Host is asked about.
const (
	stageID  = "film-stage"  // measured: the film is laid out for its width
	canvasID = "film-canvas" // the <svg>
)

const (
	edge         = 0.001 // seconds: just before the end of a beat, which is the next one's beginning
	frameStep    = 1.0 / 30
	smallStep    = 0.25
	longestFrame = 100.0 // milliseconds: a tab that slept goes on where it was
	renderEvery  = 100.0 // milliseconds between renderings of the controls while the film plays
	defaultWidth = 720.0
	steady       = 10 // films: in training, two seconds
)

// Player moves t, and does nothing else: the film is a function of it. While it plays, only the
// canvas is painted at each frame; the controls around it follow ten times a second.
type Player struct {
	Host Host
	Text *say.Catalogue

	Scene         string
	Film          *scene.Film // nil before the first run, or if Fault
	Fault         error       // why there is no film
	T             float64     // seconds
	Speed         float64
	Playing, Loop bool
	Inspected     string // the key of the shape that is looked at

	// Height is the room that the film has. It grows at once and shrinks only after a while, so that a
	// model in training, whose output has another length at every look, does not push the page up and
	// down.
	Height float64
	lower  int // films in a row that would have needed less

	settled func() // the film has come to rest at another moment
	still   bool   // the next film begins at its poster

	run     *trace.Run
	stale   bool          // the film is not that of run, scene, text and width
	until   float64       // a step forward ends here; 0 when none is under way
	clock   float64       // of the last frame; 0 when nothing moves
	asked   bool          // a frame is under way
	told    float64       // clock of the last rendering
	beat    int           // shown at the last rendering
	shapes  []scene.Shape // on screen
	canvas  paint.Canvas
	painter paint.Painter
}

// Show makes this run the one on screen, at the same moment.
func (p *Player) Show(run *trace.Run) {
	p.run = run
	p.refresh()
}

// Settle lets the next film be as low as it is.
func (p *Player) Settle() { p.Height = 0 }

// Choose changes the scene.
func (p *Player) Choose(id string) {
	p.Scene, p.Inspected = id, ""
	p.Settle()
	p.refresh()
}

// refresh has the film made anew at the next rendering.
func (p *Player) refresh() {
	p.stale = true
	p.Host.Render()
	p.ask()
}

// prepare makes the film if it is stale; it is called before each rendering, so that however many
// runs have come in since the last one, only the newest is drawn.
func (p *Player) prepare() {
	if !p.stale || p.run == nil {
		return
	}
	p.stale = false
	width := p.Host.Width(stageID)
	if width == 0 {
		width = defaultWidth
	}
	p.Film, p.Fault = scene.New(p.Scene, p.run, scene.Options{Width: width, Text: p.Text})
	if p.Fault != nil {
		p.Film, p.shapes = nil, nil
		p.Playing, p.until = false, 0
		return
	}
	if p.still {
		p.T, p.still = p.Film.Poster(), false
	}
	if p.lower++; p.Film.Height >= p.Height || p.lower > steady {
		p.Height, p.lower = p.Film.Height, 0
	}
	p.T = min(p.T, p.Film.Duration())
	p.draw()
}

// draw makes the picture of the moment, in the room of the one before.
func (p *Player) draw() {
	p.shapes = p.Film.Append(p.shapes[:0], p.moment())
}

// moment is the time that is drawn: T, or with reduced motion the end of the beat that T is in.
func (p *Player) moment() float64 {
	if p.Host.ReducedMotion() {
		return max(p.T, p.stop(p.Beat()))
	}
	return p.T
}

// ask has the next frame painted.
func (p *Player) ask() {
	if !p.asked {
		p.asked = true
		p.Host.Frame(p.frame)
	}
}

// frame moves t by the time that has passed and paints.
func (p *Player) frame(ms float64) {
	p.asked = false
	if p.Film == nil {
		p.clock = 0
		p.paint()
		return
	}
	moving := p.Playing || p.until > 0
	if moving && p.clock > 0 {
		p.advance(min(ms-p.clock, longestFrame) / 1000 * p.Speed)
	}
	p.draw()
	p.paint()

	p.clock = 0
	if p.Playing || p.until > 0 {
		p.clock = ms
		p.ask()
	} else if moving {
		p.Host.Render()
		p.settled()
	}
	if beat := p.Beat(); beat != p.beat || ms-p.told >= renderEvery && moving {
		p.beat, p.told = beat, ms
		p.Host.Render()
	}
}

// advance is the passing of so many seconds of film.
func (p *Player) advance(seconds float64) {
	p.T += seconds
	switch end := p.Film.Duration(); {
	case p.until > 0 && p.T >= p.until:
		p.T, p.until = p.until, 0
	case p.T >= end && p.Loop && p.until == 0:
		p.T = 0
	case p.T >= end:
		p.T, p.until, p.Playing = end, 0, false
	}
}

// paint puts the picture, and a ring around what is looked at, on the canvas.
func (p *Player) paint() {
	if p.canvas == nil {
		if p.canvas = p.Host.Canvas(canvasID); p.canvas == nil {
			return
		}
	}
	shapes := p.shapes
	if ring, ok := p.ring(); ok {
		shapes = append(shapes, ring)
	}
	p.painter.Paint(scene.Picture{Shapes: shapes}, p.canvas)
}

// Toggle plays or pauses; at the end it plays from the start.
// Pause stops at this moment.
// Seek goes to a moment; a film that plays goes on from there.
// Forward plays to the end of the beat, or of the next one if this one is over; pressed again on
// the way, it is there at once.
// Back goes to the end of the beat before.
// Nudge goes a little to and fro, and pauses.
// move repaints after a change of t or of what plays.
// Beat is the index of the beat that T is in.
// stop is the moment at which a beat has been played and the next one has not begun.
// Caption says what the film is showing; empty without a film.
func (p *Player) Caption() string {
	if p.Film == nil {
		return ""
	}
	return p.Film.Beats[p.Beat()].Caption
}

// SVG is the picture on screen as a file of its own.
func (p *Player) SVG() []byte {
	return paint.SVG(p.Film.Picture(p.moment()))
}
