// Package setting declares, once and as data, everything that a reader of the page can choose: its
// name in a link, its kind, its limits, what it changes. The link, the control panel, the
// validation and the trainer's configuration are all read from Schema, so that a new setting is one
// more row here and one more help text in package say.
package setting

// Kind is what sort of value a field takes, and so which control shows it.
type Kind uint8

const (
	Choice Kind = iota // one of Choices
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
	View                  // what the page shows of it
)

// Field is one row of the schema.
type Field struct {
	Name    string // in a link, in lower case; the catalogue's texts go by it too
	Kind    Kind
	Group   Group
	Choices []string // Choice only

	Min, Max, Step float64 // what the panel's control offers
	Floor, Ceiling float64 // what a link may ask for; Text: Ceiling is the longest, in characters

	More bool   // unfolded only on request: a beginner does not need it
	Only string // the one task that has this field; empty for every task

	at func(*Values) any // where the value lives: *string, *int or *float64
}

// Schema lists every field in the order in which links and panel name them. The task comes first,
// since the others' defaults hang on it.
var Schema = []Field{
	{Name: "task", Kind: Choice, Group: Task, Choices: []string{"reverse", "dates"},
		at: func(v *Values) any { return &v.Task }},
	{Name: "shortest", Kind: Whole, Group: Task, Min: 2, Max: 8, Step: 1, Floor: 1, Ceiling: 20, More: true, Only: "reverse",
		at: func(v *Values) any { return &v.Shortest }},
	{Name: "longest", Kind: Whole, Group: Task, Min: 3, Max: 12, Step: 1, Floor: 1, Ceiling: 20, More: true, Only: "reverse",
		at: func(v *Values) any { return &v.Longest }},

	{Name: "cell", Kind: Choice, Group: Model, Choices: []string{"gru", "lstm"},
		at: func(v *Values) any { return &v.Cell }},
	{Name: "attention", Kind: Choice, Group: Model, Choices: []string{"general", "none"},
		at: func(v *Values) any { return &v.Attention }},
	{Name: "hidden", Kind: Whole, Group: Model, Min: 8, Max: 128, Step: 8, Floor: 1, Ceiling: 512,
		at: func(v *Values) any { return &v.Hidden }},
	{Name: "embedding", Kind: Whole, Group: Model, Min: 4, Max: 64, Step: 4, Floor: 1, Ceiling: 256, More: true,
		at: func(v *Values) any { return &v.Embedding }},

	{Name: "batch", Kind: Whole, Group: Training, Min: 8, Max: 128, Step: 8, Floor: 1, Ceiling: 512, More: true,
		at: func(v *Values) any { return &v.Batch }},
	{Name: "rate", Kind: Real, Group: Training, Min: 0.0005, Max: 0.02, Step: 0.0005, Floor: 1e-6, Ceiling: 1, More: true,
		at: func(v *Values) any { return &v.Rate }},
	{Name: "teacher", Kind: Real, Group: Training, Min: 0, Max: 1, Step: 0.05, Floor: 0, Ceiling: 1, More: true,
		at: func(v *Values) any { return &v.Teacher }},
	{Name: "seed", Kind: Whole, Group: Training, Min: 0, Max: 9999, Step: 1, Floor: 0, Ceiling: 1<<32 - 1, More: true,
		at: func(v *Values) any { return &v.Seed }},

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
func (f Field) Remakes() bool { return f.Group != View }

// For reports whether the task has this field.
func (f Field) For(task string) bool { return f.Only == "" || f.Only == task }
