package scene

import (
	"errors"
	"fmt"
	"strings"

	"unroll/core/trace"
)

// gates are the names of each cell's gates, in the order of a trace.
var gates = map[string]string{"rnn": "h", "gru": "r z n", "lstm": "i f g o"}

// check says what a run lacks to be drawn. What it lets pass can be drawn without a look at a length.
func check(run *trace.Run) error {
	if run == nil || len(run.Encoder) == 0 || len(run.Decoder) == 0 {
		return errors.New("scene: the run has no steps")
	}
	m := &run.Model
	if err := checkModel(m); err != nil {
		return err
	}
	if len(run.Bridge) != m.Layers {
		return fmt.Errorf("scene: a model of %d layers hands the decoder %d states", m.Layers, len(run.Bridge))
	}
	c := checker{Model: m, hidden: len(run.Bridge[0].H), sources: len(run.Encoder)}
	if c.hidden == 0 {
		return errors.New("scene: the run hands no state to the decoder")
	}
	c.width = c.hidden
	if m.Encoder == "both" {
		c.width *= 2
	}
	for i := range run.Encoder {
		c.reading(i, &run.Encoder[i])
	}
	for k := range run.Bridge {
		c.state(&run.Bridge[k], "bridge/%d", k)
	}
	if m.Feed == "every" {
		c.vector(run.Summary, c.width, "summary")
	} else {
		c.vector(run.Summary, 0, "summary")
	}
	for i := range run.Decoder {
		c.step(i, &run.Decoder[i], len(run.Targets))
	}
	return c.err
}

// choices are what a film knows how to draw.
var choices = [...]string{
	"cell: rnn gru lstm",
	"encoder: forward reversed both",
	"bridge: pass dense zero",
	"feed: start every",
	"attention: none dot general additive bahdanau",
}

// checkModel holds the model to the names that the film knows how to draw.
func checkModel(m *trace.Model) error {
	for i, value := range [...]string{m.Cell, m.Encoder, m.Bridge, m.Feed, m.Attention} {
		what, of, _ := strings.Cut(choices[i], ": ")
		if strings.Contains(value, " ") || !strings.Contains(" "+of+" ", " "+value+" ") {
			return fmt.Errorf("scene: the model's %s is %q; a film knows %s", what, value, of)
		}
	}
	switch {
	case m.Layers < 1:
		return fmt.Errorf("scene: the model has %d layers", m.Layers)
	case m.Encoder == "both" && m.Bridge == "pass":
		return errors.New("scene: states of both directions cannot pass to the decoder as they are")
	case m.InputFeeding && (m.Attention == "none" || m.Attention == "bahdanau"):
		return fmt.Errorf("scene: the model feeds an attentional state, which attention %q does not make", m.Attention)
	}
	return nil
}

// checker goes through a run and keeps the first thing that is wrong with it. Where it names a part,
// it does so as a ref does.
type checker struct {
	*trace.Model
	hidden, width, sources int
	err                    error
}

func (c *checker) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf("scene: "+format, args...)
	}
}

// vector checks a length; the part is named by a format.
func (c *checker) vector(v []float32, want int, part string, args ...any) {
	if len(v) != want {
		c.fail("%s has %d numbers, not %d", fmt.Sprintf(part, args...), len(v), want)
	}
}

func (c *checker) state(s *trace.State, part string, args ...any) {
	c.vector(s.H, c.hidden, part+"/h", args...)
	memory := 0
	if c.Cell == "lstm" {
		memory = c.hidden
	}
	c.vector(s.C, memory, part+"/c", args...)
}

func (c *checker) cells(cells []trace.Cell, part string, i int) {
	if len(cells) != c.Layers {
		c.fail(part+" has %d layers, the model %d", i, len(cells), c.Layers)
	}
	for k := range cells {
		cell := &cells[k]
		c.state(&cell.State, part+"/%d", i, k)
		names := make([]string, 0, 4)
		for _, g := range cell.Gates {
			names = append(names, g.Name)
			c.vector(g.Values, c.hidden, part+"/%d/gates/%s", i, k, g.Name)
		}
		if got := strings.Join(names, " "); got != gates[c.Cell] {
			c.fail(part+"/%d has the gates %s, a %s has %s", i, k, got, c.Cell, gates[c.Cell])
		}
	}
}

func (c *checker) reading(i int, r *trace.Reading) {
	c.cells(r.Layers, "encoder/%d/layers", i)
	if c.Encoder == "both" {
		c.cells(r.Backwards, "encoder/%d/backwards", i)
	} else if r.Backwards != nil {
		c.fail("encoder/%d reads backwards too, the model only %s", i, c.Encoder)
	}
	c.vector(r.Out, c.width, "encoder/%d/out", i)
}

func (c *checker) step(i int, s *trace.Step, vocabulary int) {
	c.cells(s.Layers, "decoder/%d/layers", i)
	c.vector(s.Logits, vocabulary, "decoder/%d/logits", i)
	c.vector(s.Probabilities, vocabulary, "decoder/%d/probabilities", i)
	if id := s.Output.ID; id < 0 || id >= vocabulary {
		c.fail("decoder/%d says token %d of a vocabulary of %d", i, id, vocabulary)
	}
	a := s.Attention
	if (a != nil) != (c.Attention != "none") {
		c.fail("decoder/%d differs from the model in having attention", i)
	}
	if a == nil {
		return
	}
	c.vector(a.Scores, c.sources, "decoder/%d/attention/scores", i)
	c.vector(a.Weights, c.sources, "decoder/%d/attention/weights", i)
	c.vector(a.Context, c.width, "decoder/%d/attention/context", i)
	attentional := c.hidden
	if c.Attention == "bahdanau" {
		attentional = 0
	}
	c.vector(a.Attentional, attentional, "decoder/%d/attention/attentional", i)
}
