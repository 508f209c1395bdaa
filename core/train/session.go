// Package train trains an encoder–decoder on a task, a step at a time, and says how well it does.
//
// A Session is a run that can be stopped, saved, loaded and gone on with; the steps after a Load are
// bit for bit those of the run that never stopped. Nothing in it reads a clock.
package train

import (
	"errors"
	"fmt"
	"math/rand/v2"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/optim"
	"unroll/core/trace"
)

// ErrDiverged says that training went off: the loss or the gradient is not a number or has exploded.
// What the session holds then is worthless; go back to a state saved before.
var ErrDiverged = errors.New("training diverged")

// exploded is how many times worse than guessing evenly, ln V, a loss must be to be called exploded.
const exploded = 4

// Session is a training run.
type Session struct {
	config    Config
	ops       kernel.Ops
	task      *corpus.Task
	model     *model.Model
	optimiser *optim.Optimiser
	stepper   *Stepper

	trained int // steps taken
	streams     // of random numbers, one a purpose, so that none disturbs another

	pairs   []corpus.Pair // [B], the room for the next batch
	batch   *corpus.Batch // of held-out pairs, for Evaluate
	input   *corpus.Batch // of one sentence, for Run
	heldOut []corpus.Pair // as many as Evaluate was last asked for
	outputs [][]int
}

// New begins a run with fresh weights, drawn from the seed. It computes in plain Go.
func New(c Config) (*Session, error) { return NewWith(kernel.Plain{}, c) }

// NewWith is New with the arithmetic given. The same Ops give the same bits on every machine.
func NewWith(ops kernel.Ops, c Config) (*Session, error) {
	s, err := blank(ops, c)
	if err != nil {
		return nil, err
	}
	s.model.Params.Draw(rand.New(s.weights))
	return s, nil
}

// blank is a session whose weights are zero.
func blank(ops kernel.Ops, c Config) (*Session, error) {
	if err := c.Check(); err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	task, err := corpus.New(c.Task, corpus.Options{Shortest: c.Shortest, Longest: c.Longest})
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	m, err := model.New(ops, c.architecture(task))
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	optimiser, err := optim.New("adam", optim.Options{}, len(m.Params.Value))
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	return &Session{
		config: c, ops: ops, task: task, model: m, optimiser: optimiser,
		stepper: NewStepper(ops, m, optimiser, optim.Schedule{Base: c.LearningRate}, c.ClipNorm),
		streams: newStreams(c.Seed),
		pairs:   make([]corpus.Pair, c.Batch),
		batch:   corpus.NewBatch(c.Batch, task.MaxSource(), task.MaxTarget()),
		input:   corpus.NewBatch(1, task.MaxSource(), task.MaxTarget()),
	}, nil
}

// Config is what the session was made with.
func (s *Session) Config() Config { return s.config }

// Trained is the training steps taken.
func (s *Session) Trained() int { return s.trained }

// Parameters is how many numbers the model learns.
func (s *Session) Parameters() int { return len(s.model.Params.Value) }

// Kernel is the name of the arithmetic in use.
func (s *Session) Kernel() string { return s.ops.Name() }

// Task is what the model learns.
func (s *Session) Task() *corpus.Task { return s.task }

// Step takes one training step: batch, forward, loss, backward, clip, update. Once its buffers have
// grown, within a few steps, it allocates nothing. The error is ErrDiverged, wrapped.
func (s *Session) Step() (Progress, error) {
	s.Begin()
	s.Share(0, 1)
	return s.Finish()
}

// Begin begins a step that this session takes together with others, its replicas, which have the same
// Config and have taken the same steps. Each of them computes a Share and is given those of the others
// by Add; after Finish they are the same again, bit for bit, and the same as one alone after Step.
func (s *Session) Begin() {
	for i := range s.pairs {
		s.task.DrawInto(s.data, &s.pairs[i])
	}
	longestFirst(s.pairs)
	s.stepper.Begin(s.pairs, s.forcing.Float64() < s.config.TeacherForcing)
}

// Shards is the most replicas that can share a step; any power of two below it can, too.
func (s *Session) Shards() int { return shards(s.config.Batch) }

// Share computes the part that the one of so many replicas has in the step under way.
func (s *Session) Share(one, of int) Part { return s.stepper.Share(one, of) }

// Add adds others' part to this session's and returns the sum.
func (s *Session) Add(p Part) Part { return s.stepper.Add(p) }

// Finish ends the step. The error is ErrDiverged, wrapped.
func (s *Session) Finish() (Progress, error) {
	p, err := s.stepper.Finish()
	p.Step = s.trained + 1
	if err != nil {
		return p, fmt.Errorf("train: step %d has %w", p.Step, err)
	}
	s.trained++
	return p, nil
}

// longestFirst sorts a batch by the length of its sources, so that the encoder leaves off those that
// are over. Equal lengths stay in their order. It is an insertion sort: a batch is short.
func longestFirst(pairs []corpus.Pair) {
	for i := 1; i < len(pairs); i++ {
		for j := i; j > 0 && len(pairs[j].Source) > len(pairs[j-1].Source); j-- {
			pairs[j], pairs[j-1] = pairs[j-1], pairs[j]
		}
	}
}

// Run decodes an input greedily and returns everything that was computed on the way. The errors are
// those of corpus.Task.Parse.
func (s *Session) Run(input string) (*trace.Run, error) {
	ids, err := s.task.Parse(input)
	if err != nil {
		return nil, err
	}
	s.input.Fill([]corpus.Pair{{Source: ids}})
	s.model.Greedy(s.input, nil)
	run := s.model.Trace(0, s.task.Source(), s.task.Target())
	run.Trained, run.Input = s.trained, input
	return run, nil
}
