package train

import (
	"fmt"
	"strconv"
)

// Field is one field of a Config under its name, which is the same wherever configurations are written
// down: in checkpoints, messages and links.
type Field struct {
	Name string
	At   func(*Config) any // where it lives: *string, *bool, *int, *uint64 or *float64
}

// Fields are all that a Config has.
var Fields = []Field{
	{"task", func(c *Config) any { return &c.Task }},
	{"level", func(c *Config) any { return (*string)(&c.Level) }},
	{"shortest", func(c *Config) any { return &c.Shortest }},
	{"longest", func(c *Config) any { return &c.Longest }},
	{"corpus", func(c *Config) any { return &c.Corpus }},

	{"cell", func(c *Config) any { return &c.Cell }},
	{"attention", func(c *Config) any { return &c.Attention }},
	{"hidden", func(c *Config) any { return &c.Hidden }},
	{"embedding", func(c *Config) any { return &c.Embedding }},
	{"layers", func(c *Config) any { return &c.Layers }},
	{"residual", func(c *Config) any { return &c.Residual }},
	{"encoder", func(c *Config) any { return &c.Encoder }},
	{"bridge", func(c *Config) any { return &c.Bridge }},
	{"feed", func(c *Config) any { return &c.Feed }},
	{"feeding", func(c *Config) any { return &c.InputFeeding }},
	{"nobias", func(c *Config) any { return &c.NoConcatBias }},
	{"tables", func(c *Config) any { return &c.Embeddings }},
	{"dropout", func(c *Config) any { return &c.Dropout }},

	{"batch", func(c *Config) any { return &c.Batch }},
	{"accumulate", func(c *Config) any { return &c.Accumulate }},
	{"optimiser", func(c *Config) any { return &c.Optimiser }},
	{"momentum", func(c *Config) any { return &c.Optim.Momentum }},
	{"decay", func(c *Config) any { return &c.Optim.Decay }},
	{"rate", func(c *Config) any { return &c.Rate.Base }},
	{"schedule", func(c *Config) any { return &c.Rate.Kind }},
	{"warmup", func(c *Config) any { return &c.Rate.Warmup }},
	{"every", func(c *Config) any { return &c.Rate.Every }},
	{"factor", func(c *Config) any { return &c.Rate.Factor }},
	{"horizon", func(c *Config) any { return &c.Rate.Horizon }},
	{"floor", func(c *Config) any { return &c.Rate.Floor }},
	{"clip", func(c *Config) any { return &c.ClipNorm }},
	{"smoothing", func(c *Config) any { return &c.Smoothing }},
	{"teacher", func(c *Config) any { return &c.Forcing.Share }},
	{"fading", func(c *Config) any { return &c.Forcing.Decay }},
	{"fades", func(c *Config) any { return &c.Forcing.Steps }},
	{"coin", func(c *Config) any { return &c.Forcing.Unit }},

	{"seed", func(c *Config) any { return &c.Seed }},
	{"seed-weights", func(c *Config) any { return &c.Seeds.Weights }},
	{"seed-data", func(c *Config) any { return &c.Seeds.Data }},
	{"seed-forcing", func(c *Config) any { return &c.Seeds.Forcing }},
	{"seed-dropout", func(c *Config) any { return &c.Seeds.Dropout }},
}

// write puts the fields that are not zero into a checkpoint's metadata.
func (c Config) write(metadata map[string]string) {
	for _, f := range Fields {
		if t := text(f.At(&c)); t != text(f.At(new(Config))) {
			metadata[f.Name] = t
		}
	}
}

// read takes the fields from a checkpoint's metadata. One that is not there is zero.
func (c *Config) read(metadata map[string]string) error {
	for _, f := range Fields {
		if t, ok := metadata[f.Name]; ok {
			if err := parse(f.At(c), t); err != nil {
				return fmt.Errorf("the checkpoint's %s is %.40q, which is no setting", f.Name, t)
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
