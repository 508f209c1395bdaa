package wire

import (
	"unroll/core/measure"
	"unroll/core/train"
)

// What a message is made of, once for both directions. A method has its message by value: when it
// reads, it fills its copy and returns it.

func (m Pause) code(*coder) Message { return m }
func (m Step) code(*coder) Message  { return m }
func (m Reset) code(*coder) Message { return m }

func (m Configure) code(c *coder) Message {
	config(c, &m.Config)
	c.bytes(&m.Checkpoint)
	c.bytes(&m.Data)
	return m
}

func (m Train) code(c *coder) Message {
	c.float64(&m.Pace)
	return m
}

func (m Run) code(c *coder) Message {
	c.string(&m.Input)
	c.string(&m.Target)
	options(c, &m.Decode)
	c.int(&m.Pick)
	return m
}

func (m Save) code(c *coder) Message {
	c.bool(&m.Compact)
	return m
}

func (m Load) code(c *coder) Message {
	c.bytes(&m.Checkpoint)
	c.bytes(&m.Data)
	return m
}

func (m Ready) code(c *coder) Message {
	config(c, &m.Config)
	c.int(&m.Trained)
	c.int(&m.Parameters)
	c.string(&m.Kernel)
	c.string(&m.Example)
	tokens(c, &m.Tokens)
	c.bool(&m.Trains)
	return m
}

func (m Progress) code(c *coder) Message {
	c.int(&m.Step)
	c.float64(&m.Loss)
	c.float64(&m.TokensPerSecond)
	c.float64(&m.Rate)
	c.float64(&m.Truth)
	c.float64(&m.Elapsed)
	c.bool(&m.Training)
	maybe(c, &m.Evaluation, evaluation)
	return m
}

func (m Trace) code(c *coder) Message {
	maybe(c, &m.Decoded, decoded)
	c.string(&m.Target)
	return m
}

func (m Update) code(c *coder) Message {
	maybe(c, &m.Update, update)
	return m
}

func (m Saved) code(c *coder) Message {
	c.int(&m.Step)
	c.bytes(&m.Checkpoint)
	c.bool(&m.Compact)
	return m
}

func (m Failure) code(c *coder) Message {
	c.byte((*byte)(&m.Reason))
	c.bool(&m.Target)
	c.string(&m.Token)
	c.int(&m.Limit)
	c.int(&m.Step)
	c.int(&m.Back)
	c.string(&m.Detail)
	return m
}

func evaluation(c *coder, v *train.Evaluation) {
	c.int(&v.Step)
	maybe(c, &v.Report, report)
	parts(c, &v.Samples, 4, sample)
}

func sample(c *coder, v *train.Sample) {
	c.string(&v.Source)
	c.string(&v.Target)
	c.string(&v.Output)
	c.bool(&v.Right)
}

func report(c *coder, v *measure.Report) {
	tally(c, &v.Overall)
	parts(c, &v.Lengths, 16, bucket)
	c.string(&v.Signature)
}

func bucket(c *coder, v *measure.Bucket) {
	c.int(&v.Shortest)
	c.int(&v.Longest)
	tally(c, &v.Tally)
}

func tally(c *coder, v *measure.Tally) {
	for _, n := range []*int{&v.Pairs, &v.Exact, &v.Right, &v.Tokens, &v.Edits, &v.Reference, &v.Scored} {
		c.int(n)
	}
	c.float64(&v.LogProbability)
	overlap(c, &v.Overlap)
}
