package page

import (
	"unroll/core/train"
	"unroll/web/say"
	"unroll/web/setting"

	"github.com/vugu/vugu"
)

// TaskPanel is what is to be learned: the task, how hard it is, and why anybody should care.
type TaskPanel struct {
	Root *Root
}

// taskGroups are the tasks as they are offered. Each group has its name in say.Settings.TaskGroups.
var taskGroups = [6][]string{
	{"reverse", "copy", "sort", "piglatin"},
	{"addition", "numbers", "numeros", "roman", "dates"},
	{"french", "portuguese"},
	{"scan", "scan-length", "scan-jump"},
	{"sounds"},
	{train.Own},
}

// examples are each task's example and its answer, at the level that a newcomer finds.
var examples = []say.Row{
	"reverse|unroll|llornu", "copy|unroll|unroll", "sort|unroll|llnoru", "piglatin|square|aresquay",
	"dates|Mar 3, 2024|2024-03-03", "addition|27+48|75", "numbers|342|three hundred and forty-two",
	"numeros|342|trezentos e quarenta e dois", "roman|1994|MCMXCIV",
	"french|je suis étudiant|i am a student", "portuguese|eu sou estudante|i am a student",
	"scan|jump twice after turn left|LTURN JUMP JUMP",
	"scan-length|run left and look right twice|LTURN RUN RTURN LOOK RTURN LOOK",
	"scan-jump|jump around left|LTURN JUMP LTURN JUMP LTURN JUMP LTURN JUMP",
	"sounds|phone|F OW N",
}

// taskGroup is some of the choices, under a heading.
type taskGroup struct {
	Label string
	Tasks []say.Task
}

func (c *TaskPanel) groups() []taskGroup {
	var list []taskGroup
	for i, names := range taskGroups {
		g := taskGroup{Label: c.Root.Text.Page.Settings.TaskGroups[i]}
		for _, name := range names {
			g.Tasks = append(g.Tasks, c.Root.Text.Page.Task(name))
		}
		list = append(list, g)
	}
	return list
}

func (c *TaskPanel) task() say.Task { return c.Root.Text.Page.Task(c.Root.Draft.Task) }

func (c *TaskPanel) label() string { return c.Root.Text.Page.Settings.Field("task").Label() }

// example is an input, and what should come out, after it.
func (c *TaskPanel) example(part int) string {
	for _, e := range examples {
		if e.Part(0) == c.Root.Draft.Task {
			return e.Part(part)
		}
	}
	return ""
}

// levels are the field of the level, if the task has levels.
func (c *TaskPanel) levels() []setting.Field {
	f, _ := setting.Lookup("level")
	if !f.For(c.Root.Draft) {
		return nil
	}
	return []setting.Field{f}
}

// HandleTask chooses another task.
func (c *TaskPanel) HandleTask(event vugu.DOMEvent) {
	f, _ := setting.Lookup("task")
	c.Root.HandleField(f, event.PropString("target", "value"))
}
