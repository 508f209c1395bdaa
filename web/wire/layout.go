package wire

import (
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
