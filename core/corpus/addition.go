package corpus

import "math/rand/v2"

// addition: two whole numbers with a plus between them, and their sum; "12+34" becomes "46". Tokens
// are characters.
//
// It is the classic of what a recurrent network can be taught to compute (Zaremba and Sutskever 2014,
// arXiv 1410.4615). The carry is the crux: the first digit of the sum, which has to be said first,
// may depend on the last digits of both numbers. Numbers are written as people write them, from the
// most significant digit and without padding. To write them backwards would let the carry travel
// with the reading and make the task a little easier; but it is learnt as they are, and everybody
// can read what the model says.
//
//	easy    numbers of 0 to 99 with nothing to carry
//	medium  numbers of 0 to 99
//	hard    numbers of 0 to 999, half of them below 100
//
// Held out are pairs of numbers in either order: if 27+48 is, so is 48+27.
type addition struct {
	most  int
	plain bool // nothing is carried
}

// additionSalt holds the examples out.
const additionSalt = 11

const plus = firstDigit + len(digits) // the id of +

func newAddition(o Options) (*Task, error) {
	width := o.Level.of(2, 2, 3)
	t := &Task{
		rule:      &addition{o.Level.of(99, 99, 999), o.Level == Easy},
		source:    characters(digits + "+"),
		target:    characters(digits),
		maxSource: width + 1 + width,
		maxTarget: o.Level.of(2, 3, 4) + 1,
		example:   "27+48",
		ignored:   " =",
	}
	if o.Level == Easy {
		t.example = "34+63"
	}
	return t, nil
}

func (t *addition) draw(r *rand.Rand, p *Pair) {
	a, b := drawNumber(r, t.most), drawNumber(r, t.most)
	for t.plain && (a%10+b%10 >= 10 || a/10+b/10 >= 10) {
		a, b = drawNumber(r, t.most), drawNumber(r, t.most)
	}
	putDigits(&p.Source, a)
	put(&p.Source, plus)
	putDigits(&p.Source, b)
	putDigits(&p.Target, a+b)
}

func (*addition) held(p *Pair) bool {
	a, rest := readDigits(p.Source)
	b, _ := readDigits(rest[1:])
	return heldOut(additionSalt, []int{min(a, b), max(a, b)})
}
