package paint

import "unroll/web/scene"

// Painter keeps a canvas showing the picture that it painted last. It compares shapes with ==, so
// what has not changed costs a comparison; of what has changed it sends the attributes that differ,
// and of what has come, gone or changed its place the fewest insertions, removals and moves.
// The zero value paints on an empty canvas.
type Painter struct {
	shapes   []scene.Shape // as on the canvas
	elements []element     // those shapes' elements

	order  order // what it takes to put the canvas into a new order
	places []int // of each new shape, its index among the old ones, or −1
	spare  struct {
		shapes   []scene.Shape
		elements []element
	}
}

// Paint makes the canvas show the picture. The canvas must be the one of all calls before.
func (p *Painter) Paint(pic scene.Picture, c Canvas) {
	if !p.unchangedOrder(pic.Shapes) {
		p.rearrange(pic.Shapes, c)
	}
	var e element
	for i := range pic.Shapes {
		s, old := &pic.Shapes[i], &p.shapes[i]
		if *s == *old {
			continue
		}
		draw(s, &e)
		update(c, i, s.Kind, &p.elements[i], &e)
		*old, p.elements[i] = *s, e
	}
	c.Flush()
}

// unchangedOrder reports whether the canvas holds just these things in just this order.
func (p *Painter) unchangedOrder(shapes []scene.Shape) bool {
	if len(shapes) != len(p.shapes) {
		return false
	}
	for i := range shapes {
		if shapes[i].Key != p.shapes[i].Key || shapes[i].Kind != p.shapes[i].Kind {
			return false
		}
	}
	return true
}

// rearrange makes the canvas hold one element for each shape, in their order. Those that are new are
// empty, and so are their entries among p.shapes and p.elements.
func (p *Painter) rearrange(shapes []scene.Shape, c Canvas) {
	p.places = p.order.places(p.places[:0], p.shapes, shapes)
	p.order.apply(p.places, len(p.shapes), shapes, c)
	next, drawn := p.spare.shapes[:0], p.spare.elements[:0]
	for i, from := range p.places {
		if from < 0 {
			// Of no key, so that it differs from whatever comes.
			next, drawn = append(next, scene.Shape{Kind: shapes[i].Kind, Opacity: -1}), append(drawn, element{})
			continue
		}
		next, drawn = append(next, p.shapes[from]), append(drawn, p.elements[from])
	}
	p.spare.shapes, p.spare.elements = p.shapes, p.elements
	p.shapes, p.elements = next, drawn
}

// update sends what differs between two elements of a kind.
func update(c Canvas, i int, kind scene.Kind, old, now *element) {
	for slot := range now.values {
		switch v := now.values[slot]; {
		case v == old.values[slot]:
		case v == "":
			c.Clear(i, names[kind][slot])
		default:
			c.Set(i, names[kind][slot], v)
		}
	}
	if now.text != old.text {
		c.Text(i, now.text)
	}
}
