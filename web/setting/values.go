package setting

import (
	"slices"
	"strconv"

	"unroll/core/corpus"
	"unroll/core/decode"
	"unroll/core/train"
	"unroll/web/wire"
)

// tasks are those that a page can draw, and that of a reader's own corpus.
var tasks = append(corpus.Names(), train.Own)

// Values is one choice for every field. It is comparable; Default gives one to begin with.
type Values struct {
	train.Config // what the trainer needs to know

	Decode decode.Options // how the model is made to speak, of itself
	Target string         // what it is forced to say instead; empty: nothing

	Scene    string
	Input    string  // empty shows the task's own example
	T        float64 // the moment of the film, in seconds; 0 plays from the start
	Speed    float64 // film seconds a second
	Language string  // "en", "pt"; empty follows the browser
}

// Default returns the settings that a link without parameters stands for, or those of the first task
// if there is none of that name: the trainer's own, under which the task's pretrained model was made.
func Default(task string) Values {
	if !slices.Contains(tasks, task) {
		task = tasks[0]
	}
	return Values{
		Config: train.Default(task),
		Decode: decode.Options{Method: "greedy", Temperature: 1, Seed: 1, Width: 4, Penalty: 0.6},
		Scene:  "unrolled",
		Speed:  1,
	}
}

// place is where a field's value lives.
func (v *Values) place(f Field) any {
	if f.at != nil {
		return f.at(v)
	}
	for _, g := range train.Fields {
		if g.Name == f.Name {
			return g.At(&v.Config)
		}
	}
	panic("setting: " + f.Name + " lives nowhere")
}

// Get is the value of a field as it stands in a link, before escaping.
func (v Values) Get(f Field) string {
	switch p := v.place(f).(type) {
	case *string:
		return *p
	case *bool:
		return onOff[index(*p)]
	case *int:
		if f.Optional && *p == 0 {
			return ""
		}
		return strconv.Itoa(*p)
	case *uint64:
		if f.Optional && *p == 0 {
			return ""
		}
		return strconv.FormatUint(*p, 10)
	case *float64:
		return strconv.FormatFloat(*p, 'f', -1, 64)
	}
	panic("setting: " + f.Name + " is of no type that a link has")
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Set reads text into a field. A value that the field cannot take is replaced by the nearest that it
// can, or else left as it was, and the Problem says so; nil means that text was taken as it is.
func (v *Values) Set(f Field, text string) *Problem {
	var code Code
	switch p := v.place(f).(type) {
	case *string:
		*p, code = f.word(text, *p)
	case *bool:
		var word string
		word, code = f.word(text, onOff[index(*p)])
		*p = word == onOff[1]
	case *int:
		var x float64
		x, code = f.number(text, float64(*p))
		*p = int(x)
	case *uint64:
		var x float64
		x, code = f.number(text, float64(*p))
		*p = uint64(x)
	case *float64:
		*p, code = f.number(text, *p)
	}
	if code == None {
		return nil
	}
	return &Problem{Field: f, Code: code, Given: text, Used: v.Get(f)}
}

// Run is what the trainer is asked of an input.
func (v Values) Run(input string, pick int) wire.Run {
	o := v.Decode
	o.Best = o.Width // all that the search has ended with
	return wire.Run{Input: input, Target: v.Target, Decode: o, Pick: pick}
}
