package train

import (
	"encoding/hex"
	"fmt"
	"math/rand/v2"
)

// streams are the sources of random numbers of a run. Each purpose has its own, seeded by the run's
// seed and the purpose's number, so that (say) another share of teacher forcing leaves the batches as
// they were.
type streams struct {
	weights, pcgData, pcgForcing *rand.PCG
	data, forcing                *rand.Rand
}

const (
	streamWeights = iota + 1
	streamData
	streamForcing
)

func newStreams(seed uint64) streams {
	s := streams{
		weights:    rand.NewPCG(seed, streamWeights),
		pcgData:    rand.NewPCG(seed, streamData),
		pcgForcing: rand.NewPCG(seed, streamForcing),
	}
	s.data, s.forcing = rand.New(s.pcgData), rand.New(s.pcgForcing)
	return s
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
