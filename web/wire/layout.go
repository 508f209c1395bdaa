package wire

import (
	"unroll/core/trace"
	"unroll/core/train"
)

// What a message is made of, once for both directions. A method has its message by value: when it
// reads, it fills its copy and returns it.

func (m Train) code(*coder) Message { return m }
func (m Pause) code(*coder) Message { return m }
func (m Step) code(*coder) Message  { return m }
func (m Reset) code(*coder) Message { return m }
func (m Save) code(*coder) Message  { return m }

func (m Configure) code(c *coder) Message {
	config(c, &m.Config)
	c.bytes(&m.Checkpoint)
	return m
}

func (m Run) code(c *coder) Message {
	c.string(&m.Input)
	return m
}

func (m Load) code(c *coder) Message {
	c.bytes(&m.Checkpoint)
	return m
}

func (m Ready) code(c *coder) Message {
	config(c, &m.Config)
	c.int(&m.Trained)
	c.int(&m.Parameters)
	c.string(&m.Kernel)
	c.string(&m.Example)
	return m
}

func (m Progress) code(c *coder) Message {
	c.int(&m.Step)
	c.float64(&m.Loss)
	c.float64(&m.TokensPerSecond)
	c.float64(&m.Elapsed)
	c.bool(&m.Training)
	maybe(c, &m.Evaluation, evaluation)
	return m
}

func (m Trace) code(c *coder) Message {
	maybe(c, &m.Run, run)
	return m
}

func (m Saved) code(c *coder) Message {
	c.int(&m.Step)
	c.bytes(&m.Checkpoint)
	return m
}

func (m Failure) code(c *coder) Message {
	c.byte((*byte)(&m.Reason))
	c.string(&m.Token)
	c.int(&m.Limit)
	c.int(&m.Step)
	c.bytes(&m.Good)
	c.string(&m.Detail)
	return m
}

func config(c *coder, v *train.Config) {
	c.string(&v.Task)
	c.int(&v.Shortest)
	c.int(&v.Longest)
	c.string(&v.Cell)
	c.string(&v.Attention)
	c.int(&v.Embedding)
	c.int(&v.Hidden)
	c.int(&v.Batch)
	c.float64(&v.LearningRate)
	c.float64(&v.TeacherForcing)
	c.float64(&v.ClipNorm)
	c.uint64(&v.Seed)
}

func evaluation(c *coder, v *train.Evaluation) {
	c.int(&v.Step)
	c.int(&v.Count)
	c.int(&v.Exact)
	c.float64(&v.TokenAccuracy)
	parts(c, &v.Samples, 4, sample)
}

func sample(c *coder, v *train.Sample) {
	c.string(&v.Source)
	c.string(&v.Target)
	c.string(&v.Output)
	c.bool(&v.Right)
}

func run(c *coder, v *trace.Run) {
	c.string(&v.Cell)
	c.string(&v.Attention)
	c.int(&v.Trained)
	c.string(&v.Input)
	parts(c, &v.Targets, 1, (*coder).string)
	parts(c, &v.Encoder, 6, cell)
	state(c, &v.Bridge)
	parts(c, &v.Decoder, 11, step)
}

func step(c *coder, v *trace.Step) {
	cell(c, &v.Cell)
	maybe(c, &v.Attention, attention)
	c.float32s(&v.Logits)
	c.float32s(&v.Probabilities)
	token(c, &v.Output)
}

func cell(c *coder, v *trace.Cell) {
	token(c, &v.Token)
	c.float32s(&v.Embedding)
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

func token(c *coder, v *trace.Token) {
	c.int(&v.ID)
	c.string(&v.Text)
}
