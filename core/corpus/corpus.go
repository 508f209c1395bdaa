// Package corpus makes the pairs that a model learns from and is judged by: a task draws any number
// of training pairs from a random source, and gives held-out pairs that training can never see.
// Next to nothing is stored; a corpus is its task's name, its Options and a seed.
//
// What is held out is not a list of pairs but a class of them, fixed for ever by a hash: about one
// sixteenth of what a task can say, chosen by the part of a pair that must generalise (the letters
// of a reversed string; the calendar date, in whichever way it is written). Where a task is known
// for another examination, as SCAN is, that one is held. Draw rejects the class, HeldOut draws from
// nothing else, so the two share no pair whatever the seeds.
//
// Shapes: B batch, S source length, T target length; a batch is time-major, [S][B].
//
// The random source is an argument (math/rand/v2, whose PCG and bounded integers are the same on
// every platform): the same seed gives the same pairs in every browser and natively.
package corpus

import "math/rand/v2"

// Pair is one source and the target it should become, as ids of the task's vocabularies, without
// Start and End.
type Pair struct {
	Source, Target []int
}

// put appends an id to one side of a pair. It is here for the page's sake: written out at each of its
// many uses, append would weigh some kilobytes.
func put(side *[]int, id int) { *side = append(*side, id) }

// rule is what makes one task different from another.
type rule interface {
	// draw appends one pair of everything the task can say to p's slices, which are empty.
	draw(r *rand.Rand, p *Pair)
	// held reports whether a pair is of the held-out class. It depends on nothing but the part of
	// the pair that must generalise.
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
	ignored              string // characters that Parse passes over
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
