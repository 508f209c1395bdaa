package say

import "strings"

// Row is a name and the texts that belong to it, with bars between: "gru|GRU". Where there are many, one
// string a row weighs a page less than a struct of strings.
type Row string

// Part is the text behind so many bars; the name is part 0. A text that is missing is empty.
func (r Row) Part(n int) string {
	text := string(r)
	for ; n > 0; n-- {
		_, text, _ = strings.Cut(text, "|")
	}
	text, _, _ = strings.Cut(text, "|")
	return text
}

// Find returns the row of that name, or one that has nothing but the name.
func Find(rows []Row, name string) Row {
	for _, r := range rows {
		if r.Part(0) == name {
			return r
		}
	}
	return Row(name + "|" + name)
}

// Setting is a field of the control panel: name, label, help, and behind them the name and the text of
// each choice.
type Setting struct{ Row }

func (s Setting) Label() string { return s.Part(1) }
func (s Setting) Help() string  { return s.Part(2) }

// Choice returns the text of a choice, or its name if it has none.
func (s Setting) Choice(name string) string {
	for i := 3; ; i += 2 {
		switch s.Part(i) {
		case name:
			if text := s.Part(i + 1); text != "" {
				return text
			}
			return name
		case "":
			return name
		}
	}
}

// Field returns what the panel says of the field of that name.
func (s *Settings) Field(name string) Setting { return Setting{Find(s.Fields, name)} }

// Task is what there is to say of a task: name, label, story, what an input is, and what each level means.
type Task struct{ Row }

func (t Task) Label() string { return t.Part(1) }
func (t Task) Story() string { return t.Part(2) }
func (t Task) Input() string { return t.Part(3) }

// Level says what easy, 0, medium, 1, or hard, 2, is for this task; nothing if it has no levels.
func (t Task) Level(n int) string { return t.Part(4 + n) }

// Task returns what there is to say of the task of that name.
func (p *Page) Task(name string) Task { return Task{Find(p.Tasks, name)} }
