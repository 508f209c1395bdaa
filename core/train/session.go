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
	"unroll/core/decode"
	"unroll/core/kernel"
	"unroll/core/measure"
	"unroll/core/model"
	"unroll/core/optim"
)

// ErrDiverged says that training went off: the loss or the gradient is not a number or has exploded.
// What the session holds then is worthless; go back to a state saved before.
var ErrDiverged = errors.New("training diverged")

// exploded is how many times worse than guessing evenly, ln V, a loss must be to be called exploded.
const exploded = 4

// Means are what a session works with besides its Config. The zero value computes in plain Go.
type Means struct {
	Ops  kernel.Ops
	Data []byte // the file of a task that has one; see HasData
}

// Session is a training run.
type Session struct {
	config    Config
	file      []byte // of the task
	ops       kernel.Ops
	task      *corpus.Task
	model     *model.Model
	optimiser *optim.Optimiser
	stepper   *Stepper
	decoder   *decode.Decoder

	trained int // steps taken
	streams     // of random numbers, one a purpose, so that none disturbs another

	pairs   []corpus.Pair // [Accumulate·B], the room for the next batches
	batch   *corpus.Batch // of held-out pairs, for Evaluate
	heldOut []corpus.Pair // as many as Evaluate was last asked for
	outputs [][]int
	scores  []float64
	answers []measure.Answer
	meter   measure.Meter
}

// New begins a run with fresh weights, drawn from the seed. It computes in plain Go.
func New(c Config) (*Session, error) { return NewWith(Means{}, c) }

// NewWith is New with these means. The same Ops give the same bits on every machine.
func NewWith(m Means, c Config) (*Session, error) {
	task, err := c.task(m.Data)
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	s, err := blank(m, c, task)
	if err != nil {
		return nil, err
	}
	s.model.Params.Draw(rand.New(s.weights))
	return s, nil
}

// blank is a session whose weights are zero.
func blank(means Means, c Config, task *corpus.Task) (*Session, error) {
	if err := c.Check(); err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	ops := means.Ops
	if ops == nil {
		ops = kernel.Plain{}
	}
	m, err := model.New(ops, c.model(task))
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	optimiser, err := c.optimiser(len(m.Params.Value))
	if err != nil {
		return nil, fmt.Errorf("train: %w", err)
	}
	return &Session{
		config: c, file: means.Data, ops: ops, task: task, model: m, optimiser: optimiser,
		stepper: NewStepper(ops, m, Method{
			Optimiser: optimiser, Rate: c.Rate, ClipNorm: c.ClipNorm, Smoothing: c.Smoothing, Batches: c.batches(),
			Seeds: Seeds{Forcing: c.seed(c.Seeds.Forcing), Dropout: c.seed(c.Seeds.Dropout)},
		}),
		decoder: decode.New(m, task.Source(), task.Target()),
		streams: newStreams(c),
		pairs:   make([]corpus.Pair, c.Batch*c.batches()),
		batch:   corpus.NewBatch(c.Batch, task.MaxSource(), task.MaxTarget()),
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

// Data is the file of the task, if it has one and it is there.
func (s *Session) Data() []byte { return s.file }

// Trains reports whether the session can be trained: the corpus of its task is there.
func (s *Session) Trains() bool { return s.task.Draws() }

// Step takes one training step: batch, forward, loss, backward, clip, update. Once its buffers have
// grown, within a few steps, it allocates nothing. The error is ErrDiverged, wrapped. It panics unless
// the session Trains.
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
		s.task.DrawInto(s.streams.data, &s.pairs[i])
	}
	for k := range s.config.batches() {
		arrange(s.pairs[k*s.config.Batch : (k+1)*s.config.Batch])
	}
	truth, coin := s.config.Forcing.At(s.trained), s.forcing.Float64()
	if s.config.Forcing.Unit != "token" {
		if coin < truth {
			truth = 1
		} else {
			truth = 0
		}
	}
	s.stepper.Begin(s.trained, s.pairs, truth)
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
	if err != nil {
		return p, fmt.Errorf("train: step %d has %w", p.Step, err)
	}
	s.trained++
	return p, nil
}

// arrange sorts a batch by the length of its sources, the longest first, so that the encoder leaves off
// those that are over; and, where that leaves a choice, by what the pairs are, so that a batch is the same
// in whichever order it was drawn. It is an insertion sort: a batch is short.
func arrange(pairs []corpus.Pair) {
	for i := 1; i < len(pairs); i++ {
		for j := i; j > 0 && before(&pairs[j], &pairs[j-1]); j-- {
			pairs[j], pairs[j-1] = pairs[j-1], pairs[j]
		}
	}
}

func before(a, b *corpus.Pair) bool {
	if len(a.Source) != len(b.Source) {
		return len(a.Source) > len(b.Source)
	}
	if c := compare(a.Source, b.Source); c != 0 {
		return c < 0
	}
	return compare(a.Target, b.Target) < 0
}

func compare(a, b []int) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] - b[i]
		}
	}
	return len(a) - len(b)
}
