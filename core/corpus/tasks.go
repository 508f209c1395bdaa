package corpus

import (
	"errors"
	"strconv"
)

// tasks are all that New makes, the one to begin with first.
var tasks = [...]struct {
	name string
	make func(Options) (*Task, error)
}{
	{"reverse", newReverse},
	{"copy", newCopy},
	{"sort", newSort},
	{"dates", newDates},
	{"addition", newAddition},
	{"numbers", newNumbers},
	{"numeros", newNumeros},
	{"piglatin", newPigLatin},
	{"roman", newRoman},
	{"french", newFrench},
	{"portuguese", newPortuguese},
	{"scan", newScan},
	{"scan-length", newScanLength},
	{"scan-jump", newScanJump},
	{"sounds", newSounds},
}

// Names lists the tasks that New knows, the one to begin with first.
func Names() []string {
	names := make([]string, len(tasks))
	for i, task := range tasks {
		names[i] = task.name
	}
	return names
}

// Ranged reports whether a task draws strings whose length Options.Shortest and Longest bound.
func Ranged(name string) bool { return name == "reverse" || name == "copy" || name == "sort" }

// DataFile is the file that a task needs as Options.Data, by its path below static/, or "" for a task
// that needs none.
func DataFile(name string) string {
	if name == "sounds" {
		return soundsFile
	}
	return ""
}

// New returns the task of this name. It fails for a name that is not one of Names, and for options
// that cannot be met; the errors say what could have been asked for.
func New(name string, o Options) (*Task, error) {
	if err := o.Level.check(); err != nil {
		return nil, err
	}
	known := ""
	for i, task := range tasks {
		if task.name == name {
			t, err := task.make(o)
			if err != nil {
				return nil, err
			}
			t.name = name
			return t, nil
		}
		if i > 0 {
			known += ", "
		}
		known += strconv.Quote(task.name)
	}
	return nil, errors.New("corpus: no task is called " + strconv.Quote(name) + "; the tasks are " + known)
}
