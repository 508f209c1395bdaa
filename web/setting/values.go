package setting

import (
	"slices"
	"strconv"

	"unroll/core/train"
)

// Values is one choice for every field. It is comparable; Default gives one to begin with.
type Values struct {
	Task              string
	Shortest, Longest int // of a source, in tokens
	Cell, Attention   string
	Embedding, Hidden int
	Batch             int
	Rate              float64 // Adam's learning rate
	Teacher           float64 // the share of batches that are fed the true tokens, 0 … 1
	Seed              int

	Scene    string
	Input    string  // empty shows the task's own example
	T        float64 // the moment of the film, in seconds; 0 plays from the start
	Speed    float64 // film seconds a second
	Language string  // "en", "pt"; empty follows the browser
}

// Default returns the settings that a link without parameters stands for, or those of the first task
// if there is none of that name: the trainer's own, under which the task's pretrained model was made.
func Default(task string) Values {
	tasks := Schema[0].Choices
	if !slices.Contains(tasks, task) {
		task = tasks[0]
	}
	return Values{Scene: "unrolled", Speed: 1}.WithConfig(train.Default(task))
}

// Config is what the trainer needs to know of v.
func (v Values) Config() train.Config {
	return train.Config{
		Task:           v.Task,
		Shortest:       v.Shortest,
		Longest:        v.Longest,
		Cell:           v.Cell,
		Attention:      v.Attention,
		Embedding:      v.Embedding,
		Hidden:         v.Hidden,
		Batch:          v.Batch,
		LearningRate:   v.Rate,
		TeacherForcing: v.Teacher,
		ClipNorm:       train.Default(v.Task).ClipNorm, // nobody has to choose it
		Seed:           uint64(v.Seed),
	}
}

// WithConfig returns v with the trainer's configuration in place of its own, as when a saved model
// is opened; what the page shows stays.
func (v Values) WithConfig(c train.Config) Values {
	v.Task, v.Shortest, v.Longest = c.Task, c.Shortest, c.Longest
	v.Cell, v.Attention, v.Embedding, v.Hidden = c.Cell, c.Attention, c.Embedding, c.Hidden
	v.Batch, v.Rate, v.Teacher, v.Seed = c.Batch, c.LearningRate, c.TeacherForcing, int(c.Seed)
	return v
}

// Get is the value of a field as it stands in a link, before escaping.
func (v Values) Get(f Field) string {
	switch p := f.at(&v).(type) {
	case *string:
		return *p
	case *int:
		return strconv.Itoa(*p)
	case *float64:
		return strconv.FormatFloat(*p, 'f', -1, 64)
	}
	panic("setting: " + f.Name + " lives nowhere")
}

// Set reads text into a field. A value that the field cannot take is replaced by the nearest that it
// can, or else left as it was, and the Problem says so; nil means that text was taken as it is.
func (v *Values) Set(f Field, text string) *Problem {
	var code Code
	switch p := f.at(v).(type) {
	case *string:
		*p, code = f.word(text, *p)
	case *int:
		var x float64
		x, code = f.number(text, float64(*p))
		*p = int(x)
	case *float64:
		*p, code = f.number(text, *p)
	}
	if code == None {
		return nil
	}
	return &Problem{Field: f, Code: code, Given: text, Used: v.Get(f)}
}
