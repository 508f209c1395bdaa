package scene

import (
	"strconv"

	"unroll/web/say"
)

// Captions say what happens in a beat, in this model's words and numbers.

// traits says what the model is, and how long it has learned; of attention of the usual kind, only if
// usual.
func (s *stage) traits(usual bool) []string {
	t := &s.text.Traits
	var out []string
	add := func(has bool, text string) {
		if has {
			out = append(out, text)
		}
	}
	add(s.layers > 1, say.Fill(t.Layers, "layers", strconv.Itoa(s.layers)))
	add(s.residual, t.Residual)
	add(s.reversed, t.Reversed)
	add(s.both, t.Both)
	add(s.bridge == "dense", t.Dense)
	add(s.bridge == "zero", t.Zero)
	add(s.summary, t.Summary)
	switch s.attention {
	case "none":
		out = append(out, t.None)
	case "dot":
		out = append(out, t.Dot)
	case "general":
		add(usual, t.General)
	case "additive":
		out = append(out, t.Additive)
	case "bahdanau":
		out = append(out, t.Bahdanau)
	}
	add(s.fed, t.InputFeeding)
	return append(out, s.trained())
}

// introCaption says how much there is to read, and in which order.
func (v *unrolledView) introCaption() string {
	n := len(v.source)
	caption := say.Fill(v.say.Intro, "count", strconv.Itoa(n), "trained", v.trained())
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
	return say.Fill(template, "step", strconv.Itoa(i+1), "token", quoted(v.run.Encoder[i].Token),
		"before", state(i), "after", state(i+1))
}

// bothCaption is that of step j from each end.
func (v *unrolledView) bothCaption(j int) string {
	other := len(v.source) - 1 - j
	return say.Fill(v.say.Both, "step", strconv.Itoa(j+1),
		"token", quoted(v.run.Encoder[j].Token), "after", indexed(v.of("h", 0, false), j+1),
		"other", quoted(v.run.Encoder[other].Token), "back", indexed(v.of("h", 0, true), other+1))
}

func (v *unrolledView) bothLayerCaption(layer int) string {
	return say.Fill(v.say.BothLayer, "layer", strconv.Itoa(layer+1), "below", strconv.Itoa(layer), "input", v.says(Encoder, layer-1, "ₜ"))
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
		caption += " " + say.Fill(v.say.KnowsAttention, "count", strconv.Itoa(len(v.source)))
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
	step, does := &v.run.Decoder[i], &v.say.Step
	var with []string
	if v.before {
		with = append(with, does.WithContext)
	}
	if v.fed && i > 0 {
		with = append(with, indexed(attentionalName, v.number(i)-1))
	}
	if v.summary {
		with = append(with, does.WithSummary)
	}
	template := does.Reads
	if with != nil {
		template = does.ReadsWith
	}
	clauses := []string{say.Fill(template, "token", quoted(step.Token), "with", list(with, v.text.And))}
	if a := step.Attention; a != nil {
		j := largest(a.Weights)
		looks := say.Fill(does.Looks, "source", quoted(v.run.Encoder[j].Token), "percent", v.num.percent(a.Weights[j]))
		if v.before {
			clauses = []string{looks, clauses[0]}
		} else {
			clauses = append(clauses, looks)
		}
	}
	clauses = append(clauses, v.chosen(i))
	caption := say.Fill(v.say.Decode, "step", strconv.Itoa(i+1), "does", list(clauses, v.text.And))
	// What was chosen need not be what the model found most probable.
	if best := largest(step.Probabilities); step.Probabilities[best] > step.Probabilities[step.Output.ID] {
		caption += " " + say.Fill(v.say.Outdone, "best", isolated(v.run.Targets[best]), "p", v.num.chance(step.Probabilities[best]))
	}
	return caption
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
