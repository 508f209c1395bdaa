package train

import (
	"fmt"

	"unroll/core/corpus"
	"unroll/core/model"
)

// Config is all that a training run depends on: two runs of equal Configs are equal bit for bit.
type Config struct {
	Task              string  // a name of corpus.Names: "reverse", "dates"
	Shortest, Longest int     // the source lengths that the task draws, where it has a choice; 0 is its default
	Cell              string  // "gru", "lstm"
	Attention         string  // "none", "general"
	Embedding, Hidden int     // E, H
	Batch             int     // B
	LearningRate      float64 // Adam's
	TeacherForcing    float64 // the share of batches whose decoder is fed the true tokens, 0 … 1
	ClipNorm          float64 // the gradient's largest global L2 norm; 0 never clips
	Seed              uint64
}

// MaxSize bounds the embedding, hidden and batch sizes, and MaxUnits the product of hidden and batch,
// to which the buffers are proportional: far beyond what trains well in a page, and small enough to
// fit into one.
const (
	MaxSize  = 1024
	MaxUnits = 1 << 16
)

// Check says what in the configuration cannot be.
func (c Config) Check() error {
	for _, size := range []struct {
		name string
		n    int
	}{{"embedding", c.Embedding}, {"hidden", c.Hidden}, {"batch", c.Batch}} {
		if size.n < 1 || size.n > MaxSize {
			return fmt.Errorf("the %s size is %d; it must be 1 to %d", size.name, size.n, MaxSize)
		}
	}
	if c.Hidden*c.Batch > MaxUnits {
		return fmt.Errorf("a hidden size of %d with a batch of %d needs too much memory; their product must be at most %d",
			c.Hidden, c.Batch, MaxUnits)
	}
	// Written so that NaN fails.
	if !(c.LearningRate > 0 && c.LearningRate <= 100) {
		return fmt.Errorf("the learning rate is %v; it must be above 0 and at most 100", c.LearningRate)
	}
	if !(c.TeacherForcing >= 0 && c.TeacherForcing <= 1) {
		return fmt.Errorf("teacher forcing is %v; it must be 0 to 1", c.TeacherForcing)
	}
	if !(c.ClipNorm >= 0 && c.ClipNorm <= 1e9) {
		return fmt.Errorf("the clipping norm is %v; it must be 0 (never clip) or a norm", c.ClipNorm)
	}
	task, err := corpus.New(c.Task, corpus.Options{Shortest: c.Shortest, Longest: c.Longest})
	if err != nil {
		return err
	}
	architecture := c.architecture(task)
	return architecture.Check()
}

func (c Config) architecture(task *corpus.Task) model.Config {
	return model.Config{
		Cell: c.Cell, Attention: c.Attention, Embedding: c.Embedding, Hidden: c.Hidden,
		SourceVocabulary: task.Source().Len(), TargetVocabulary: task.Target().Len(),
		MaxSource: task.MaxSource(), MaxTarget: task.MaxTarget(), MaxBatch: c.Batch,
	}
}
