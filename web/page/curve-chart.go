package page

import (
	"math"
	"strconv"
	"strings"

	"unroll/web/say"
)

// CurveChart draws one or two curves over the steps, with the newest values in words.
type CurveChart struct {
	Text  *say.Catalogue
	Chart Chart
}

// Chart is what a CurveChart shows.
type Chart struct {
	Title   string
	Key     string // which curve is which
	Summary string // the chart as a sentence
	Share   bool   // values are shares of one, drawn on 0 … 100 %
	Curves  []Curve
}

// Curve is one line of a chart; the second carrier beside its hue is whether it is dashed.
type Curve struct {
	Points []Point
	Last   string // the newest value as it is written at the line's end; empty for an empty curve
	Dashed bool
}

// The chart's own units: the field in which curves are drawn, and the room around it.
const (
	chartWidth, chartHeight = 320.0, 120.0
	fieldLeft, fieldRight   = 34.0, 262.0
	fieldTop, fieldBottom   = 8.0, 100.0
)

// top is the value at the field's upper edge: of shares 1, else the least of 1, 2, 5, 10, … that
// holds every point.
func (c *Chart) top() float64 {
	if c.Share {
		return 1
	}
	most := 0.0
	for _, curve := range c.Curves {
		for _, p := range curve.Points {
			most = max(most, p.Value)
		}
	}
	if !(most > 1e-300) || math.IsInf(most, 0) { // a diverged run's values are no measure for an axis
		return 1
	}
	for unit := math.Pow(10, math.Floor(math.Log10(most))); ; unit *= 10 {
		for _, m := range []float64{1, 2, 5} {
			if m*unit >= most {
				return m * unit
			}
		}
	}
}

// steps is the first and the last step that a curve has.
func (c *Chart) steps() (first, last int) {
	first = math.MaxInt
	for _, curve := range c.Curves {
		if n := len(curve.Points); n > 0 {
			first, last = min(first, curve.Points[0].Step), max(last, curve.Points[n-1].Step)
		}
	}
	return min(first, last), last
}

// height is where a value is drawn, if top is at the field's upper edge.
func height(value, top float64) float64 {
	return fieldBottom - (fieldBottom-fieldTop)*min(max(value/top, 0), 1)
}

// line is a curve as an SVG path.
func (c *CurveChart) line(curve Curve) string {
	var b strings.Builder
	first, last := c.Chart.steps()
	top := c.Chart.top()
	for i, p := range curve.Points {
		if i == 0 {
			b.WriteByte('M')
		} else {
			b.WriteByte('L')
		}
		b.WriteString(tenth(across(p.Step, first, last)))
		b.WriteByte(' ')
		b.WriteString(tenth(height(p.Value, top)))
	}
	return b.String()
}

// across is where a step is drawn.
func across(step, first, last int) float64 {
	if last == first {
		return fieldRight
	}
	return fieldLeft + (fieldRight-fieldLeft)*float64(step-first)/float64(last-first)
}

// tenth writes a coordinate, to a tenth.
func tenth(x float64) string { return strconv.FormatFloat(x, 'f', 1, 64) }

func curveClass(curve Curve) string {
	if curve.Dashed {
		return "curve-chart-line curve-chart-dashed"
	}
	return "curve-chart-line"
}

// tick is a labelled place on an axis.
type tick struct {
	X, Y   string
	Anchor string
	Label  string
}

// ticks are the axes' ends: the values above, the steps below.
func (c *CurveChart) ticks() []tick {
	const room = 5
	label := func(v float64) string {
		if c.Chart.Share {
			return number(c.Text, 100*v, 0) + " %"
		}
		return strings.Replace(coordinate(v), ".", c.Text.Page.Decimal, 1)
	}
	at := func(x, y float64, anchor, text string) tick {
		return tick{coordinate(x), coordinate(y), anchor, text}
	}
	top := c.Chart.top()
	list := []tick{
		at(fieldLeft-room, fieldTop+4, "end", label(top)),
		at(fieldLeft-room, fieldBottom+1, "end", label(0)),
	}
	if first, last := c.Chart.steps(); last > first {
		list = append(list,
			at(fieldLeft, fieldBottom+15, "start", count(c.Text, first)),
			at(fieldRight, fieldBottom+15, "end", say.Fill(c.Text.Page.Training.StepAxis, "step", count(c.Text, last))))
	}
	return list
}

// empty says so in place of curves.
func (c *CurveChart) empty() string {
	for _, curve := range c.Chart.Curves {
		if len(curve.Points) > 0 {
			return ""
		}
	}
	return c.Chart.Summary
}

// dot marks a curve's newest point, which is all there is of a curve of one point.
func (c *CurveChart) dot(curve Curve) string {
	if len(curve.Points) == 0 {
		return ""
	}
	const r = "2.5"
	last := curve.Points[len(curve.Points)-1]
	from, to := c.Chart.steps()
	return "M" + tenth(across(last.Step, from, to)) + " " + tenth(height(last.Value, c.Chart.top())) +
		"m-" + r + " 0a" + r + " " + r + " 0 1 0 5 0a" + r + " " + r + " 0 1 0 -5 0"
}

// ends are the newest values, written at the curves' ends without covering each other.
func (c *CurveChart) ends() []tick {
	const room, apart = 6, 13
	var list []tick
	var ys []float64
	for _, curve := range c.Chart.Curves {
		if curve.Last != "" {
			ys = append(ys, height(curve.Points[len(curve.Points)-1].Value, c.Chart.top())+4)
			list = append(list, tick{X: coordinate(fieldRight + room), Anchor: "start", Label: curve.Last})
		}
	}
	if len(ys) == 2 && math.Abs(ys[0]-ys[1]) < apart {
		if ys[0] > ys[1] {
			ys[0] = ys[1] + apart
		} else {
			ys[1] = ys[0] + apart
		}
	}
	for i, y := range ys {
		list[i].Y = tenth(y)
	}
	return list
}

// axes is the frame of the field: its left and its lower edge.
func axes() string {
	l, r, t, b := coordinate(fieldLeft), coordinate(fieldRight), coordinate(fieldTop), coordinate(fieldBottom)
	return "M" + l + " " + t + "V" + b + "H" + r
}

// viewBox is the chart's own size.
func viewBox() string { return "0 0 " + coordinate(chartWidth) + " " + coordinate(chartHeight) }
