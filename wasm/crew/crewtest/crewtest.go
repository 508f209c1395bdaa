// Package crewtest connects a crew's replicas within one program, as tests have them.
package crewtest

import (
	"slices"
	"sync"

	"unroll/core/train"
	"unroll/wasm/crew"
)

// wire is one direction of a link: what goes in comes out as a copy.
type wire chan train.Part

type link struct {
	out, in wire
	dead    chan struct{} // closed by whichever end closes
	once    *sync.Once
}

func (l link) Send(p train.Part) {
	p.Gradient = slices.Clone(p.Gradient)
	select {
	case l.out <- p:
	case <-l.dead:
	}
}

func (l link) Receive() (train.Part, bool) {
	select {
	case p := <-l.in:
		return p, true
	case <-l.dead:
		return train.Part{}, false
	}
}

func (l link) Close() { l.once.Do(func() { close(l.dead) }) }

// pair is a link's two ends.
func pair() (a, b link) {
	x, y, dead, once := make(wire, 4), make(wire, 4), make(chan struct{}), new(sync.Once)
	return link{x, y, dead, once}, link{y, x, dead, once}
}

// Places connects n replicas, a power of two.
func Places(n int) []crew.Place {
	all := make([]crew.Place, n)
	for i := range all {
		all[i].Rank = i
	}
	for d := 1; d < n; d *= 2 {
		for i := range all {
			if j := i ^ d; i < j {
				a, b := pair()
				all[i].Links, all[j].Links = append(all[i].Links, a), append(all[j].Links, b)
			}
		}
	}
	return all
}
