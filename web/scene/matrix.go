package scene

import (
	"math"

	"unroll/web/say"
)

// matrixView is the film "alignment-matrix" in the making: a column for each source token, a row for
// each token that the decoder says, a cell's brightness the weight between them.
type matrixView struct {
	*stage
	*grid
	say  *say.Matrix
	rows []float64 // when each row begins
	end  float64
}

func alignmentMatrix(s *stage) error {
	if s.run.Decoder[0].Attention == nil {
		return ErrNoAttention
	}
	v := &matrixView{stage: s, say: &s.text.Matrix}
	v.lay(titleRoom)
	under := subtitle(append([]string{s.cellName()}, s.traits(false)...), v.outer.w-2*v.margin)
	if len(under) > 1 {
		v.lay(titleRoomFor(len(under)))
	}
	s.film.Title = say.Fill(v.say.Accessible, "input", s.run.Input, "output", s.output())
	v.direct()
	v.frame(under)
	for b := range v.bands {
		v.headers(b)
	}
	for t := range s.run.Decoder {
		v.row(t)
	}
	l := s.newLegend(v.outer.x+4, v.outer.x+v.outer.w-4, v.outer.y+v.outer.h+18)
	l.ramps(s.text.LegendWeight, Weight)
	s.film.Height = math.Ceil(l.bottom())
	s.film.poster = v.end + .5
	return nil
}

// lay plans the picture, its first band beginning under top.
func (v *matrixView) lay(top float64) {
	v.grid = newGrid(v.film.Width, top, v.sourceTexts(), v.outputTexts(), v.say.Target+" ↓")
}

// column is the encoder's step that reads the j-th token of the source as it is written.
func (s *stage) column(j int) int {
	if s.reversed {
		return len(s.run.Encoder) - 1 - j
	}
	return j
}

func (s *stage) sourceTexts() []string {
	var out []string
	for j := range s.run.Encoder {
		out = append(out, visible(s.run.Encoder[s.column(j)].Token))
	}
	return out
}

func (s *stage) outputTexts() []string {
	var out []string
	for i := range s.run.Decoder {
		out = append(out, visible(s.run.Decoder[i].Output))
	}
	return out
}

const (
	sweepTime = .6 // how long a row takes to appear, from left to right
	speakTime = .6 // when, in a row, the word is said
)

// direct lays out the beats: one for the columns, one for each row, and a hold.
func (v *matrixView) direct() {
	run := v.run
	intro := say.Fill(v.say.Intro, "count", itoa(len(run.Encoder)), "trained", v.trained())
	if len(run.Encoder) == 1 {
		intro = say.Fill(v.say.IntroOne, "trained", v.trained())
	}
	if v.reversed && len(run.Encoder) > 1 {
		intro += " " + v.say.FromEnd
	}
	v.beat(1.5, intro)
	for t := range run.Decoder {
		step := &run.Decoder[t]
		j := largest(step.Attention.Weights)
		caption := say.Fill(v.say.Row, "output", quoted(step.Output), "source", quoted(run.Encoder[j].Token),
			"percent", v.num.percent(step.Attention.Weights[j]))
		v.rows = append(v.rows, v.beat(speakTime+moveTime+rest(len(run.Decoder)), caption))
	}
	v.end = v.beat(3, v.endCaption(v.say.End, v.say.Cut, v.say.EndForced))
}

// frame draws the outline, the titles and, band by band, the ground on which rows will stand.
func (v *matrixView) frame(under []string) {
	still := v.motion(always())
	o := v.outer
	room := o.w - 2*v.margin
	ground, written := v.on(backdrop, still), v.on(words, still)
	ground.rect("model", Frame, Stroke, o.x, o.y, o.w, o.h, 14)
	written.titles(v.left, room, v.say.Title, under)
	for b, band := range v.bands {
		name := key("band", b)
		ground.rect(name, Muted, Tint, v.columnsX-3, band.y-3, float64(band.last-band.first)*v.cellW+5, float64(len(v.run.Decoder))*v.cellH+5, 3)
		written.text(name+"/source", Encoder, v.columnsX, band.y-27, type1, v.say.Source+" →").Anchor = -1
		written.text(name+"/target", Decoder, v.columnsX-9, band.y-9, type1, v.say.Target+" ↓").Anchor = 1
	}
}

// headers writes the source tokens over their columns.
func (v *matrixView) headers(b int) {
	band := v.bands[b]
	for j := band.first; j < band.last; j++ {
		step := v.column(j)
		token := v.run.Encoder[step].Token
		at := .1 + .8*float64(j)/float64(len(v.run.Encoder))
		coming := v.on(words, v.motion(from(.4).fadesTo(1, at, .4)))
		sh := coming.text(key("encoder", step)+"/word", Encoder, v.columnX(j-band.first)+(v.cellW-1)/2, band.y-9, 13, fit(visible(token), v.cellW-3, 13, true))
		sh.Bold, sh.Hint = true, v.sourceHint(step)
	}
}

// row draws where the decoder's step t looks, and then what it says.
func (v *matrixView) row(t int) {
	step := &v.run.Decoder[t]
	at, n := v.rows[t], len(v.run.Encoder)
	until := v.end
	if t+1 < len(v.rows) {
		until = v.rows[t+1]
	}
	lit := v.on(words, v.motion(appears(at, .3).fadesTo(0, until, .3)))
	said := v.on(words, v.motion(appears(at+speakTime, .4).comesFrom(-8, 0, at+speakTime, moveTime)))
	for b, band := range v.bands {
		y := band.y + float64(t)*v.cellH
		name := key("decoder", t) + "/" + itoa(b)
		lit.rect(name+"/lit", Decoder, Stroke, v.columnsX-3, y-3, float64(band.last-band.first)*v.cellW+5, v.cellH+5, 4)
		sh := said.text(name+"/output", Decoder, v.columnsX-9, y+v.cellH/2+4.5, 13, fit(visible(step.Output), v.header-10, 13, true))
		sh.Bold, sh.Anchor, sh.Hint = true, 1, v.outputHint(t)
		for j := band.first; j < band.last; j++ {
			sweep := at + (sweepTime-.3)*float64(j)/float64(n)
			v.weight(v.motion(appears(sweep, .3)), t, v.column(j), v.columnX(j-band.first), y)
		}
	}
}

// weight draws one cell, and its number where that fits.
func (v *matrixView) weight(motion, t, j int, x, y float64) {
	w := v.run.Decoder[t].Attention.Weights[j]
	ref := key(key("decoder", t)+"/attention/weights", j)
	cell := v.on(vectors, motion).rect(ref, Weight, Cell, x, y, v.cellW-1, v.cellH-1, 2)
	cell.Ref, cell.Value, cell.Hint = ref, share(w), v.weightHint(t, j)
	if v.printed() {
		v.on(words, motion).weightNumber(ref, w, x+(v.cellW-1)/2, y+(v.cellH-1)/2)
	}
}
