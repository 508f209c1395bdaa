package scene

// brush puts shapes on one plane of a stage that take part in one motion. Its methods set what every
// shape of a kind has, and return the shape, until the next one is put there, for what few have besides.
// (A Shape is large: to write each out where it is drawn would double the code.)
type brush struct {
	*stage
	at     plane
	motion int
}

// on is a brush for shapes that move together, in front of those already in their plane.
func (s *stage) on(at plane, motion int) brush { return brush{s, at, motion} }

// put is kept out of line, where it would be copied into each of the other methods.
//
//go:noinline
func (b brush) put(kind Kind, key string, role Role, finish Finish, x, y float64) *Shape {
	p := &b.planes[b.at]
	*p = append(*p, actor{motion: b.motion})
	sh := &(*p)[len(*p)-1].shape
	sh.Kind, sh.Key, sh.Role, sh.Finish, sh.X, sh.Y = kind, key, role, finish, x, y
	sh.Opacity, sh.Scale = 1, 1
	return sh
}

func (b brush) rect(key string, role Role, finish Finish, x, y, w, h, radius float64) *Shape {
	sh := b.put(Rect, key, role, finish, x, y)
	sh.W, sh.H, sh.R = w, h, radius
	return sh
}

func (b brush) disc(key string, role Role, finish Finish, x, y, radius float64) *Shape {
	sh := b.put(Disc, key, role, finish, x, y)
	sh.R = radius
	return sh
}

// text writes a label at a font size. It is centred on x unless its Anchor is set.
//
//go:noinline
func (b brush) text(key string, role Role, x, y, size float64, label string) *Shape {
	sh := b.put(Text, key, role, Solid, x, y)
	sh.R, sh.Label = size, label
	return sh
}

func (b brush) path(key string, role Role, width float64, from point, outline string) *Shape {
	sh := b.put(Path, key, role, Stroke, from.x, from.y)
	sh.W, sh.Outline = width, outline
	return sh
}
