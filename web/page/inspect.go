package page

import (
	"unroll/web/scene"
)

// Every cell of a film carries its number and the equation behind it as a Hint. A reader comes to it
// by pointing, by tapping, or with the arrows after Enter; the line under the film shows it.

// Inspect looks at the shape with this key, if it has something to say.
func (p *Player) Inspect(key string) {
	if _, ok := p.hinted(key); !ok || key == p.Inspected {
		return
	}
	p.Inspected = key
	p.look()
}

// Leave looks at nothing.
func (p *Player) Leave() {
	if p.Inspected != "" {
		p.Inspected = ""
		p.look()
	}
}

func (p *Player) look() {
	p.ask()
	p.Host.Render()
}

// Enter begins to look, at the first shape that has something to say.
func (p *Player) Enter() {
	for _, s := range p.shapes {
		if tells(s) {
			p.Inspect(s.Key)
			return
		}
	}
}

// Look goes from the shape that is looked at to its nearest neighbour in a direction: (1, 0) is to
// the right, (0, 1) down. Straight ahead counts more than near: what lies aside is three times as far.
func (p *Player) Look(dx, dy float64) {
	from, ok := p.hinted(p.Inspected)
	if !ok {
		p.Enter()
		return
	}
	x, y := centre(from)
	best, nearest := "", 0.0
	for _, s := range p.shapes {
		if !tells(s) {
			continue
		}
		sx, sy := centre(s)
		ahead := (sx-x)*dx + (sy-y)*dy
		aside := (sx-x)*dy - (sy-y)*dx
		if ahead < 0.5 {
			continue
		}
		if d := ahead*ahead + 9*aside*aside; best == "" || d < nearest {
			best, nearest = s.Key, d
		}
	}
	if best != "" {
		p.Inspect(best)
	}
}

// Hint is what there is to say of the shape that is looked at; empty if nothing is.
func (p *Player) Hint() string {
	s, _ := p.hinted(p.Inspected)
	return s.Hint
}

// hinted finds a shape of the picture on screen that has something to say.
func (p *Player) hinted(key string) (scene.Shape, bool) {
	if key == "" {
		return scene.Shape{}, false
	}
	for _, s := range p.shapes {
		if s.Key == key && tells(s) {
			return s, true
		}
	}
	return scene.Shape{}, false
}

func tells(s scene.Shape) bool { return s.Hint != "" && s.Opacity > 0 }

// centre is the middle of a shape, near enough for a text.
func centre(s scene.Shape) (x, y float64) {
	if s.Kind == scene.Rect {
		return s.X + s.W/2, s.Y + s.H/2
	}
	return s.X, s.Y
}

// ring is drawn around the shape that is looked at.
func (p *Player) ring() (scene.Shape, bool) {
	s, ok := p.hinted(p.Inspected)
	if !ok {
		return s, false
	}
	const room = 2.5
	x, y := centre(s)
	w, h := s.W, s.H
	if s.Kind != scene.Rect {
		r := max(s.R, 6)
		w, h = 2*r, 2*r
	}
	return scene.Shape{
		Key: "inspected", Kind: scene.Rect, Role: scene.Plain, Finish: scene.Stroke,
		X: x - w/2 - room, Y: y - h/2 - room, W: w + 2*room, H: h + 2*room, R: 3, Opacity: 1, Scale: 1,
	}, true
}
