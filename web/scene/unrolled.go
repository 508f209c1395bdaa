package scene

import (
	"math"

	"unroll/web/say"
)

// unrolledView is the film "unrolled" in the making: a copy of the RNN cell for each time step and
// layer, words below, outputs above, states handed along.
type unrolledView struct {
	*stage
	*plan
	form    // the plan's, which shows no more than there is room for
	say     *say.Unrolled
	encoded [][]*node // of each source position, from the lowest cell to the highest
	decoded [][]*node // of each decoding step
	clock   schedule
}

func unrolled(s *stage) error {
	newUnrolled(s)
	return nil
}

// newUnrolled makes the film on a stage.
func newUnrolled(s *stage) *unrolledView {
	v := &unrolledView{stage: s, say: &s.text.Unrolled}
	v.lay(titleRoom)
	under := subtitle(s.traits(true), v.outer.w-2*v.margin)
	if len(under) > 1 {
		v.lay(titleRoomFor(len(under)))
	}
	accessible := v.say.Accessible
	if s.run.Decoding == "forced" {
		accessible = v.say.Told
	}
	s.film.Title = say.Fill(accessible, "cell", s.cellName(), "input", s.run.Input, "output", s.output())
	v.nodes()
	v.direct()
	v.frames(under)
	for i := range v.source {
		v.encode(i)
	}
	v.cross()
	for i := range v.target {
		v.decode(i)
	}
	s.film.Height = math.Ceil(v.drawLegend())
	return v
}

// lay plans the picture, its frames beginning at top.
func (v *unrolledView) lay(top float64) {
	v.plan = newPlan(v.film.Width, top, len(v.run.Encoder), len(v.run.Decoder), v.stage.form)
	v.form = v.plan.form
}

// number is the time step of a decoding step: the decoder goes on counting where the encoder ends.
func (v *unrolledView) number(i int) int { return len(v.source) + i + 1 }

// frames draws the outline of the whole model, its title and what the model is, and the two frames
// with theirs.
func (v *unrolledView) frames(under []string) {
	still := v.motion(always())
	o, e, d := v.outer, v.encoder, v.decoder
	ground := v.on(backdrop, still)
	ground.rect("model", Frame, Stroke, o.x, o.y, o.w, o.h, 14)
	ground.rect("encoder", Encoder, Tint, e.x, e.y, e.w, e.h, 3)
	ground.rect("decoder", Decoder, Tint, d.x, d.y, d.w, d.h, 14)
	written := v.on(words, still)
	written.titles(e.x, o.w-2*v.margin, say.Fill(v.say.Title, "cell", v.cellName()), under)
	v.frameTitle(written, "encoder/title", Encoder, v.text.Encoder, e)
	v.frameTitle(written, "decoder/title", Decoder, v.text.Decoder, d)
}

func (v *unrolledView) frameTitle(b brush, key string, role Role, name string, f frame) {
	x := f.x + v.inset - 2
	if !v.inline {
		x = v.titleX()
	}
	sh := b.text(key, role, x, f.y+17, 12.5, fit(name, f.x+f.w-x-4, 12.5, true))
	sh.Bold, sh.Anchor = true, -1
}
