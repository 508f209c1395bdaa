package scene

import (
	"unroll/web/say"
)

// Captions say what happens in a beat, in this model's words and numbers.

// traits says what the model is, and how long it has learned; of attention of the usual kind, only if
// usual.
func (s *stage) traits(usual bool) []string {
	t := &s.text.Traits
	var out []string
	for _, trait := range [...]struct {
		has bool
		is  string
	}{
		{s.layers > 1, say.Fill(t.Layers, "layers", itoa(s.layers))},
		{s.residual, t.Residual},
		{s.reversed, t.Reversed},
		{s.both, t.Both},
		{s.bridge == "dense", t.Dense},
		{s.bridge == "zero", t.Zero},
		{s.summary, t.Summary},
		{s.attention == "none", t.None},
		{s.attention == "dot", t.Dot},
		{s.attention == "general" && usual, t.General},
		{s.attention == "additive", t.Additive},
		{s.before, t.Bahdanau},
		{s.fed, t.InputFeeding},
		{true, s.trained()},
	} {
		if trait.has {
			out = append(out, trait.is)
		}
	}
	return out
}

// endCaption says what has become of the input: at the decoder's own end, where it was cut short, or where
// it was told what to say.
func (s *stage) endCaption(end, cut, forced string) string {
	switch {
	case s.run.Decoding == "forced":
		end = forced
	case !s.finished():
		end = cut
	}
	return say.Fill(end, "input", s.run.Input, "output", s.output(), "steps", itoa(len(s.run.Decoder)))
}

// introCaption says how much there is to read, and in which order.
func (v *unrolledView) introCaption() string {
	n := len(v.source)
	caption := say.Fill(v.say.Intro, "count", itoa(n), "trained", v.trained())
	if n == 1 {
		return say.Fill(v.say.IntroOne, "trained", v.trained())
	}
	switch {
	case v.reversed:
		caption += " " + v.say.FromEnd
	case v.both:
		caption += " " + v.say.FromBoth
	}
	return caption
}

// stacked is the names of a state of all layers, the lowest first.
func (v *unrolledView) stacked(name func(layer int) string) string {
	var out []string
	for layer := range v.layers {
		out = append(out, name(layer))
	}
	return list(out, v.text.And)
}

func (v *unrolledView) encodeCaption(i int) string {
	template := v.say.Encode
	if i == 0 {
		template = v.say.First
	}
	if v.layers > 1 {
		template = v.say.EncodeDeep
		if i == 0 {
			template = v.say.FirstDeep
		}
	}
	state := func(n int) string {
		return v.stacked(func(layer int) string { return indexed(v.ofLayer("h", layer), n) })
	}
	return say.Fill(template, "step", itoa(i+1), "token", quoted(v.run.Encoder[i].Token),
		"before", state(i), "after", state(i+1))
}

// bothCaption is that of step j from each end.
func (v *unrolledView) bothCaption(j int) string {
	other := len(v.source) - 1 - j
	return say.Fill(v.say.Both, "step", itoa(j+1),
		"token", quoted(v.run.Encoder[j].Token), "after", indexed(v.of("h", 0, false), j+1),
		"other", quoted(v.run.Encoder[other].Token), "back", indexed(v.of("h", 0, true), other+1))
}

func (v *unrolledView) bothLayerCaption(layer int) string {
	return say.Fill(v.say.BothLayer, "layer", itoa(layer+1), "below", itoa(layer), "input", v.says(Encoder, layer-1, "ₜ"))
}

func (v *unrolledView) bridgeCaption() string {
	ends := v.stacked(func(layer int) string { return v.ends("h", layer) })
	template := v.say.Cross
	switch {
	case v.bridge == "dense":
		template = v.say.CrossDense
	case v.bridge == "zero":
		template = v.say.CrossZero
	case v.layers > 1:
		template = v.say.CrossDeep
	}
	caption := say.Fill(template, "state", ends, "start", v.stacked(func(layer int) string { return v.start("h", layer) }))
	if v.summary {
		caption += " " + say.Fill(v.say.KnowsSummary, "summary", v.ends("h", v.layers-1))
	}
	switch {
	case v.attending:
		caption += " " + say.Fill(v.say.KnowsAttention, "count", itoa(len(v.source)))
	case v.bridge == "zero" && !v.summary:
		caption += " " + v.say.KnowsNothing
	default:
		caption += " " + v.say.KnowsNoMore
	}
	return caption
}

// decodeCaption says what a step reads, where it looks and how its output was chosen, in the order in
// which that happens.
func (v *unrolledView) decodeCaption(i int) string {
	step := &v.run.Decoder[i]
	clauses := []string{v.reads(i)}
	if a := step.Attention; a != nil {
		j := largest(a.Weights)
		looks := say.Fill(v.say.Step.Looks, "source", quoted(v.run.Encoder[j].Token), "percent", v.num.percent(a.Weights[j]))
		if v.before {
			clauses = []string{looks, clauses[0]}
		} else {
			clauses = []string{clauses[0], looks}
		}
	}
	caption := say.Fill(v.say.Decode, "step", itoa(i+1), "does", list(append(clauses, v.chosen(i)), v.text.And))
	// What was chosen need not be what the model found most probable.
	if best := largest(step.Probabilities); step.Probabilities[best] > step.Probabilities[step.Output.ID] {
		caption += " " + say.Fill(v.say.Outdone, "best", isolated(v.run.Targets[best]), "p", v.num.chance(step.Probabilities[best]))
	}
	return caption
}

// reads is the clause that says what a step reads: its word, and what else it is fed.
func (v *unrolledView) reads(i int) string {
	does, template := &v.say.Step, v.say.Step.Reads
	var with []string
	for _, f := range v.feeds(i) {
		template = does.ReadsWith
		switch f.vector.role {
		case Context:
			with = append(with, does.WithContext)
		case Decoder:
			with = append(with, indexed(attentionalName, v.number(i)-1))
		default:
			with = append(with, does.WithSummary)
		}
	}
	return say.Fill(template, "token", quoted(v.run.Decoder[i].Token), "with", list(with, v.text.And))
}

// chosen is the clause that says how a step came to its output.
func (v *unrolledView) chosen(i int) string {
	step, template := &v.run.Decoder[i], v.say.Step.Says
	switch v.run.Decoding {
	case "sampled":
		template = v.say.Step.Draws
	case "beam":
		template = v.say.Step.Keeps
	case "forced":
		template = v.say.Step.Told
	}
	return say.Fill(template, "output", quoted(step.Output), "p", v.num.chance(step.Probabilities[step.Output.ID]))
}
