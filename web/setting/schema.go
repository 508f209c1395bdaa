// Package setting declares, once and as data, everything that a reader of the page can choose: its
// name in a link, its kind, its limits, when it has a meaning, what it cannot go together with. The link,
// the control panel, the validation and the trainer's configuration are all read from Schema, so that a
// new setting is one more row here and one more help text in package say.
package setting

import "unroll/core/decode"

// Kind is what sort of value a field takes, and so which control shows it.
type Kind uint8

const (
	Choice Kind = iota // one of Choices
	Switch             // "on" or "off"
	Whole              // a whole number
	Real               // a number
	Text               // whatever a person typed
)

// Group is the part of the page that a field belongs to.
type Group uint8

const (
	Task     Group = iota // what is to be learned
	Model                 // what learns it
	Training              // how it learns
	Chance                // the seeds of what is random in it
	Decoding              // how the model is made to speak
	View                  // what the page shows of it
	Groups                // how many there are
)

// Field is one row of the schema.
type Field struct {
	Name    string // in a link, in lower case; the catalogue's texts go by it too
	Kind    Kind
	Group   Group
	Choices []string // Choice and Switch only

	Min, Max, Step float64 // what the panel's control offers
	Floor, Ceiling float64 // what a link may ask for; Text: Ceiling is the longest, in characters

	// Optional is whether a number may be left empty, which is zero and means what another field says.
	Optional bool

	More bool               // unfolded only on request: a beginner does not need it
	when func(*Values) bool // whether the field has a meaning; nil: always

	// at is where the value lives: *string, *bool, *int, *uint64 or *float64. A field without is the
	// trainer's, under the same name.
	at func(*Values) any
}

var onOff = []string{"off", "on"}

