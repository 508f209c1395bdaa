package scene

import (
	"math"
)

// strip is how a vector is drawn: a cell for each number, upright or lying. A vector that is too
// long shows its first numbers and a torn edge where the rest is folded away.
type strip struct {
	ref    string    // the front of its cells' refs, as in "encoder/2/h"
	key    string    // the front of its cells' keys where it is a copy; empty means ref
	values []float32 // all of them
	first  int       // the index of the first of them, where they are a part of what ref names
	shown  int       // how many have a cell
	role   Role
	lying  bool
	x, y   float64 // the corner
	across float64 // a cell's size across the strip
	along  float64 // a cell's pitch along the strip
	hint   func(i int) string
	sums   int  // how many states each number is the sum of, at most; 0 is one
	memory bool // an LSTM's cell state, which has no bounds: as bright as its tanh, which is what h is made of
}

// length is how far the cells reach along the strip, without the torn edge.
func (v *strip) length() float64 { return float64(v.shown) * v.along }

// brightness is where number i stands on the scale of states, or of sums of so many states.
func (v *strip) brightness(i int) float64 {
	if v.sums > 1 {
		return level(v.values[i] / float32(v.sums))
	}
	if v.memory {
		return level(float32(math.Tanh(float64(v.values[i]))))
	}
	return level(v.values[i])
}

// strip puts the strip's cells and torn edge on the stage.
func (s *stage) strip(motion int, v *strip) {
	front := v.key
	if front == "" {
		front = v.ref
	}
	b := s.on(vectors, motion)
	for i := range v.shown {
		index := "/" + itoa(v.first+i)
		c := b.rect(front+index, v.role, Cell, v.x, v.y, v.across, v.along-1, 1)
		if v.lying {
			c.W, c.H = c.H, c.W
			c.X += float64(i) * v.along
		} else {
			c.Y += float64(i) * v.along
		}
		c.Ref, c.Value = v.ref+index, v.brightness(i)
		if v.hint != nil {
			c.Hint = v.hint(v.first + i)
		}
	}
	if v.shown < len(v.values) {
		front += "/fold"
		if v.first > 0 {
			front = key(front, v.first)
		}
		v.tear(b, front, v.role)
	}
}

// tear draws the torn edge that marks a fold.
func (v *strip) tear(b brush, name string, role Role) {
	p := pen{buf: make([]byte, 0, 48)}
	const teeth, depth = 4, 2.5
	for i := 0; i <= teeth; i++ {
		command := byte('L')
		if i == 0 {
			command = 'M'
		}
		q := point{float64(i) * v.across / teeth, depth * float64(i%2)}
		if v.lying {
			q.x, q.y = q.y, q.x
		}
		p.to(command, q)
	}
	sh := b.path(name, role, 1.2, point{v.x, v.y}, string(p.buf))
	if v.lying {
		sh.X += v.length() + 1
	} else {
		sh.Y += v.length() + 1
	}
}
