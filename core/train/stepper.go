package train

import (
	"fmt"
	"math"

	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/optim"
)

// A batch is cut into shards, always the same ones, whoever computes them. A shard has a gradient of its
// own, and the shards' gradients are added in one order, that of a knockout:
//
//	(g₀ + g₁) + (g₂ + g₃)
//
// So a step taken by one, two or four replicas of a run gives the same bits: two replicas compute one
// bracket each and hand each other the sums, which a + b = b + a leaves the same on both sides.

// Four is what pays: few machines give a page more than four cores. A shard of fewer rows than eight
// would leave the matrix products less to do than it costs to begin them.
const (
	mostShards = 4
	fewestRows = 8
)

// shards is how many parts a batch of so many pairs is cut into: a power of two.
func shards(pairs int) int {
	n := 1
	for 2*n <= mostShards && 2*n*fewestRows <= pairs {
		n *= 2
	}
	return n
}

// Part is what a replica has to tell the others of a step: the sums over its shards.
type Part struct {
	Loss     float64 // its share of the batch's mean loss
	Gradient []float32
}

// Stepper takes the training steps of a model. A step is Begin, Share, for every other replica Add, and
// Finish; in between it may be shared out anew. Nothing in it allocates.
type Stepper struct {
	ops       kernel.Ops
	model     *model.Model
	optimiser *optim.Optimiser
	schedule  optim.Schedule
	clip      float64

	pairs  []corpus.Pair // of the step, shard after shard
	first  [mostShards + 1]int
	shards int
	tokens int
	forced bool
	batch  *corpus.Batch // one shard
	sum    Part          // of what this replica has computed and been given
	room   [][]float32   // gradients, one for each shard that waits to be added
}

// NewStepper is a Stepper of batches of at most the model's MaxBatch pairs, whose gradients' norm is
// clipped at clip.
func NewStepper(ops kernel.Ops, m *model.Model, optimiser *optim.Optimiser, schedule optim.Schedule, clip float64) *Stepper {
	c := m.Config
	s := &Stepper{
		ops: ops, model: m, optimiser: optimiser, schedule: schedule, clip: clip,
		pairs: make([]corpus.Pair, 0, c.MaxBatch),
		batch: corpus.NewBatch(c.MaxBatch, c.MaxSource, c.MaxTarget),
		room:  [][]float32{m.Params.Grad},
	}
	for n := shards(c.MaxBatch); n > 1; n /= 2 {
		s.room = append(s.room, make([]float32, len(m.Params.Value)))
	}
	return s
}

// Shards is how many parts the batch under way is cut into, and so the most replicas that can share it.
func (s *Stepper) Shards() int { return s.shards }

// Begin begins a step with a batch whose longest sources come first. They are dealt out like cards, so
// that the shards are equally heavy and their longest, too, come first.
func (s *Stepper) Begin(longestFirst []corpus.Pair, forced bool) {
	s.shards, s.forced, s.tokens, s.pairs = shards(len(longestFirst)), forced, 0, s.pairs[:0]
	for i := range s.shards {
		s.first[i] = len(s.pairs)
		for j := i; j < len(longestFirst); j += s.shards {
			s.pairs = append(s.pairs, longestFirst[j])
		}
	}
	s.first[s.shards] = len(s.pairs)
	for _, p := range s.pairs {
		s.tokens += len(p.Target) + 1
	}
}

// Share computes what the one of so many replicas has to. Their number must divide that of the shards.
// What it returns is valid until the next Share or Add.
func (s *Stepper) Share(one, of int) Part {
	if of < 1 || one < 0 || one >= of || s.shards%of != 0 {
		panic(fmt.Sprintf("train: share %d of %d of %d shards", one, of, s.shards))
	}
	each := s.shards / of
	s.sum = s.compute(one*each, (one+1)*each, 0)
	return s.sum
}

// compute is the sum over the shards from ≤ i < to, which are a power of two. It is left in the room of
// that depth; those behind it are used.
func (s *Stepper) compute(from, to, depth int) Part {
	if to-from == 1 {
		s.model.Params.Redirect(s.room[depth])
		s.batch.Fill(s.pairs[s.first[from]:s.first[to]])
		s.batch.Whole = s.tokens
		loss := s.model.Forward(s.batch, s.forced)
		s.model.Backward(s.batch)
		return Part{loss, s.room[depth]}
	}
	middle := (from + to) / 2
	a := s.compute(from, middle, depth)
	b := s.compute(middle, to, depth+1)
	s.ops.Axpy(1, b.Gradient, a.Gradient)
	return Part{a.Loss + b.Loss, a.Gradient}
}

// Add adds what another replica has computed, or a number of them together. Replicas that are
// neighbours add each other's first, then pairs of them, and so on: replica i hears i^1, i^2, i^4 …
func (s *Stepper) Add(p Part) Part {
	s.ops.Axpy(1, p.Gradient, s.sum.Gradient)
	s.sum.Loss += p.Loss
	return s.sum
}

// Finish moves the parameters by the whole batch's gradient. The error is ErrDiverged, wrapped.
func (s *Stepper) Finish() (Progress, error) {
	p := Progress{Loss: s.sum.Loss, Tokens: s.tokens}
	if limit := exploded * math.Log(float64(s.model.Config.TargetVocabulary)); !(p.Loss <= limit) {
		return p, fmt.Errorf("loss %.3g: %w", p.Loss, ErrDiverged)
	}
	p.Norm = optim.Norm(s.ops, s.sum.Gradient)
	if math.IsNaN(p.Norm) || math.IsInf(p.Norm, 0) {
		return p, fmt.Errorf("a gradient of norm %v: %w", p.Norm, ErrDiverged)
	}
	s.optimiser.Update(s.ops, s.model.Params.Value, s.sum.Gradient, optim.Clip(p.Norm, s.clip), s.schedule.Rate(s.optimiser.Steps()))
	return p, nil
}
