package scene

import (
	"strings"

	"unroll/web/say"
)

// legend is the lines under a picture that say what its brightness means. Entries flow like words.
type legend struct {
	brush
	left, right float64
	x, y        float64
	entries     int
}

const (
	legendType  = 11.5
	legendLine  = 19.0
	legendRamp  = 5   // cells
	legendCell  = 8.0 // the pitch of them
	legendApart = 22.0
)

func (s *stage) newLegend(left, right, y float64) *legend {
	return &legend{brush: s.on(backdrop, s.motion(always())), left: left, right: right, x: left, y: y}
}

// ramps adds an entry: a ramp for each role, from the lowest to the highest value, and what it is.
func (l *legend) ramps(text string, roles ...Role) {
	width := float64(len(roles))*(legendRamp*legendCell+6) + 2
	l.entry(width, text, func(x, y float64, key string) {
		for r, role := range roles {
			for i := range legendRamp {
				sh := l.brush.rect(key+"/"+itoa(r)+"/"+itoa(i), role, Cell,
					x+float64(r)*(legendRamp*legendCell+6)+float64(i)*legendCell, y-9, legendCell-1, 11, 1)
				sh.Value = float64(i) / (legendRamp - 1)
			}
		}
	})
}

// fold adds the entry that says what a torn edge leaves out.
func (l *legend) fold(shown, all int) {
	if shown >= all {
		return
	}
	text := say.Fill(l.stage.text.LegendFold, "shown", itoa(shown), "all", itoa(all), "folded", itoa(all-shown))
	l.entry(20, text, func(x, y float64, key string) {
		v := strip{values: make([]float32, 2), shown: 1, x: x, y: y - 9, across: 14, along: 8}
		l.brush.rect(key+"/cell", Muted, Stroke, x, y-9, 14, 7, 1)
		v.tear(l.brush, key+"/fold", Muted)
	})
}

// entry places a drawing of the given width and its text, on a new line where the one begun is full.
func (l *legend) entry(width float64, text string, draw func(x, y float64, key string)) {
	lines := wrap(text, l.right-l.left-width, legendType)
	if l.x > l.left && (len(lines) > 1 || l.x+width+textWidth(text, legendType, false, false) > l.right) {
		l.x, l.y = l.left, l.y+legendLine
	}
	name := "legend/" + itoa(l.entries)
	l.entries++
	draw(l.x, l.y, name)
	widest := 0.0
	for i, line := range lines {
		if i > 0 {
			l.y += legendLine - 4
		}
		l.brush.text(name+"/text/"+itoa(i), Muted, l.x+width, l.y, legendType, line).Anchor = -1
		widest = max(widest, textWidth(line, legendType, false, false))
	}
	l.x += width + widest + legendApart
}

// bottom is where the legend ends.
func (l *legend) bottom() float64 { return l.y + 8 }

// wrap breaks a text into lines of at most a width.
func wrap(text string, width, size float64) []string {
	var out []string
	line := ""
	for _, w := range strings.Fields(text) {
		longer := w
		if line != "" {
			longer = line + " " + w
		}
		if line != "" && textWidth(longer, size, false, false) > width {
			out = append(out, line)
			longer = w
		}
		line = longer
	}
	return append(out, line)
}

// drawLegend draws the unrolled view's legend and returns the picture's height.
func (v *unrolledView) drawLegend() float64 {
	l := v.newLegend(v.outer.x+4, v.outer.x+v.outer.w-4, v.legendTop)
	switch {
	case v.outs && v.residual:
		l.ramps(v.text.LegendState, Hidden, Decoder)
		l.ramps(say.Fill(v.text.LegendSum, "layers", itoa(v.sums())), Hidden, Context)
	case v.attending:
		l.ramps(v.text.LegendContext, Hidden, Decoder, Context)
	default:
		l.ramps(v.text.LegendState, Hidden, Decoder)
	}
	if v.attending {
		l.ramps(v.text.LegendWeight, Weight)
	}
	switch {
	case v.lanes > 1:
		l.entry(0, v.text.LegendMemory, func(x, y float64, key string) {})
	case v.cell == "lstm":
		l.entry(0, v.text.LegendNoMemory, func(x, y float64, key string) {})
	}
	l.fold(v.shown, v.hidden)
	return l.bottom()
}
