package corpus

import "math/rand/v2"

// sorting is the task sort: a string of letters, and the same letters from a to z, each as often as
// it was there.
//
// What comes next depends on all of the source at once, not on one place in it. Attention shows how a
// model goes about it: it looks for the least letter that has not been said.
//
// Held out are collections of letters: if one is, so is every order of it, and no answer in the
// examination has ever been an answer in training.
type sorting struct{ letters }

// sortSalt holds the letters of "unroll" out, and what is shown of it at each level.
const sortSalt = 412

func newSort(o Options) (*Task, error) {
	return newLetters("sort", o, func(l letters) rule { return &sorting{l} })
}

func (t *sorting) draw(r *rand.Rand, p *Pair) {
	t.drawString(r, p)
	for n, letter := range p.Source {
		put(&p.Target, letter)
		for i := n; i > 0 && p.Target[i] < p.Target[i-1]; i-- {
			p.Target[i], p.Target[i-1] = p.Target[i-1], p.Target[i]
		}
	}
}

func (*sorting) held(p *Pair) bool { return heldOut(sortSalt, p.Target) }
