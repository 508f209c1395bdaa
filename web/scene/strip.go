package scene

import (
	"math"
	"strconv"
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
	for i := range v.shown {
		index := "/" + strconv.Itoa(v.first+i)
		c := Shape{Key: front + index, Ref: v.ref + index, Role: v.role, Finish: Cell, R: 1, Value: v.brightness(i)}
		if v.hint != nil {
			c.Hint = v.hint(v.first + i)
		}
		step := float64(i) * v.along
		if v.lying {
			c.X, c.Y, c.W, c.H = v.x+step, v.y, v.along-1, v.across
		} else {
			c.X, c.Y, c.W, c.H = v.x, v.y+step, v.across, v.along-1
		}
		s.add(vectors, motion, c)
	}
	if v.shown < len(v.values) {
		tear := v.tear(front)
		if v.first > 0 {
			tear.Key = key(tear.Key, v.first)
		}
		s.add(vectors, motion, tear)
	}
}

// tear is the torn edge that marks a fold.
func (v *strip) tear(front string) Shape {
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
	sh := Shape{Key: front + "/fold", Kind: Path, Role: v.role, Finish: Stroke, W: 1.2, Outline: string(p.buf), X: v.x, Y: v.y}
	if v.lying {
		sh.X += v.length() + 1
	} else {
		sh.Y += v.length() + 1
	}
	return sh
}
