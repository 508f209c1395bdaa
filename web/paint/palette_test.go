package paint

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"unroll/web/scene"
)

func parse(t *testing.T, hex string) uint32 {
	t.Helper()
	var c uint32
	if _, err := fmt.Sscanf(hex, "#%06x", &c); err != nil || len(hex) != 7 {
		t.Fatalf("%q is not a colour: %v", hex, err)
	}
	return c
}

func contrast(a, b uint32) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + .05) / (math.Min(x, y) + .05)
}

// tintOpacity is that of the rule .u-tint.
const tintOpacity = .035

// TestContrast holds every hue, all of which are also written in, to WCAG 2's 4.5:1 on the paper and
// on each tinted frame.
func TestContrast(t *testing.T) {
	if !strings.Contains(rules, fmt.Sprint(".u-tint{fill:currentColor;fill-opacity:", strings.TrimPrefix(fmt.Sprint(tintOpacity), "0"))) {
		t.Fatal("the tint's opacity is not the one that is tested")
	}
	for name, p := range map[string]*Palette{"light": &Light, "dark": &Dark} {
		paper := parse(t, p.Paper)
		for r, role := range roles {
			hue := parse(t, p.Of(scene.Role(r)))
			grounds := map[string]uint32{"paper": paper}
			for _, on := range []scene.Role{scene.Encoder, scene.Decoder, scene.Muted} {
				grounds[roles[on]+" tint"] = over(parse(t, p.Of(on)), paper, tintOpacity)
			}
			for ground, g := range grounds {
				if c := contrast(hue, g); c < 4.5 {
					t.Errorf("%s: %s on %s has a contrast of %.2f", name, role, ground, c)
				}
			}
		}
	}
}

// over is the colour that a wash of the given opacity makes on a ground.
func over(wash, ground uint32, opacity float64) uint32 {
	var c uint32
	for shift := 0; shift <= 16; shift += 8 {
		a, b := float64(wash>>shift&255), float64(ground>>shift&255)
		c |= uint32(math.Round(a*opacity+b*(1-opacity))) << shift
	}
	return c
}

// TestRampsRise holds each ramp to its promise: every step at least as bright as the one before, the
// whole from dark to bright, and its ink always legible.
func TestRampsRise(t *testing.T) {
	for role := range ramps {
		r := ramps[role]()
		before := -1.0
		for l := range r.fill {
			c := parse(t, r.fill[l])
			y := luminance(c)
			if y <= before {
				t.Errorf("%s: step %d is not brighter than the one before", roles[role], l)
			}
			before = y
			ink := uint32(0xffffff)
			if r.ink[l] == "#000" {
				ink = 0
			}
			if got := contrast(ink, c); got < 4.5 {
				t.Errorf("%s: the ink on step %d has a contrast of %.2f", roles[role], l, got)
			}
		}
		if low, high := luminance(parse(t, r.fill[0])), luminance(parse(t, r.fill[levels])); low > .03 || high < .8 {
			t.Errorf("%s goes from luminance %.3f to %.3f", roles[role], low, high)
		}
		if r.fill[0] != hex(stops[role][0]) || r.fill[levels] != hex(stops[role][6]) {
			t.Errorf("%s does not end in its stops", roles[role])
		}
	}
}

// TestActorsApart simulates the three kinds of colour-blindness (Machado, Oliveira and Fernandes 2009,
// at full severity) and asks that the four actors stay apart: ΔE*ab of at least 14, six times what
// can just be told apart. Forms and labels tell them apart besides.
func TestActorsApart(t *testing.T) {
	for name, p := range map[string]*Palette{"light": &Light, "dark": &Dark} {
		actors := []scene.Role{scene.Encoder, scene.Decoder, scene.Hidden, scene.Context}
		for kind, m := range deficiencies {
			for i, a := range actors {
				for _, b := range actors[:i] {
					d := distance(lab(m, parse(t, p.Of(a))), lab(m, parse(t, p.Of(b))))
					if d < 14 {
						t.Errorf("%s, %s: %s and %s are %.1f apart", name, kind, roles[a], roles[b], d)
					}
				}
			}
		}
	}
}

// deficiencies are matrices on linear sRGB.
var deficiencies = map[string][9]float64{
	"full sight":   {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {.152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998},
	"deuteranopia": {.367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881},
	"tritanopia":   {1.255528, -.076749, -.178779, -.078411, .930809, .147602, .004733, .691367, .303900},
}

// lab is CIE L*a*b* (D65) of a colour as seen through a matrix.
func lab(m [9]float64, c uint32) [3]float64 {
	linear := func(v uint32) float64 {
		x := float64(v&255) / 255
		if x <= .04045 {
			return x / 12.92
		}
		return math.Pow((x+.055)/1.055, 2.4)
	}
	in := [3]float64{linear(c >> 16), linear(c >> 8), linear(c)}
	var seen [3]float64
	for i := range seen {
		for j := range in {
			seen[i] += m[3*i+j] * in[j]
		}
		seen[i] = min(max(seen[i], 0), 1)
	}
	f := func(v float64) float64 {
		if v > .008856 {
			return math.Cbrt(v)
		}
		return 7.787*v + 16.0/116
	}
	x := f((.4124*seen[0] + .3576*seen[1] + .1805*seen[2]) / .9505)
	y := f(.2126*seen[0] + .7152*seen[1] + .0722*seen[2])
	z := f((.0193*seen[0] + .1192*seen[1] + .9505*seen[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// TestStylesheet looks for a class, a hue and both themes for every role.
func TestStylesheet(t *testing.T) {
	css, file := Stylesheet(), fileStyle()
	for r, role := range roles {
		for _, want := range []string{
			".u-" + role + "{color:var(--" + role + ")}",
			"--" + role + ":" + Light.Of(scene.Role(r)),
			"--" + role + ":" + Dark.Of(scene.Role(r)),
		} {
			if !strings.Contains(css, want) {
				t.Errorf("the stylesheet lacks %q", want)
			}
		}
	}
	if strings.Contains(file, "var(") {
		t.Error("a file's style has a variable left in it")
	}
}
