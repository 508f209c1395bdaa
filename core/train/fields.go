package train

import (
	"fmt"
	"strconv"
)

// fields are the configuration's, by their names in a checkpoint. One that is zero is not written.
func (c *Config) fields() map[string]any {
	return map[string]any{
		"task": &c.Task, "level": (*string)(&c.Level), "shortest": &c.Shortest, "longest": &c.Longest,
		"corpus": &c.Corpus,

		"cell": &c.Cell, "layers": &c.Layers, "residual": &c.Residual, "encoder": &c.Encoder, "bridge": &c.Bridge,
		"feed": &c.Feed, "attention": &c.Attention, "feeding": &c.InputFeeding, "plain": &c.NoConcatBias,
		"tables": &c.Embeddings, "embedding": &c.Embedding, "hidden": &c.Hidden, "dropout": &c.Dropout,

		"batch": &c.Batch, "accumulate": &c.Accumulate, "optimiser": &c.Optimiser,
		"momentum": &c.Optim.Momentum, "decay": &c.Optim.Decay,
		"rate": &c.Rate.Base, "schedule": &c.Rate.Kind, "warmup": &c.Rate.Warmup, "every": &c.Rate.Every,
		"factor": &c.Rate.Factor, "horizon": &c.Rate.Horizon, "floor": &c.Rate.Floor,
		"clip": &c.ClipNorm, "smoothing": &c.Smoothing,
		"teacher": &c.Forcing.Share, "coin": &c.Forcing.Unit, "fading": &c.Forcing.Decay, "fades": &c.Forcing.Steps,
		"seed": &c.Seed, "seed.weights": &c.Seeds.Weights, "seed.data": &c.Seeds.Data,
		"seed.forcing": &c.Seeds.Forcing, "seed.dropout": &c.Seeds.Dropout,
	}
}

// write puts the fields that are not zero into a checkpoint's metadata.
func (c Config) write(metadata map[string]string) {
	zero := Config{}
	none := zero.fields()
	for name, field := range c.fields() {
		if t := text(field); t != text(none[name]) {
			metadata[name] = t
		}
	}
}

// read takes the fields from a checkpoint's metadata.
func (c *Config) read(metadata map[string]string) error {
	for name, field := range c.fields() {
		if t, ok := metadata[name]; ok {
			if err := parse(field, t); err != nil {
				return fmt.Errorf("the checkpoint's %s is %.40q, which is no setting", name, t)
			}
		}
	}
	return nil
}

func text(field any) string {
	switch v := field.(type) {
	case *string:
		return *v
	case *bool:
		return strconv.FormatBool(*v)
	case *int:
		return strconv.Itoa(*v)
	case *uint64:
		return strconv.FormatUint(*v, 10)
	case *float64:
		return strconv.FormatFloat(*v, 'g', -1, 64)
	}
	panic(fmt.Sprintf("train: a field of type %T", field))
}

func parse(field any, text string) (err error) {
	switch v := field.(type) {
	case *string:
		*v = text
	case *bool:
		*v, err = strconv.ParseBool(text)
	case *int:
		*v, err = strconv.Atoi(text)
	case *uint64:
		*v, err = strconv.ParseUint(text, 10, 64)
	case *float64:
		*v, err = strconv.ParseFloat(text, 64)
	default:
		panic(fmt.Sprintf("train: a field of type %T", field))
	}
	return err
}
