package corpus

import "math/rand/v2"

// copying is the task copy: a string of letters, and the same again.
//
// Nothing could be easier to say, and it is no easier than reverse to learn: without attention the
// string's first letter, which is wanted first, has been waiting the longest. Hearing the string
// backwards helps (Sutskever et al. 2014, arXiv 1409.3215, reversed their sources for this reason).
//
// Held out are strings, not the same ones as those of reverse.
type copying struct{ letters }

// copySalt holds "unroll" out, and what is shown of it at each level.
const copySalt = 88

func newCopy(o Options) (*Task, error) {
	return newLetters("copy", o, func(l letters) rule { return &copying{l} })
}

func (t *copying) draw(r *rand.Rand, p *Pair) {
	t.drawString(r, p)
	p.Target = append(p.Target, p.Source...)
}

func (*copying) held(p *Pair) bool { return heldOut(copySalt, p.Source) }
