package setting

import (
	"strconv"

	"unroll/core/corpus"
	"unroll/core/train"
)

// conflict is a value of a field that cannot go together with the others, why, and what can.
type conflict struct {
	field, value string
	code         Code
	with         string // the field that it is at odds with
	instead      func(*Values) string
	when         func(*Values) bool // given the other fields' values
}

// to always gives one value.
func to(value string) func(*Values) string { return func(*Values) string { return value } }

// conflicts are looked through in this order; what one puts right may be what another asks for.
var conflicts = []conflict{
	{"bridge", "pass", BothNeedDense, "encoder", to("dense"), both},
	{"attention", "dot", DotNeedsEqual, "encoder", to("general"), both},
	{"feeding", "on", FeedingNeedsAttention, "attention", to("off"), func(v *Values) bool { return v.Attention == "none" }},
	{"feeding", "on", FeedsAlready, "attention", to("off"), bahdanau},
	{"tables", "shared", TwoVocabularies, "task", to("separate"), twoVocabularies},
	{"tables", "all", TwoVocabularies, "task", to("output"), twoVocabularies},
	{"tables", "output", OutputIsWider, "attention", to("separate"), bahdanau},
	{"tables", "all", OutputIsWider, "attention", to("shared"), bahdanau},
}

func both(v *Values) bool     { return v.Encoder == "both" }
func bahdanau(v *Values) bool { return v.Attention == "bahdanau" }

// twoVocabularies: the task reads other tokens than it writes.
func twoVocabularies(v *Values) bool { return !corpus.OneVocabulary(v.Task) }

// Conflict says why a field cannot have a value beside those that the others have now, and which of them
// it is at odds with; None if it can.
func (v Values) Conflict(f Field, value string) (Code, Field) {
	for _, c := range conflicts {
		if c.field == f.Name && c.value == value && c.when(&v) {
			with, _ := Lookup(c.with)
			return c.code, with
		}
	}
	return None, Field{}
}

// Agree sees to it that the fields go together, and says of each that it had to change. Fields without a
// meaning beside the others get their defaults, of which there is nothing to say.
func (v *Values) Agree() (problems []Problem) {
	put := func(name, value string, code Code) {
		f, _ := Lookup(name)
		given := v.Get(f)
		v.Set(f, value)
		problems = append(problems, Problem{Field: f, Code: code, Given: given, Used: v.Get(f)})
	}
	for _, c := range conflicts {
		f, _ := Lookup(c.field)
		if v.Get(f) == c.value && c.when(v) {
			put(c.field, c.instead(v), c.code)
		}
	}
	longest, _ := Lookup("longest")
	if v.Shortest > 0 && v.Longest > 0 && v.Shortest > v.Longest {
		shortest, _ := Lookup("shortest")
		put(longest.Name, v.Get(shortest), Crossed)
	}
	if (v.Embeddings == "output" || v.Embeddings == "all") && v.Embedding != v.Hidden {
		hidden, _ := Lookup("hidden")
		put("embedding", v.Get(hidden), OneTableOneSize)
	}
	if v.Rate.Kind == "cosine" && v.Rate.Warmup >= v.Rate.Horizon {
		put("warmup", strconv.Itoa(v.Rate.Horizon-1), WarmupTooLong)
	}
	if rate, _ := Lookup("rate"); v.Rate.Floor > v.Rate.Base {
		put("floor", v.Get(rate), FloorAboveRate)
	}
	if most := train.MaxUnits / (v.Hidden * v.Networks()); v.Batch > most {
		put("batch", strconv.Itoa(most), TooMuchMemory)
	}
	v.forget()
	return problems
}

// forget gives every field without a meaning its default.
func (v *Values) forget() {
	standard := Default(v.Task)
	for _, f := range Schema {
		if !f.For(*v) {
			v.Set(f, standard.Get(f))
		}
	}
}
