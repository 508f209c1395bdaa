package corpus

import "math/rand/v2"

// roman: a number in Arabic digits, and the same in Roman numerals; "1994" becomes "MCMXCIV". Tokens
// are characters.
//
// Each digit is translated by itself, but into as many letters as it pleases, 3 into three and 5 into
// one, and into other letters at each place; a 0 becomes nothing. The attention shows a staircase with
// steps of many widths.
//
//	easy    1 to 999
//	medium  1 to 3999, all that the seven letters can write
//	hard    1 to 3999, and either way: what is written in Roman numerals becomes Arabic
//
// Held out are numbers, at the hard level in both directions.
type roman struct {
	most int
	both bool
}

// romanSalt holds the examples out.
const romanSalt = 887

// romans are the letters for 1, 5, 10 … 1000. Where a vocabulary has digits as well, they come first.
const romans = "IVXLCDM"

func newRoman(o Options) (*Task, error) {
	t := &Task{
		rule:      &roman{o.Level.of(999, 3999, 3999), o.Level == Hard},
		source:    characters(digits),
		target:    characters(romans),
		maxSource: o.Level.of(3, 4, len("MMMDCCCLXXXVIII")),
		maxTarget: o.Level.of(len("DCCCLXXXVIII"), len("MMMDCCCLXXXVIII"), len("MMMDCCCLXXXVIII")) + 1,
		example:   "1994",
		ignored:   " .,",
	}
	switch o.Level {
	case Easy:
		t.example = "944"
	case Hard:
		t.source = characters(digits + romans)
		t.target = t.source
	}
	return t, nil
}

func (t *roman) draw(r *rand.Rand, p *Pair) {
	n := 1 + drawNumber(r, t.most-1)
	number, numerals, one := &p.Source, &p.Target, firstText
	if t.both {
		one = firstDigit + len(digits)
		if r.IntN(2) == 0 {
			number, numerals = numerals, number
		}
	}
	putDigits(number, n)
	putRoman(numerals, n, one)
}

func (*roman) held(p *Pair) bool {
	n, rest := readDigits(p.Source)
	if len(rest) > 0 {
		n, _ = readDigits(p.Target)
	}
	return heldOut(romanSalt, []int{n})
}

// shapes are the digits from 0 in Roman numerals: 1 stands for the letter that is one at the digit's
// place, 2 for that which is five, 3 for that which is ten.
var shapes = [...]string{"", "1", "11", "111", "12", "2", "21", "211", "2111", "13"}

// putRoman puts n, of 1 to 3999, to a side in Roman numerals whose first letter, I, has the id one.
func putRoman(side *[]int, n, one int) {
	if n >= 10 {
		putRoman(side, n/10, one+2)
	}
	shape := shapes[n%10]
	for i := range len(shape) {
		put(side, one+int(shape[i]-'1'))
	}
}
