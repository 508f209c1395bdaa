package scene

import (
	"math"
	"strconv"

	"unroll/web/say"
)

// unrolledView is the film "unrolled" in the making: a copy of the RNN cell for each time step,
// words below, outputs above, states handed along.
type unrolledView struct {
	*stage
	*plan
	say   *say.Unrolled
	clock schedule
}

// schedule is when each step begins, in seconds.
type schedule struct {
	encoder, decoder []moments
	bridge           float64
	end              float64
}

// moments is when the parts of one step happen.
type moments struct {
	start   float64
	arrive  float64 // how long the state takes to come
	read    float64 // how long the word takes to come
	compute float64 // when the cell pulses
	state   float64 // when the new state comes out
	look    float64 // when attention looks back
	context float64 // when its context arrives
	output  float64 // when the word comes out
}

func unrolled(s *stage) error {
	lanes := 1
	if s.run.Bridge.C != nil {
		lanes = 2
	}
	attention := s.run.Decoder[0].Attention != nil
	v := &unrolledView{
		stage: s, say: &s.text.Unrolled,
		plan: newPlan(s.film.Width, len(s.run.Encoder), len(s.run.Decoder), len(s.run.Bridge.H), lanes, attention),
	}
	s.film.Title = say.Fill(v.say.Accessible, "cell", s.cell(), "input", s.run.Input, "output", s.output())
	v.direct()
	v.frames()
	for i := range v.source {
		v.encode(i)
	}
	v.cross()
	for i := range v.target {
		v.decode(i)
	}
	s.film.Height = math.Ceil(v.drawLegend())
	return nil
}

// moveTime is how long a short move takes.
const moveTime = .5

// rest is how long a picture stands still after a step: about a second, less in a long run of steps.
func rest(steps int) float64 { return math.Min(math.Max(8/float64(steps), .4), 1) }

// direct lays out the beats and, within them, when what happens.
func (v *unrolledView) direct() {
	s, run := v.stage, v.run
	count := strconv.Itoa(len(run.Encoder))
	intro := say.Fill(v.say.Intro, "count", count, "trained", s.trained())
	if len(run.Encoder) == 1 {
		intro = say.Fill(v.say.IntroOne, "trained", s.trained())
	}
	s.beat(1.5, intro)

	for i := range v.source {
		var m moments
		if i > 0 {
			m.arrive = newRoute(v.stateWay(v.source[i-1], v.source[i], 0)...).seconds()
		}
		m.compute = math.Max(moveTime, m.arrive-.1)
		m.state = m.compute + .4
		m.start = s.beat(m.state+moveTime+rest(len(v.source)), v.encodeCaption(i))
		v.clock.encoder = append(v.clock.encoder, m)
	}

	state := indexed("h", len(v.source))
	template := v.say.Bridge
	if v.attention {
		template = v.say.BridgeAttention
	}
	crossing := newRoute(v.bridgeWay(0)...).seconds()
	v.clock.bridge = s.beat(crossing+1, say.Fill(template, "state", state, "count", count))

	for i := range v.target {
		v.directStep(i)
	}
	template = v.say.End
	if !s.finished() {
		template = v.say.Cut
	}
	v.clock.end = s.beat(3, say.Fill(template, "input", run.Input, "output", s.output(), "steps", strconv.Itoa(len(run.Decoder))))

	// The best still has almost everything in it, and a step that says a word rather than ⟨end⟩.
	best := len(v.target) - 1
	if s.finished() && best > 0 {
		best--
	}
	beat := s.film.Beats[len(v.source)+2+best]
	s.film.poster = beat.Start + beat.Length - .1
}

func (v *unrolledView) directStep(i int) {
	m := moments{arrive: moveTime, read: moveTime}
	if i > 0 {
		from, to := v.target[i-1], v.target[i]
		m.arrive = newRoute(v.stateWay(from, to, 0)...).seconds()
		m.read = newRoute(v.backWay(from, to)...).seconds()
	}
	m.compute = math.Max(m.arrive, m.read) - .1
	m.state = m.compute + .4
	m.output = m.state + moveTime - .1
	if v.attention {
		m.look = m.state + moveTime - .1
		m.context = m.look + .3
		m.output = m.context + .4
	}
	m.start = v.beat(m.output+moveTime+rest(len(v.target)), v.decodeCaption(i))
	v.clock.decoder = append(v.clock.decoder, m)
}

func (v *unrolledView) encodeCaption(i int) string {
	template := v.say.Encode
	if i == 0 {
		template = v.say.First
	}
	return say.Fill(template, "step", strconv.Itoa(i+1), "token", visible(v.run.Encoder[i].Token),
		"before", indexed("h", i), "after", indexed("h", i+1))
}

func (v *unrolledView) decodeCaption(i int) string {
	step := &v.run.Decoder[i]
	p := v.num.short(step.Probabilities[step.Output.ID], 2)
	if step.Attention == nil {
		return say.Fill(v.say.Decode, "step", strconv.Itoa(i+1), "token", visible(step.Token), "output", visible(step.Output), "p", p)
	}
	j := largest(step.Attention.Weights)
	return say.Fill(v.say.DecodeAttention, "step", strconv.Itoa(i+1), "token", visible(step.Token), "output", visible(step.Output), "p", p,
		"source", visible(v.run.Encoder[j].Token), "percent", v.num.percent(step.Attention.Weights[j]))
}

// number is the time step of a decoding step: the decoder goes on counting where the encoder ends.
func (v *unrolledView) number(i int) int { return len(v.source) + i + 1 }
