package train

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"

	"unroll/core/layer"
)

// streams are the sources of random numbers of a run. Each purpose has its own, seeded by its seed and
// the purpose's number, so that (say) another share of teacher forcing leaves the batches as they were.
type streams struct {
	weights, pcgData, pcgForcing *rand.PCG
	data, forcing                *rand.Rand
}

const (
	streamWeights = iota + 1
	streamData
	streamForcing
)

func newStreams(c Config) streams {
	s := streams{
		weights:    rand.NewPCG(c.seed(c.Seeds.Weights), streamWeights),
		pcgData:    rand.NewPCG(c.seed(c.Seeds.Data), streamData),
		pcgForcing: rand.NewPCG(c.seed(c.Seeds.Forcing), streamForcing),
	}
	s.data, s.forcing = rand.New(s.pcgData), rand.New(s.pcgForcing)
	return s
}

// seed is a stream's own, or the run's.
func (c Config) seed(own uint64) uint64 {
	if own != 0 {
		return own
	}
	return c.Seed
}

// chances are what happens by chance within a pass of a part of a batch through the model. They depend on
// the pass alone, so that whoever computes it meets the same ones, and a run that is gone on with, too.
type chances struct {
	dropout, forcing uint64 // seeds
	noise            layer.Noise
	coins            rand.PCG
}

// begin sets out pass number n.
func (c *chances) begin(n uint64) {
	c.noise.Seed(c.dropout, n)
	c.coins.Seed(c.forcing, ^n) // not a stream that stands among the above
}

// state is where a stream stands, as text.
func state(p *rand.PCG) string {
	b, err := p.MarshalBinary()
	if err != nil {
		panic(err) // it has no way to fail
	}
	return hex.EncodeToString(b)
}

func restore(p *rand.PCG, state string) error {
	b, err := hex.DecodeString(state)
	if err != nil {
		return fmt.Errorf("%q is not the state of a random stream", state)
	}
	if err := p.UnmarshalBinary(b); err != nil {
		return fmt.Errorf("%q is not the state of a random stream", state)
	}
	return nil
}
