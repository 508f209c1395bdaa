package train

import (
	"fmt"

	"unroll/core/corpus"
	"unroll/core/decode"
	"unroll/core/model"
	"unroll/core/optim"
)

// Config is all that a training run depends on: two runs of equal Configs are equal bit for bit. Where a
// field's zero value would be nothing, it is the usual choice.
type Config struct {
	Task              string // a name of corpus.Names, or Own
	Level             corpus.Level
	Shortest, Longest int // the source lengths that the task draws, where it has a choice; 0 is its level's

	Corpus string // of the task Own: which one, by its corpus.Digest

	model.Architecture

	Batch      int // B
	Accumulate int // batches whose gradients make one update; 0 is 1
	Optimiser  string
	Optim      optim.Options
	Rate       optim.Schedule // of learning
	ClipNorm   float64        // the gradient's largest global L2 norm; 0 never clips
	Smoothing  float64        // of labels: the part of each that is spread over the vocabulary
	Forcing    Forcing        // by the teacher
	Seed       uint64
	Seeds      Seeds
}

// Seeds are those of the single streams of random numbers. 0 follows Config.Seed.
type Seeds struct {
	Weights, Data, Forcing, Dropout uint64
}

// MaxSize bounds the embedding, hidden and batch sizes, and MaxUnits the product of hidden, batch, layers
// and directions, to which the buffers are proportional: far beyond what trains well in a page, and small
// enough to fit into one.
const (
	MaxSize       = 1024
	MaxUnits      = 1 << 17
	MaxAccumulate = 64
)

// Check says what in the configuration cannot be.
func (c Config) Check() error {
	for _, size := range []struct {
		name    string
		n, most int
	}{
		{"embedding size", c.Embedding, MaxSize}, {"hidden size", c.Hidden, MaxSize}, {"batch size", c.Batch, MaxSize},
		{"count of batches in an update", max(c.Accumulate, min(c.Accumulate+1, 1)), MaxAccumulate},
	} {
		if size.n < 1 || size.n > size.most {
			return fmt.Errorf("the %s is %d; it must be 1 to %d", size.name, size.n, size.most)
		}
	}
	if units := c.Hidden * c.Batch * c.Networks(); units > MaxUnits {
		return fmt.Errorf("a hidden size of %d in %d layers and directions, with a batch of %d, needs too much memory; their product must be at most %d",
			c.Hidden, c.Networks(), c.Batch, MaxUnits)
	}
	if err := c.Rate.Check(); err != nil {
		return err
	}
	if err := c.Forcing.Check(); err != nil {
		return err
	}
	// Written so that NaN fails.
	if !(c.ClipNorm >= 0 && c.ClipNorm <= 1e9) {
		return fmt.Errorf("the clipping norm is %v; it must be 0 (never clip) or a norm", c.ClipNorm)
	}
	if !(c.Smoothing >= 0 && c.Smoothing < 1) {
		return fmt.Errorf("label smoothing is %v; it must be at least 0 and below 1", c.Smoothing)
	}
	if _, err := c.optimiser(0); err != nil {
		return err
	}
	return c.Architecture.Check()
}

// Networks is how many recurrent layers the encoder has, in both directions together.
func (c Config) Networks() int {
	n := max(c.Layers, 1)
	if c.Encoder == "both" {
		n *= 2
	}
	return n
}

func (c Config) optimiser(n int) (*optim.Optimiser, error) {
	name := c.Optimiser
	if name == "" {
		name = "adam"
	}
	return optim.New(name, c.Optim, n)
}

// batches is how many make an update.
func (c Config) batches() int { return max(c.Accumulate, 1) }

func (c Config) model(task *corpus.Task) model.Config {
	return model.Config{
		Architecture:     c.Architecture,
		SourceVocabulary: task.Source().Len(), TargetVocabulary: task.Target().Len(),
		MaxSource: task.MaxSource(), MaxTarget: task.MaxTarget(), MaxBatch: max(c.Batch, decode.MaxWidth),
	}
}
