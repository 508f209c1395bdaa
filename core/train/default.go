package train

import (
	"unroll/core/corpus"
	"unroll/core/model"
	"unroll/core/optim"
)

// Default is where a newcomer to a task begins, and what its pretrained model was trained with: it
// learns the task in a page within minutes at the slowest, and fits a page as delivered.
func Default(task string) Config {
	c := Config{
		Task: task, Level: corpus.Medium,
		Architecture: model.Architecture{
			Cell: "gru", Layers: 1, Encoder: "forward", Bridge: "pass", Feed: "start", Attention: "general",
			Embeddings: "separate", Embedding: 32, Hidden: 64,
		},
		Batch: 32, Accumulate: 1, Optimiser: "adam", Optim: optim.Options{Momentum: 0.9}, ClipNorm: 1,
		Rate:    optim.Schedule{Kind: "constant", Base: 2e-3, Every: 500, Factor: 0.5, Horizon: 2000},
		Forcing: Forcing{Share: 1, Unit: "batch", Decay: "constant", Steps: 2000}, Seed: 1,
	}
	return c
}

// Shipped reports whether the model that Default makes of a task comes with the page, trained.
func Shipped(task string) bool { return task == "reverse" || task == "dates" }
