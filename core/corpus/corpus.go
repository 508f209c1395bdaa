// Package corpus makes the pairs that a model learns from and is judged by: a task draws any number
// of training pairs from a random source, and gives held-out pairs that training can never see.
// Nothing is stored; a corpus is its task's name, its Options and a seed.
//
// What is held out is not a list of pairs but a class of them, fixed for ever by a hash: about one
// sixteenth of what a task can say, chosen by the part of a pair that must generalise (the letters
// of a reversed string; the calendar date, in whichever way it is written). Draw rejects that class,
// HeldOut draws from nothing else, so the two share no pair whatever the seeds.
//
// Shapes: B batch, S source length, T target length; a batch is time-major, [S][B].
//
// The random source is an argument (math/rand/v2, whose PCG and bounded integers are the same on
// every platform): the same seed gives the same pairs in every browser and natively.
package corpus

import (
	"errors"
	"math/rand/v2"
	"strconv"
)

// Pair is one source and the target it should become, as ids of the task's vocabularies, without
// Start and End.
type Pair struct {
	Source, Target []int
}

// Level is how hard a task is made.
type Level string

// The levels that every task has. The zero Level is Medium.
const (
	Easy   Level = "easy"
	Medium Level = "medium"
	Hard   Level = "hard"
)

// Options narrows what a task draws. The zero value is the task's own default.
type Options struct {
	Level Level
	// Shortest and Longest bound the source length in tokens, both included, where the task has a
	// choice: reverse draws 3 to 10 letters unless told otherwise. The dates are as long as they
	// are written, and ignore both.
	Shortest, Longest int

	// Data is the file of a task that has one: its words, which do not come with the program.
	Data []byte
}

// rule is what makes one task different from another.
type rule interface {
	// draw appends one pair of everything the task can say to p's slices, which are empty.
	draw(r *rand.Rand, p *Pair)
	// key is the part of a pair that must generalise: equal keys are held out together.
	key(p *Pair) []int
}

// splitter is a rule that says itself which pairs are held out.
type splitter interface {
	held(p *Pair) bool
}

// Task draws the pairs of one corpus. It is never changed after New, so that any number of
// goroutines may share it, each with a random source of its own.
type Task struct {
	rule
	name                 string
	source, target       *Vocabulary
	maxSource, maxTarget int
	example              string
}

// Names lists the tasks that New knows, the one to begin with first.
func Names() []string { return []string{"reverse", "dates"} }

// New returns the task of this name. It fails for a name that is not one of Names, and for options
// that cannot be met; both errors say what could have been asked for.
func New(name string, o Options) (*Task, error) {
	switch name {
	case "reverse":
		return newReverse(o)
	case "dates":
		return newDates(), nil
	}
	known := ""
	for i, n := range Names() {
		if i > 0 {
			known += ", "
		}
		known += strconv.Quote(n)
	}
	return nil, errors.New("corpus: no task is called " + strconv.Quote(name) + "; the tasks are " + known)
}

// Name is the task's name, one of Names.
func (t *Task) Name() string { return t.name }

// Source is the vocabulary of what goes in.
func (t *Task) Source() *Vocabulary { return t.source }

// Target is the vocabulary of what should come out.
func (t *Task) Target() *Vocabulary { return t.target }

// MaxSource is the most tokens that a source has, drawn or typed.
func (t *Task) MaxSource() int { return t.maxSource }

// MaxTarget is the most tokens that a target has, its End counted.
func (t *Task) MaxTarget() int { return t.maxTarget }

// Example is an input worth showing first. With default options it is of the held-out class: what
// a model makes of it, it has not learnt by heart.
func (t *Task) Example() string { return t.example }

// Draw returns one training pair. It never returns a pair of the held-out class.
func (t *Task) Draw(r *rand.Rand) Pair {
	var p Pair
	t.DrawInto(r, &p)
	return p
}

// DrawInto is Draw into the room that p already has: once its slices have grown to MaxSource and
// MaxTarget tokens it allocates nothing.
func (t *Task) DrawInto(r *rand.Rand, p *Pair) {
	for {
		p.Source, p.Target = p.Source[:0], p.Target[:0]
		t.draw(r, p)
		if !t.held(p) {
			return
		}
	}
}

// held reports whether a pair is of the held-out class.
func (t *Task) held(p *Pair) bool {
	if s, ok := t.rule.(splitter); ok {
		return s.held(p)
	}
	return heldOut(t.key(p))
}
