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
	v.add(backdrop, still,
		Shape{Key: "model", Role: Frame, Finish: Stroke, X: o.x, Y: o.y, W: o.w, H: o.h, R: 14},
		Shape{Key: "encoder", Role: Encoder, Finish: Tint, X: e.x, Y: e.y, W: e.w, H: e.h, R: 3},
		Shape{Key: "decoder", Role: Decoder, Finish: Tint, X: d.x, Y: d.y, W: d.w, H: d.h, R: 14},
	)
	room := o.w - 2*v.margin
	title := fit(say.Fill(v.say.Title, "cell", v.cellName()), room, 16, true)
	v.add(words, still, Shape{Key: "title", Kind: Text, Role: Frame, Bold: true, X: e.x, Y: 24, R: 16, Anchor: -1, Label: title})
	v.addSubtitle(still, under, e.x, room)
	v.add(words, still,
		v.frameTitle("encoder/title", Encoder, v.text.Encoder, e),
		v.frameTitle("decoder/title", Decoder, v.text.Decoder, d),
	)
}

func (v *unrolledView) frameTitle(key string, role Role, name string, f frame) Shape {
	x := f.x + v.inset - 2
	if !v.inline {
		x = v.titleX()
	}
	return Shape{Key: key, Kind: Text, Role: role, Bold: true, X: x, Y: f.y + 17, R: 12.5, Anchor: -1,
		Label: fit(name, f.x+f.w-x-4, 12.5, true)}
}
