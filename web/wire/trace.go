package wire

import "unroll/core/trace"

func run(c *coder, v *trace.Run) {
	architecture(c, &v.Model)
	c.int(&v.Trained)
	c.string(&v.Input)
	c.string(&v.Said)
	c.string(&v.Decoding)
	parts(c, &v.Targets, 1, (*coder).string)
	parts(c, &v.Encoder, 6, reading)
	parts(c, &v.Bridge, 2, state)
	c.float32s(&v.Summary)
	parts(c, &v.Decoder, 9, step)
}

func architecture(c *coder, v *trace.Model) {
	c.string(&v.Cell)
	c.int(&v.Layers)
	c.bool(&v.Residual)
	c.string(&v.Encoder)
	c.string(&v.Bridge)
	c.string(&v.Feed)
	c.string(&v.Attention)
	c.bool(&v.InputFeeding)
}

func reading(c *coder, v *trace.Reading) {
	word(c, &v.Token)
	c.float32s(&v.Embedding)
	parts(c, &v.Layers, 3, cell)
	parts(c, &v.Backwards, 3, cell)
	c.float32s(&v.Out)
}

func step(c *coder, v *trace.Step) {
	word(c, &v.Token)
	c.float32s(&v.Embedding)
	parts(c, &v.Layers, 3, cell)
	maybe(c, &v.Attention, attention)
	c.float32s(&v.Logits)
	c.float32s(&v.Probabilities)
	word(c, &v.Output)
}

func cell(c *coder, v *trace.Cell) {
	parts(c, &v.Gates, 2, gate)
	state(c, &v.State)
}

func attention(c *coder, v *trace.Attention) {
	c.float32s(&v.Scores)
	c.float32s(&v.Weights)
	c.float32s(&v.Context)
	c.float32s(&v.Attentional)
}

func gate(c *coder, v *trace.Gate) {
	c.string(&v.Name)
	c.float32s(&v.Values)
}

func state(c *coder, v *trace.State) {
	c.float32s(&v.H)
	c.float32s(&v.C)
}

func word(c *coder, v *trace.Token) {
	c.int(&v.ID)
	c.string(&v.Text)
}

func update(c *coder, v *trace.Update) {
	c.int(&v.Step)
	c.float64(&v.Loss)
	c.float64(&v.Norm)
	c.float64(&v.Clip)
	c.float64(&v.Rate)
	maybe(c, &v.Run, run)
	parts(c, &v.Encoder, 3, readingGradient)
	parts(c, &v.Bridge, 2, state)
	parts(c, &v.Decoder, 6, stepGradient)
	parts(c, &v.Weights, 26, weight)
}

func readingGradient(c *coder, v *trace.ReadingGradient) {
	c.float32s(&v.Embedding)
	parts(c, &v.Layers, 2, state)
	parts(c, &v.Backwards, 2, state)
}

func stepGradient(c *coder, v *trace.StepGradient) {
	c.float32s(&v.Embedding)
	parts(c, &v.Layers, 2, state)
	c.float32s(&v.Scores)
	c.float32s(&v.Context)
	c.float32s(&v.Attentional)
	c.float32s(&v.Logits)
}

func weight(c *coder, v *trace.Weight) {
	c.string(&v.Name)
	parts(c, &v.Shape, 1, (*coder).int)
	c.float64(&v.Norm)
	c.float64(&v.Gradient)
	c.float64(&v.Moved)
}
