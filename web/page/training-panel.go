package page

import (
	"unroll/web/say"
)

// TrainingPanel is the training: its buttons, its figures, its curves.
type TrainingPanel struct {
	Root *Root
}

// unknown stands where a figure is not known yet.
const unknown = "–"

// figure is one number with its name.
type figure struct{ Name, Value string }

func (c *TrainingPanel) figures() []figure {
	t, m := &c.Root.Text.Page.Training, &c.Root.Course
	shown, exact, tokens, rate := unknown, unknown, unknown, unknown
	if p, ok := m.Loss.Last(); ok {
		shown = loss(c.Root.Text, p.Value)
	}
	if x, ok := m.ExactShare(); ok {
		exact, tokens = percent(c.Root.Text, x), percent(c.Root.Text, m.Evaluation.Report.Overall.TokenAccuracy())
	}
	if m.Progress.TokensPerSecond > 0 {
		rate = number(c.Root.Text, m.Progress.TokensPerSecond, 0)
	}
	list := []figure{
		{t.Steps, count(c.Root.Text, m.Progress.Step)},
		{t.Loss, shown},
		{t.Exact, exact},
		{t.Tokens, tokens},
		{t.Rate, rate},
		{t.Elapsed, duration(m.Progress.Elapsed)},
	}
	// What stays as it was set is not worth a figure.
	config, trained := &m.Ready.Config, m.Progress.Rate > 0
	if trained && (config.Rate.Kind != "constant" || config.Rate.Warmup > 0) {
		list = append(list, figure{t.LearningRate, brief(c.Root.Text, m.Progress.Rate)})
	}
	if trained && config.Forcing.Decay != "constant" {
		list = append(list, figure{t.Truth, percent(c.Root.Text, m.Progress.Truth)})
	}
	return list
}

// paces are how fast a model can be trained, in steps a second.
var paces = []float64{0, 20, 2}

func (c *TrainingPanel) paces() []Pill {
	t := &c.Root.Text.Page.Training
	var list []Pill
	for _, pace := range paces {
		label := t.Full
		if pace > 0 {
			label = say.Fill(t.Paced, "count", coordinate(pace))
		}
		list = append(list, Pill{coordinate(pace), label, pace == c.Root.Pace})
	}
	return list
}

func (c *TrainingPanel) shareHelp() string {
	return say.Fill(c.Root.Text.Page.Training.ShareHelp, "count", count(c.Root.Text, len(c.Root.Shared.Address)))
}

// trainName is what the button does when it is pressed.
func (c *TrainingPanel) trainName() string {
	if c.Root.Course.Training {
		return c.Root.Text.Page.Training.Pause
	}
	return c.Root.Text.Page.Training.Train
}

// beforehand reports whether the model on screen is the delivered one, untouched. Then the thing to
// do is to train one from scratch.
func (c *TrainingPanel) beforehand() bool {
	return c.Root.Course.Origin == Pretrained && !c.Root.Course.Taken
}

func class(primary bool) string {
	if primary {
		return "primary"
	}
	return ""
}

// idle is before the first model. Later the buttons stay enabled, whatever is under way: one that is
// disabled while it has the focus loses it.
func (c *TrainingPanel) idle() bool { return !c.Root.Course.IsReady() }

// loss and accuracy are the two charts.
func (c *TrainingPanel) loss() Chart {
	t, h, held := &c.Root.Text.Page.Training, &c.Root.Course.Loss, &c.Root.Course.HeldOut
	chart := Chart{Title: t.LossCurve, Key: t.LossKey, Summary: t.NoCurve, Curves: []Curve{
		{Points: h.Points()},
		{Points: held.Points(), Dashed: true},
	}}
	if last, ok := held.Last(); ok {
		chart.Curves[1].Last = loss(c.Root.Text, last.Value)
	}
	last, ok := h.Last()
	if !ok {
		return chart
	}
	chart.Curves[0].Last = loss(c.Root.Text, last.Value)
	chart.Summary = say.Fill(t.LossSummary,
		"from", loss(c.Root.Text, h.Points()[0].Value),
		"to", loss(c.Root.Text, last.Value),
		"held", or(chart.Curves[1].Last, unknown),
		"steps", count(c.Root.Text, last.Step))
	return chart
}

func (c *TrainingPanel) accuracy() Chart {
	t, m := &c.Root.Text.Page.Training, &c.Root.Course
	chart := Chart{Title: t.AccuracyCurve, Key: t.AccuracyKey, Summary: t.NoCurve, Share: true, Curves: []Curve{
		{Points: m.Exact.Points()},
		{Points: m.Tokens.Points(), Dashed: true},
	}}
	exact, ok := m.Exact.Last()
	tokens, _ := m.Tokens.Last()
	if !ok {
		return chart
	}
	chart.Curves[0].Last = percent(c.Root.Text, exact.Value)
	chart.Curves[1].Last = percent(c.Root.Text, tokens.Value)
	chart.Summary = say.Fill(t.AccuracySummary,
		"exact", chart.Curves[0].Last, "tokens", chart.Curves[1].Last,
		"steps", count(c.Root.Text, exact.Step))
	return chart
}

// model says how large the model is, and what computes it.
func (c *TrainingPanel) model() string {
	t, m := &c.Root.Text.Page.Training, &c.Root.Course
	if !m.IsReady() {
		return ""
	}
	return t.Parameters + ": " + count(c.Root.Text, m.Ready.Parameters) + " · " + t.Kernel + ": " + m.Ready.Kernel
}
