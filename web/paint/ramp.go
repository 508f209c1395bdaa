package paint

import (
	"math"
	"sync"

	"unroll/web/scene"
)

// stops are the brightness ramp of each role that has cells: seven colours of one hue at even steps
// of lightness (OKLCH, L from 0.26 to 0.955), from the lowest value to the highest. They are
// literal and the same in both themes, so that a cell means the same number everywhere.
var stops = [...][7]uint32{
	scene.Plain:       {0x20242a, 0x3c424a, 0x5a626b, 0x7b838e, 0x9fa6b0, 0xc5cbd2, 0xedf0f4},
	scene.Muted:       {0x20242a, 0x3c424a, 0x5a626b, 0x7b838e, 0x9fa6b0, 0xc5cbd2, 0xedf0f4},
	scene.Frame:       {0x012642, 0x004472, 0x0065a5, 0x2c88d0, 0x60acef, 0x9ed0ff, 0xe5f2ff},
	scene.Encoder:     {0x012d0e, 0x00501e, 0x077530, 0x3a9951, 0x6abb7a, 0xa0dca9, 0xdcf9e0},
	scene.Decoder:     {0x380f3f, 0x60226a, 0x873d94, 0xac5fb9, 0xcd87d9, 0xeab4f3, 0xfce9ff},
	scene.Hidden:      {0x3c1900, 0x672f00, 0x964803, 0xc26622, 0xe38e57, 0xfcba91, 0xfeece1},
	scene.Context:     {0x002449, 0x01417b, 0x1562ab, 0x3c85d2, 0x6aaaf1, 0xa5cefe, 0xe7f1fe},
	scene.Weight:      {0x45091c, 0x741935, 0xa03452, 0xc85772, 0xe98196, 0xffb2bf, 0xffeaed},
	scene.Output:      {0x470027, 0x780146, 0xa72167, 0xcf4989, 0xf176ac, 0xffafce, 0xfeeaf1},
	scene.FeedForward: {0x4b0003, 0x7f010a, 0xb4151b, 0xde443e, 0xff7469, 0xffb5ac, 0xffebe8},
}

// levels is how many steps of brightness are told apart.
const levels = 200

// ramp is one role's fills, and for each the ink that can be read on it.
type ramp struct{ fill, ink [levels + 1]string }

// ramps are made when first a cell of the role is painted.
var ramps = func() (all [len(stops)]func() *ramp) {
	for r := range all {
		all[r] = sync.OnceValue(func() *ramp { return newRamp(stops[r]) })
	}
	return all
}()

func newRamp(stops [7]uint32) *ramp {
	var r ramp
	for l := range r.fill {
		at := l * (len(stops) - 1)
		i := min(at/levels, len(stops)-2)
		c := blend(stops[i], stops[i+1], at-i*levels)
		r.fill[l] = hex(c)
		r.ink[l] = "#fff"
		if luminance(c) > .1791 { // where black and white are read equally well
			r.ink[l] = "#000"
		}
	}
	return &r
}

// blend is the colour at a share of part/levels from a to b. Whole numbers only: the same on every
// machine.
func blend(a, b uint32, part int) uint32 {
	var c uint32
	for shift := 0; shift <= 16; shift += 8 {
		x, y := int(a>>shift&255), int(b>>shift&255)
		c |= uint32((x*(levels-part)+y*part+levels/2)/levels) << shift
	}
	return c
}

func hex(c uint32) string {
	const digits = "0123456789abcdef"
	b := [7]byte{0: '#'}
	for i := range 6 {
		b[6-i] = digits[c>>(4*i)&15]
	}
	return string(b[:])
}

// luminance is WCAG 2's relative luminance of an sRGB colour, 0 (black) … 1 (white).
func luminance(c uint32) float64 {
	linear := func(v uint32) float64 {
		x := float64(v&255) / 255
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	return .2126*linear(c>>16) + .7152*linear(c>>8) + .0722*linear(c)
}

// brightness is the step of a value on a ramp.
func brightness(v float64) int {
	if !(v > 0) {
		return 0
	}
	return int(math.Min(v, 1)*levels + .5)
}
