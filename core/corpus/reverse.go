package corpus

import "math/rand/v2"

// reverse: a string of letters, and the same letters from the last to the first.
//
// It is the smallest task in which the first thing to be said is the last that was heard, so that
// without attention all of the string must pass through one state, and with attention the weights
// condense into the other diagonal.
//
// Held out are strings.
type reverse struct{ letters }

func newReverse(o Options) (*Task, error) {
	return newLetters("reverse", o, func(l letters) rule { return &reverse{l} })
}

func (t *reverse) draw(r *rand.Rand, p *Pair) {
	t.drawString(r, p)
	for i := len(p.Source) - 1; i >= 0; i-- {
		put(&p.Target, p.Source[i])
	}
}

func (*reverse) held(p *Pair) bool { return heldOut(salt, p.Source) }
