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
// bracket each and hand each other the sums, which a + b = b + a leaves the same on both sides. Where
// several batches make an update, shard i is that of each of them, one after another.

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
	Loss     float64 // its share of the mean loss of the step's tokens
	Gradient []float32
}

// Method is how a Stepper makes updates of batches.
type Method struct {
	Optimiser *optim.Optimiser
	Rate      optim.Schedule
	ClipNorm  float64
	Smoothing float64
	Batches   int // that make an update; 0 is 1
	Seeds     Seeds
}

// Stepper takes the training steps of a model. A step is Begin, Share, for every other replica Add, and
// Finish; in between it may be shared out anew. Nothing in it allocates.
type Stepper struct {
	ops    kernel.Ops
	model  *model.Model
	method Method

	step    int
	pairs   []corpus.Pair // of the step, batch after batch and in each shard after shard
	first   []int         // of each shard
	batches int
	shards  int // of each batch
	tokens  int
	lesson  model.Lesson
	chances chances
	batch   *corpus.Batch // one shard
	sum     Part          // of what this replica has computed and been given
	room    [][]float32   // gradients, one for each shard that waits to be added
	watched *watched      // nil but in a step that is watched
}

// NewStepper is a Stepper of batches of at most the model's MaxBatch pairs.
func NewStepper(ops kernel.Ops, m *model.Model, method Method) *Stepper {
	c := m.Config
	method.Batches = max(method.Batches, 1)
	s := &Stepper{
		ops: ops, model: m, method: method,
		pairs:   make([]corpus.Pair, 0, c.MaxBatch*method.Batches),
		first:   make([]int, 0, mostShards*method.Batches+1),
		batch:   corpus.NewBatch(c.MaxBatch, c.MaxSource, c.MaxTarget),
		chances: chances{dropout: method.Seeds.Dropout, forcing: method.Seeds.Forcing},
		room:    [][]float32{m.Params.Grad},
	}
	for n := shards(c.MaxBatch); n > 1; n /= 2 {
		s.room = append(s.room, make([]float32, len(m.Params.Value)))
	}
	return s
}

// Shards is how many parts a batch of the step under way is cut into, and so the most replicas that can
// share it.
func (s *Stepper) Shards() int { return s.shards }

// Begin begins the step that follows on so many, with its batches one after another, all of a size and
// each with its longest sources first. Truth is the probability of the true token (see model.Lesson). A
// batch's pairs are dealt out like cards, so that the shards are equally heavy and their longest, too,
// come first.
func (s *Stepper) Begin(step int, longestFirst []corpus.Pair, truth float64) {
	size := len(longestFirst) / s.method.Batches
	s.step, s.tokens, s.pairs, s.first = step, 0, s.pairs[:0], s.first[:0]
	s.batches, s.shards = s.method.Batches, shards(size)
	s.lesson = model.Lesson{Truth: truth, Coins: &s.chances.coins, Noise: &s.chances.noise, Smoothing: s.method.Smoothing}
	for k := range s.batches {
		batch := longestFirst[k*size : (k+1)*size]
		for i := range s.shards {
			s.first = append(s.first, len(s.pairs))
			for j := i; j < size; j += s.shards {
				s.pairs = append(s.pairs, batch[j])
			}
		}
	}
	s.first = append(s.first, len(s.pairs))
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
		return s.shard(from, s.room[depth])
	}
	middle := (from + to) / 2
	a := s.compute(from, middle, depth)
	b := s.compute(middle, to, depth+1)
	s.ops.Axpy(1, b.Gradient, a.Gradient)
	return Part{a.Loss + b.Loss, a.Gradient}
}

// shard is the sum over shard i of every batch.
func (s *Stepper) shard(i int, gradient []float32) Part {
	s.model.Params.Redirect(gradient)
	clear(gradient)
	loss := 0.0
	for k := range s.batches {
		at := k*s.shards + i
		s.chances.begin(uint64(s.step)*mostShards*MaxAccumulate + uint64(at))
		s.batch.Fill(s.pairs[s.first[at]:s.first[at+1]])
		s.batch.Whole = s.tokens
		loss += s.model.Forward(s.batch, s.lesson)
		s.model.Backward(s.batch, s.lesson)
		if s.watched != nil && at == 0 {
			s.watched.sentence(s.model, s.batch)
		}
	}
	return Part{loss, gradient}
}

// Add adds what another replica has computed, or a number of them together. Replicas that are
// neighbours add each other's first, then pairs of them, and so on: replica i hears i^1, i^2, i^4 …
func (s *Stepper) Add(p Part) Part {
	s.ops.Axpy(1, p.Gradient, s.sum.Gradient)
	s.sum.Loss += p.Loss
	return s.sum
}

// Finish moves the parameters by the whole step's gradient. The error is ErrDiverged, wrapped.
func (s *Stepper) Finish() (Progress, error) {
	o := s.method.Optimiser
	p := Progress{Step: s.step + 1, Loss: s.sum.Loss, Tokens: s.tokens, Rate: s.method.Rate.Rate(o.Steps()), Truth: s.lesson.Truth}
	if limit := exploded * math.Log(float64(s.model.Config.TargetVocabulary)); !(p.Loss <= limit) {
		return p, fmt.Errorf("loss %.3g: %w", p.Loss, ErrDiverged)
	}
	p.Norm = optim.Norm(s.ops, s.sum.Gradient)
	if math.IsNaN(p.Norm) || math.IsInf(p.Norm, 0) {
		return p, fmt.Errorf("a gradient of norm %v: %w", p.Norm, ErrDiverged)
	}
	clip := optim.Clip(p.Norm, s.method.ClipNorm)
	if s.watched != nil {
		s.watched.before(s.ops, s.model, s.sum.Gradient, p, clip)
	}
	o.Update(s.ops, s.model.Params.Value, s.sum.Gradient, clip, p.Rate)
	if s.watched != nil {
		s.watched.after(s.ops, s.model)
	}
	return p, nil
}