// Schema lists every field in the order in which links and panel name them. The task comes first,
// since the others' defaults hang on it.
var Schema = []Field{
	{Name: "task", Kind: Choice, Group: Task, Choices: tasks},
	{Name: "level", Kind: Choice, Group: Task, Choices: []string{"easy", "medium", "hard"}, when: drawn},
	{Name: "shortest", Kind: Whole, Group: Task, Min: 2, Max: 8, Step: 1, Floor: 1, Ceiling: 20, Optional: true, More: true, when: ranged},
	{Name: "longest", Kind: Whole, Group: Task, Min: 3, Max: 12, Step: 1, Floor: 1, Ceiling: 20, Optional: true, More: true, when: ranged},
	{Name: "corpus", Kind: Text, Group: Task, Ceiling: 16, More: true, when: own},

	{Name: "cell", Kind: Choice, Group: Model, Choices: []string{"gru", "lstm", "rnn"}},
	{Name: "attention", Kind: Choice, Group: Model, Choices: []string{"none", "dot", "general", "additive", "bahdanau"}},
	{Name: "hidden", Kind: Whole, Group: Model, Min: 8, Max: 128, Step: 8, Floor: 1, Ceiling: 512},
	{Name: "embedding", Kind: Whole, Group: Model, Min: 4, Max: 64, Step: 4, Floor: 1, Ceiling: 512, More: true},
	{Name: "layers", Kind: Whole, Group: Model, Min: 1, Max: 3, Step: 1, Floor: 1, Ceiling: 3, More: true},
	{Name: "residual", Kind: Switch, Group: Model, Choices: onOff, More: true, when: deep},
	{Name: "encoder", Kind: Choice, Group: Model, Choices: []string{"forward", "reversed", "both"}, More: true},
	{Name: "bridge", Kind: Choice, Group: Model, Choices: []string{"pass", "dense", "zero"}, More: true},
	{Name: "feed", Kind: Choice, Group: Model, Choices: []string{"start", "every"}, More: true},
	{Name: "feeding", Kind: Switch, Group: Model, Choices: onOff, More: true},
	{Name: "tables", Kind: Choice, Group: Model, Choices: []string{"separate", "shared", "output", "all"}, More: true},
	{Name: "dropout", Kind: Real, Group: Model, Min: 0, Max: 0.5, Step: 0.05, Floor: 0, Ceiling: 0.9, More: true},

	{Name: "batch", Kind: Whole, Group: Training, Min: 8, Max: 128, Step: 8, Floor: 1, Ceiling: 512, More: true},
	{Name: "accumulate", Kind: Whole, Group: Training, Min: 1, Max: 8, Step: 1, Floor: 1, Ceiling: 64, More: true},
	{Name: "optimiser", Kind: Choice, Group: Training, Choices: []string{"sgd", "momentum", "rmsprop", "adam", "adamw"}, More: true},
	{Name: "momentum", Kind: Real, Group: Training, Min: 0.5, Max: 0.99, Step: 0.01, Floor: 0.01, Ceiling: 0.999, More: true, when: momentum},
	{Name: "decay", Kind: Real, Group: Training, Min: 0, Max: 0.1, Step: 0.005, Floor: 0, Ceiling: 1, More: true},
	{Name: "rate", Kind: Real, Group: Training, Min: 0.0005, Max: 0.02, Step: 0.0005, Floor: 1e-6, Ceiling: 10, More: true},
	{Name: "schedule", Kind: Choice, Group: Training, Choices: []string{"constant", "step", "cosine"}, More: true},
	{Name: "warmup", Kind: Whole, Group: Training, Min: 0, Max: 500, Step: 10, Floor: 0, Ceiling: 1e6, More: true},
	{Name: "every", Kind: Whole, Group: Training, Min: 100, Max: 2000, Step: 100, Floor: 1, Ceiling: 1e6, More: true, when: stepped},
	{Name: "factor", Kind: Real, Group: Training, Min: 0.1, Max: 0.9, Step: 0.1, Floor: 1e-3, Ceiling: 1, More: true, when: stepped},
	{Name: "horizon", Kind: Whole, Group: Training, Min: 500, Max: 10000, Step: 500, Floor: 1, Ceiling: 1e7, More: true, when: cosine},
	{Name: "floor", Kind: Real, Group: Training, Min: 0, Max: 0.001, Step: 0.0001, Floor: 0, Ceiling: 10, More: true, when: cosine},
	{Name: "clip", Kind: Real, Group: Training, Min: 0, Max: 5, Step: 0.5, Floor: 0, Ceiling: 1e6, More: true},
	{Name: "smoothing", Kind: Real, Group: Training, Min: 0, Max: 0.3, Step: 0.05, Floor: 0, Ceiling: 0.9, More: true},
	{Name: "teacher", Kind: Real, Group: Training, Min: 0, Max: 1, Step: 0.05, Floor: 0, Ceiling: 1, More: true},
	{Name: "fading", Kind: Choice, Group: Training, Choices: []string{"constant", "linear", "exponential", "sigmoid"}, More: true, when: taught},
	{Name: "fades", Kind: Whole, Group: Training, Min: 500, Max: 10000, Step: 500, Floor: 1, Ceiling: 1e7, More: true, when: fading},
	{Name: "coin", Kind: Choice, Group: Training, Choices: []string{"batch", "token"}, More: true, when: mixed},

	{Name: "seed", Kind: Whole, Group: Chance, Min: 0, Max: 9999, Step: 1, Floor: 0, Ceiling: 1<<32 - 1, More: true},
	{Name: "seed-weights", Kind: Whole, Group: Chance, Min: 1, Max: 9999, Step: 1, Floor: 1, Ceiling: 1<<32 - 1, Optional: true, More: true},
	{Name: "seed-data", Kind: Whole, Group: Chance, Min: 1, Max: 9999, Step: 1, Floor: 1, Ceiling: 1<<32 - 1, Optional: true, More: true},
	{Name: "seed-forcing", Kind: Whole, Group: Chance, Min: 1, Max: 9999, Step: 1, Floor: 1, Ceiling: 1<<32 - 1, Optional: true, More: true, when: mixed},
	{Name: "seed-dropout", Kind: Whole, Group: Chance, Min: 1, Max: 9999, Step: 1, Floor: 1, Ceiling: 1<<32 - 1, Optional: true, More: true, when: dropping},

	{Name: "decode", Kind: Choice, Group: Decoding, Choices: []string{"greedy", "sample", "beam"},
		at: func(v *Values) any { return &v.Decode.Method }},
	{Name: "temperature", Kind: Real, Group: Decoding, Min: 0.1, Max: 2, Step: 0.1, Floor: 0.01, Ceiling: decode.MaxTemperature, when: sampling,
		at: func(v *Values) any { return &v.Decode.Temperature }},
	{Name: "topk", Kind: Whole, Group: Decoding, Min: 1, Max: 20, Step: 1, Floor: 1, Ceiling: 1e4, Optional: true, when: sampling,
		at: func(v *Values) any { return &v.Decode.TopK }},
	{Name: "draw", Kind: Whole, Group: Decoding, Min: 1, Max: 9999, Step: 1, Floor: 0, Ceiling: 1<<32 - 1, when: sampling,
		at: func(v *Values) any { return &v.Decode.Seed }},
	{Name: "width", Kind: Whole, Group: Decoding, Min: 1, Max: 8, Step: 1, Floor: 1, Ceiling: decode.MaxWidth, when: searching,
		at: func(v *Values) any { return &v.Decode.Width }},
	{Name: "penalty", Kind: Real, Group: Decoding, Min: 0, Max: 2, Step: 0.1, Floor: 0, Ceiling: decode.MaxPenalty, when: searching,
		at: func(v *Values) any { return &v.Decode.Penalty }},
	{Name: "target", Kind: Text, Group: Decoding, Ceiling: 400,
		at: func(v *Values) any { return &v.Target }},

	{Name: "scene", Kind: Choice, Group: View, Choices: []string{"unrolled", "alignment-matrix"},
		at: func(v *Values) any { return &v.Scene }},
	{Name: "input", Kind: Text, Group: View, Ceiling: 200,
		at: func(v *Values) any { return &v.Input }},
	{Name: "t", Kind: Real, Group: View, Max: 3600, Step: 0.01, Ceiling: 3600,
		at: func(v *Values) any { return &v.T }},
	{Name: "speed", Kind: Real, Group: View, Min: 0.25, Max: 4, Step: 0.25, Floor: 0.25, Ceiling: 4,
		at: func(v *Values) any { return &v.Speed }},
	{Name: "lang", Kind: Choice, Group: View, Choices: []string{"", "en", "pt"},
		at: func(v *Values) any { return &v.Language }},
}

// Lookup returns the field of that name.
func Lookup(name string) (Field, bool) {
	for _, f := range Schema {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Remakes reports whether another value of this field needs another model.
func (f Field) Remakes() bool { return f.Group < Decoding }

// For reports whether the field has a meaning beside the others' values.
func (f Field) For(v Values) bool { return f.when == nil || f.when(&v) }
