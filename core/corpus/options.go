package corpus

import (
	"errors"
	"strconv"
)

// Level is how hard a task is made.
type Level string

// The levels that every task has. The zero Level is Medium.
const (
	Easy   Level = "easy"
	Medium Level = "medium"
	Hard   Level = "hard"
)

// check says that there is no such level.
func (l Level) check() error {
	switch l {
	case "", Easy, Medium, Hard:
		return nil
	}
	return errors.New("corpus: no level is called " + strconv.Quote(string(l)) + `; the levels are "easy", "medium", "hard"`)
}

// of is what a task of this level takes of three.
func (l Level) of(easy, medium, hard int) int {
	switch l {
	case Easy:
		return easy
	case Hard:
		return hard
	}
	return medium
}

// Options narrows what a task draws. The zero value is the task's own default.
type Options struct {
	Level Level
	// Shortest and Longest bound the source length in letters, both included, of the tasks that are
	// Ranged: there they override the level's, 3 to 10 letters at Medium. The others ignore both.
	Shortest, Longest int
	// Data is the file of a task that has one, see DataFile.
	Data []byte
}
