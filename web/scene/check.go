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
		c.state(&run.Bridge[k], "bridge/"+itoa(k))
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

func (c *checker) fail(problem string) {
	if c.err == nil {
		c.err = errors.New("scene: " + problem)
	}
}

// vector checks a length.
func (c *checker) vector(v []float32, want int, part string) {
	if len(v) != want {
		c.fail(part + " has " + itoa(len(v)) + " numbers, not " + itoa(want))
	}
}

func (c *checker) state(s *trace.State, part string) {
	c.vector(s.H, c.hidden, part+"/h")
	memory := 0
	if c.Cell == "lstm" {
		memory = c.hidden
	}
	c.vector(s.C, memory, part+"/c")
}

func (c *checker) cells(cells []trace.Cell, part string) {
	if len(cells) != c.Layers {
		c.fail(part + " has " + itoa(len(cells)) + " layers, the model " + itoa(c.Layers))
	}
	for k := range cells {
		cell, part := &cells[k], part+"/"+itoa(k)
		c.state(&cell.State, part)
		names := make([]string, 0, 4)
		for _, g := range cell.Gates {
			names = append(names, g.Name)
			c.vector(g.Values, c.hidden, part+"/gates/"+g.Name)
		}
		if got := strings.Join(names, " "); got != gates[c.Cell] {
			c.fail(part + " has the gates " + got + ", a " + c.Cell + " has " + gates[c.Cell])
		}
	}
}

func (c *checker) reading(i int, r *trace.Reading) {
	part := "encoder/" + itoa(i)
	c.cells(r.Layers, part+"/layers")
	if c.Encoder == "both" {
		c.cells(r.Backwards, part+"/backwards")
	} else if r.Backwards != nil {
		c.fail(part + " reads backwards too, the model only " + c.Encoder)
	}
	c.vector(r.Out, c.width, part+"/out")
}

func (c *checker) step(i int, s *trace.Step, vocabulary int) {
	part := "decoder/" + itoa(i)
	c.cells(s.Layers, part+"/layers")
	c.vector(s.Logits, vocabulary, part+"/logits")
	c.vector(s.Probabilities, vocabulary, part+"/probabilities")
	if id := s.Output.ID; id < 0 || id >= vocabulary {
		c.fail(part + " says token " + itoa(id) + " of a vocabulary of " + itoa(vocabulary))
	}
	a := s.Attention
	if (a != nil) != (c.Attention != "none") {
		c.fail(part + " differs from the model in having attention")
	}
	if a == nil {
		return
	}
	part += "/attention"
	c.vector(a.Scores, c.sources, part+"/scores")
	c.vector(a.Weights, c.sources, part+"/weights")
	c.vector(a.Context, c.width, part+"/context")
	attentional := c.hidden
	if c.Attention == "bahdanau" {
		attentional = 0
	}
	c.vector(a.Attentional, attentional, part+"/attentional")
}
