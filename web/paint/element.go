package paint

import (
	"strconv"

	"unroll/web/scene"
)

// element is a shape as an SVG element: a tag, its attributes by slot, and its text. An empty
// attribute is absent.
type element struct {
	values [slots]string
	text   string
}

// The slots that an element's attributes are kept in, so that two elements of one kind compare
// slot by slot.
const (
	slotClass = iota
	slotX
	slotY
	slotW
	slotH
	slotR
	slotPath
	slotPlace
	slotStroke
	slotFill
	slotAnchor
	slotOpacity
	slotKey
	slots
)

// tags and names are what kinds and their slots are called in SVG.
var (
	tags  = [...]string{scene.Rect: "rect", scene.Disc: "circle", scene.Text: "text", scene.Path: "path"}
	names = [...][slots]string{
		scene.Rect: common(map[int]string{slotX: "x", slotY: "y", slotW: "width", slotH: "height", slotR: "rx"}),
		scene.Disc: common(map[int]string{slotX: "cx", slotY: "cy", slotR: "r"}),
		scene.Text: common(map[int]string{slotX: "x", slotY: "y", slotR: "font-size", slotAnchor: "text-anchor"}),
		scene.Path: common(map[int]string{slotPath: "d", slotPlace: "transform", slotStroke: "stroke-width"}),
	}
)

func common(own map[int]string) (n [slots]string) {
	n[slotClass], n[slotFill], n[slotOpacity], n[slotKey] = "class", "fill", "opacity", "data-key"
	for slot, name := range own {
		n[slot] = name
	}
	return n
}

// draw sets e to the element of a shape. It is the one place where a shape becomes SVG.
func draw(s *scene.Shape, e *element) {
	e.values, e.text = [slots]string{}, ""
	v := &e.values
	v[slotClass] = class(s)
	if s.Opacity < 1 {
		v[slotOpacity] = number(s.Opacity, 1000)
	}
	if s.Hint != "" {
		v[slotKey] = s.Key
	}
	if s.Finish == scene.Cell {
		r := ramps[s.Role]()
		if s.Kind == scene.Text {
			v[slotFill] = r.ink[brightness(s.Value)]
		} else {
			v[slotFill] = r.fill[brightness(s.Value)]
		}
	}
	switch s.Kind {
	case scene.Rect:
		w, h := s.W*s.Scale, s.H*s.Scale
		v[slotX], v[slotY] = number(s.X+(s.W-w)/2, 100), number(s.Y+(s.H-h)/2, 100)
		v[slotW], v[slotH] = number(w, 100), number(h, 100)
		if s.R > 0 {
			v[slotR] = number(s.R, 100)
		}
	case scene.Disc:
		v[slotX], v[slotY], v[slotR] = number(s.X, 100), number(s.Y, 100), number(s.R*s.Scale, 100)
	case scene.Text:
		size := s.R * s.Scale
		// The middle of small letters stays where it is while the text grows.
		v[slotX], v[slotY], v[slotR] = number(s.X, 100), number(s.Y+(size-s.R)*.35, 100), number(size, 100)
		v[slotAnchor] = anchors[s.Anchor+1]
		e.text = s.Label
	case scene.Path:
		v[slotPath], v[slotPlace] = s.Outline, place(s)
		if s.W > 0 {
			v[slotStroke] = number(s.W, 100)
		}
	}
}

var anchors = [...]string{"", "middle", "end"}

func place(s *scene.Shape) string {
	b := make([]byte, 0, 40)
	b = append(b, "translate("...)
	b = appendNumber(b, s.X, 100)
	b = append(b, ' ')
	b = appendNumber(b, s.Y, 100)
	b = append(b, ')')
	if s.Scale != 1 {
		b = append(b, " scale("...)
		b = appendNumber(b, s.Scale, 1000)
		b = append(b, ')')
	}
	return string(b)
}

// class names the role, which gives the hue, and how it is put on.
func class(s *scene.Shape) string {
	variant := int(s.Finish)
	if s.Kind == scene.Text {
		variant = textVariant
		if s.Finish == scene.Outline {
			variant = paperVariant
		}
		if s.Bold {
			variant++
		} else if s.Mono {
			variant += 2
		}
	} else if s.Dashed {
		variant = dashedVariant
	}
	return classes[s.Role][variant]
}

// Variants after the finishes: dashed lines; text in the role's hue and in paper, each plain, bold
// or in tabular figures.
const (
	dashedVariant = int(scene.Tint) + 1 + iota
	textVariant
	paperVariant = textVariant + 3
	variants     = paperVariant + 3
)

var classes = func() (c [len(roles)][variants]string) {
	for r, role := range roles {
		for v, put := range [variants]string{
			"u-solid", "u-outline", "u-cell", "u-stroke", "u-tint", "u-stroke u-dashed",
			"u-text", "u-text u-bold", "u-text u-mono", "u-text u-on", "u-text u-on u-bold", "u-text u-on u-mono",
		} {
			c[r][v] = "u-" + role + " " + put
		}
	}
	return c
}()

// number writes v in steps of 1/per: 100 gives two decimals at most.
func number(v float64, per int) string {
	var b [24]byte
	return string(appendNumber(b[:0], v, per))
}

func appendNumber(b []byte, v float64, per int) []byte {
	if !(v > -1e9 && v < 1e9) {
		v = 0 // not drawable; a picture never holds it
	}
	steps := int64(v*float64(per) + .5)
	if v < 0 {
		steps = -int64(-v*float64(per) + .5)
	}
	if steps < 0 {
		b, steps = append(b, '-'), -steps
	}
	unit := int64(per)
	b = strconv.AppendInt(b, steps/unit, 10)
	rest := steps % unit
	if rest == 0 {
		return b
	}
	b = append(b, '.')
	for unit /= 10; rest > 0; unit /= 10 {
		b = append(b, byte('0'+rest/unit))
		rest %= unit
	}
	return b
}
