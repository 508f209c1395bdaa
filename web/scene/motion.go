package scene

// pose is where a motion has got to at one moment.
type pose struct{ x, y, opacity, scale float64 }

// motion is what happens over time to one or several actors together.
type motion struct {
	opacity float64 // before the first fade
	fades   []fade  // by start; none overlaps another
	trips   []trip  // by start; none overlaps another
	pulses  []pulse
}

// fade takes the opacity from where the fade before it left it.
type fade struct{ start, length, to float64 }

// trip moves along a route of displacements from the actor's own place. Before the first trip
// an actor stands at that trip's beginning.
type trip struct {
	start, length float64
	way           route
}

// pulse grows a few per cent and settles, while something computes.
type pulse struct{ start, length float64 }

// swelling is how much a pulse grows at its height.
const swelling = .07

// at is the motion's pose at time t.
func (m *motion) at(t float64) pose {
	p := pose{opacity: m.opacity, scale: 1}
	for i := range m.fades {
		f := &m.fades[i]
		if t <= f.start {
			break
		}
		p.opacity = mix(p.opacity, f.to, ease((t-f.start)/f.length))
	}
	if p.opacity <= 0 {
		return pose{}
	}
	for i := range m.trips {
		tr := &m.trips[i]
		if i > 0 && t <= tr.start {
			break
		}
		q := tr.way.on(ease((t - tr.start) / tr.length))
		p.x, p.y = q.x, q.y
	}
	for i := range m.pulses {
		u := &m.pulses[i]
		p.scale += float64(swelling * swell((t-u.start)/u.length))
	}
	return p
}

// The verbs below build a motion; times are in seconds of the film.

//go:noinline
func appears(start, length float64) *motion { return new(motion).fadesTo(1, start, length) }

func always() *motion { return from(1) }

// from begins a motion of what is there from the beginning.
func from(opacity float64) *motion { return &motion{opacity: opacity} }

//go:noinline
func (m *motion) fadesTo(opacity, start, length float64) *motion {
	m.fades = append(m.fades, fade{start, length, opacity})
	return m
}

// comesFrom makes the actor stand off its place by (x, y) and then go there.
func (m *motion) comesFrom(x, y, start, length float64) *motion {
	return m.travels(start, length, newRoute(point{x, y}, point{}))
}

// travels makes the actor go a way that is given as displacements from its place.
func (m *motion) travels(start, length float64, way route) *motion {
	m.trips = append(m.trips, trip{start, length, way})
	return m
}

func (m *motion) pulsesAt(start, length float64) *motion {
	m.pulses = append(m.pulses, pulse{start, length})
	return m
}

// apply puts a pose on a shape that is given as it stands at rest.
func (p *pose) apply(s *Shape) {
	s.X += p.x
	s.Y += p.y
	if p.opacity != 1 {
		s.Opacity = float64(s.Opacity * p.opacity)
	}
	if p.scale != 1 {
		s.Scale = float64(s.Scale * p.scale)
	}
}
