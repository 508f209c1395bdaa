package page

import (
	"strconv"
	"strings"

	"github.com/vugu/vugu"

	"unroll/core/trace"
	"unroll/web/say"
)

// OpenedStep is a training step, opened up.
type OpenedStep struct {
	Update *trace.Update // nil: there is none
	Open   bool          // unfolded

	row, column int // of the cell that is read
}

// Toggle unfolds and folds.
func (o *OpenedStep) Toggle() { o.Open = !o.Open }

// StepPanel shows what a training step did: loss, backwards, step.
type StepPanel struct {
	Text   *say.Catalogue
	Opened *OpenedStep

	g *gradients // nil while it is folded
}

func (c *StepPanel) heading() string {
	return say.Fill(c.Text.Page.Opened.Heading, "step", count(c.Text, c.Opened.Update.Step))
}

func (c *StepPanel) lead() string {
	u := c.Opened.Update
	return say.Fill(c.Text.Page.Opened.Lead, "source", u.Run.Input, "target", u.Run.Said, "loss", loss(c.Text, u.Loss),
		"norm", brief(c.Text, u.Norm), "clip", brief(c.Text, u.Clip), "rate", brief(c.Text, u.Rate))
}

// The drawing's measures. A cell is a little smaller than its pitch.
const (
	gradientLeft                    = 96     // the room for names
	gradientLevel, gradientTilted   = 22, 66 // that for tokens
	gradientPitch, gradientRowPitch = 24, 20
	gradientToken                   = 3 // characters that have room side by side
	gradientWord                    = 9 // and aslant
)

// Compute runs before each rendering.
func (c *StepPanel) Compute() {
	if !c.Opened.Open {
		return
	}
	c.g = gradientsOf(c.Opened.Update, &c.Text.Page.Opened)
	if !c.g.has(c.Opened.row, c.Opened.column) { // at first, or since the step before was of another sentence
		c.Opened.row, c.Opened.column = 0, len(c.Opened.Update.Encoder)+1
	}
}

func (c *StepPanel) width() string {
	width := gradientLeft + gradientPitch*len(c.g.columns) + 10
	if c.tilts() {
		width += gradientTilted - gradientPitch
	}
	return strconv.Itoa(width)
}

func (c *StepPanel) height() string {
	return strconv.Itoa(c.top() + gradientRowPitch*len(c.g.rows))
}

// tilts reports whether the tokens stand aslant, since one is too long to stand beside the next. Beside the
// last there is none.
func (c *StepPanel) tilts() bool {
	read := len(c.Opened.Update.Encoder)
	for i, token := range c.g.columns[:len(c.g.columns)-1] {
		if i != read && clipTo(token, gradientToken) != token {
			return true
		}
	}
	return false
}

// top is where the cells begin.
func (c *StepPanel) top() int {
	if c.tilts() {
		return gradientTilted
	}
	return gradientLevel
}

// side is the one of encoder, bridge and decoder that a column belongs to.
func (c *StepPanel) side(column int, encoder, bridge, decoder string) string {
	switch read := len(c.Opened.Update.Encoder); {
	case column < read:
		return encoder
	case column == read:
		return bridge
	}
	return decoder
}

// class has a column's hue.
func (c *StepPanel) class(column int) string {
	return c.side(column, "u-encoder", "u-hidden", "u-decoder")
}

// label is a text of the drawing.
type label struct{ Class, X, Y, Anchor, Turn, Label string }

func (c *StepPanel) labels() []label {
	g := c.g
	read := len(c.Opened.Update.Encoder)
	top, tilts := c.top(), c.tilts()
	var list []label
	for i, token := range g.columns {
		if i == read {
			token = "→"
		}
		l := label{Class: c.class(i), X: strconv.Itoa(gradientLeft + gradientPitch*i + 11), Y: strconv.Itoa(top - 8), Anchor: "middle", Label: clipTo(token, gradientWord)}
		if tilts && i != read {
			l.Anchor, l.Turn = "start", "rotate(-45 "+l.X+" "+l.Y+")"
		}
		list = append(list, l)
	}
	for i, r := range g.rows {
		list = append(list, label{Class: "u-muted", X: strconv.Itoa(gradientLeft - 6), Y: strconv.Itoa(top + gradientRowPitch*i + 13), Anchor: "end", Label: r.name})
	}
	return list
}

// gradientCell is a state as it is drawn.
type gradientCell struct{ Class, X, Y, Strength, Key string }

func (c *StepPanel) cells() []gradientCell {
	g, top := c.g, c.top()
	var list []gradientCell
	for i, r := range g.rows {
		for j, x := range r.values {
			if !(x >= 0) {
				continue
			}
			class := c.class(j)
			if i == c.Opened.row && j == c.Opened.column {
				class += " step-panel-read"
			}
			list = append(list, gradientCell{class, strconv.Itoa(gradientLeft + gradientPitch*j), strconv.Itoa(top + gradientRowPitch*i),
				hundredth(g.strength(x)), strconv.Itoa(i) + "," + strconv.Itoa(j)})
		}
	}
	return list
}

// hundredth writes a share, to a hundredth.
func hundredth(x float64) string { return strconv.FormatFloat(x, 'f', 2, 64) }

func (c *StepPanel) help() string {
	return say.Fill(c.Text.Page.Opened.StripHelp, "most", brief(c.Text, c.g.most))
}

// hint is the cell that is read.
func (c *StepPanel) hint() string {
	g := c.g
	r := g.rows[c.Opened.row]
	t := &c.Text.Page.Opened
	side := c.side(c.Opened.column, t.Encoder, t.Bridge, t.Decoder)
	return say.Fill(t.Cell, "row", side+", "+r.name, "token", g.columns[c.Opened.column], "value", brief(c.Text, r.values[c.Opened.column]))
}

func (c *StepPanel) heads() []string {
	t := &c.Text.Page.Opened
	return []string{t.Weight, t.Shape, t.Norm, t.Gradient, t.Moved}
}

// weights are the rows of the table.
func (c *StepPanel) weights() [][]string {
	var list [][]string
	for _, w := range c.Opened.Update.Weights {
		var shape []string
		for _, n := range w.Shape {
			shape = append(shape, strconv.Itoa(n))
		}
		list = append(list, []string{w.Name, strings.Join(shape, "×"), brief(c.Text, w.Norm), brief(c.Text, w.Gradient), brief(c.Text, w.Moved)})
	}
	return list
}

// HandlePoint reads the cell under the pointer.
func (c *StepPanel) HandlePoint(event vugu.DOMEvent) {
	row, column, ok := strings.Cut(event.PropString("target", "dataset", "key"), ",")
	if ok {
		c.Opened.row, _ = strconv.Atoi(row)
		c.Opened.column, _ = strconv.Atoi(column)
	}
}

// HandleKey goes from cell to cell.
func (c *StepPanel) HandleKey(event vugu.DOMEvent) {
	dx, dy := 0, 0
	switch event.PropString("key") {
	case "ArrowLeft":
		dx = -1
	case "ArrowRight":
		dx = 1
	case "ArrowUp":
		dy = -1
	case "ArrowDown":
		dy = 1
	}
	if dx == 0 && dy == 0 || modified(event) {
		return
	}
	event.PreventDefault()
	// Where a box has no state, the way goes on to the next that has.
	g := c.g
	for i, j := c.Opened.row+dy, c.Opened.column+dx; i >= 0 && i < len(g.rows) && j >= 0 && j < len(g.columns); i, j = i+dy, j+dx {
		if g.has(i, j) {
			c.Opened.row, c.Opened.column = i, j
			return
		}
	}
}
