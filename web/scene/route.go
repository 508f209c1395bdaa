package scene

import (
	"math"
	"strconv"
)

type point struct{ x, y float64 }

// route is a line of straight legs that something travels, or that an arrow follows.
type route struct {
	points []point
	at     []float64 // at[i] is the length of the way to points[i]
}

func newRoute(points ...point) route {
	r := route{points: points, at: make([]float64, len(points))}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		r.at[i] = r.at[i-1] + math.Hypot(b.x-a.x, b.y-a.y)
	}
	return r
}

// length is the whole way, in pixels.
func (r route) length() float64 { return r.at[len(r.at)-1] }

// seconds is how long a journey takes: half a second for short ways, more for long ones, so that no
// thing ever flits.
func (r route) seconds() float64 {
	return math.Max(math.Min(math.Max(r.length()/800, .5), 1.4), r.length()/1900)
}

// on is the place after the share u of the way.
func (r route) on(u float64) point {
	last := len(r.points) - 1
	if u <= 0 || last == 0 {
		return r.points[0]
	}
	if u >= 1 {
		return r.points[last]
	}
	d := u * r.length()
	i := 1
	for r.at[i] < d {
		i++
	}
	a, b := r.points[i-1], r.points[i]
	v := (d - r.at[i-1]) / (r.at[i] - r.at[i-1])
	return point{mix(a.x, b.x, v), mix(a.y, b.y, v)}
}

// trace has a pen draw the route as path data relative to o, its corners rounded, with an arrow head of
// the given length at its end where head is above 0.
func (r route) trace(p *pen, o point, radius, head float64) {
	p.to('M', sub(r.points[0], o))
	last := len(r.points) - 1
	for i := 1; i < last; i++ {
		c := r.points[i]
		before, after := r.points[i-1], r.points[i+1]
		p.to('L', sub(toward(c, before, radius), o))
		p.to('Q', sub(c, o))
		p.to(' ', sub(toward(c, after, radius), o))
	}
	end := r.points[last]
	p.to('L', sub(end, o))
	if head > 0 && last > 0 {
		back := toward(end, r.points[last-1], head)
		across := point{(end.y - back.y) * .7, (back.x - end.x) * .7}
		p.to('M', sub(point{back.x + across.x, back.y + across.y}, o))
		p.to('L', sub(end, o))
		p.to('L', sub(point{back.x - across.x, back.y - across.y}, o))
	}
}

func sub(a, b point) point { return point{a.x - b.x, a.y - b.y} }

// toward is the point at the given distance from a on the way to b, at most half that way.
func toward(a, b point, distance float64) point {
	d := math.Hypot(b.x-a.x, b.y-a.y)
	if d == 0 {
		return a
	}
	u := math.Min(distance/d, .5)
	return point{mix(a.x, b.x, u), mix(a.y, b.y, u)}
}

// pen writes path data with at most two decimals, so that it reads the same on every machine.
type pen struct{ buf []byte }

func (p *pen) to(command byte, q point) {
	p.buf = append(p.buf, command)
	p.number(q.x)
	p.buf = append(p.buf, ' ')
	p.number(q.y)
}

func (p *pen) number(v float64) {
	p.buf = strconv.AppendFloat(p.buf, math.Round(v*100)/100+0, 'f', -1, 64)
}
