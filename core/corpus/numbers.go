package corpus

import (
	"math/rand/v2"
	"strings"

	"unroll/core/token"
)

// numbers: a number in digits, and in English words; "342" becomes "three hundred and forty-two".
// Source tokens are digits, target tokens are words. A ten with a unit after it is a word of its own
// that ends in a hyphen, "forty-", so that the compound is written as English writes it.
//
// numeros: the same in Portuguese, as Brazil says it; "342" becomes "trezentos e quarenta e dois".
//
// What a digit becomes depends on its place and its neighbours: 1 is "one", "ten", "one hundred", and in 13
// no word of its own. A model has to count the digits before it can say the first word. Portuguese
// adds hundreds with names of their own, "cem" beside "cento", and an "e" that comes and goes.
//
//	easy    0 to 999
//	medium  0 to 9 999
//	hard    0 to 999 999
//
// Held out are numbers, but none that is one word: no rule tells what 13 is called, or 500 in
// Portuguese, and the small numbers are few, which is also why the easy level does not end at 99.
type numbers struct {
	most int
	say  func(side *[]int, n int)
}

// The target texts. Their places are counted on below, and the last is left out where it is not said.
const (
	englishNumbers = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
		"seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety " +
		"twenty- thirty- forty- fifty- sixty- seventy- eighty- ninety- hundred and thousand"
	portugueseNumbers = "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis " +
		"dezessete dezoito dezenove vinte trinta quarenta cinquenta sessenta setenta oitenta noventa " +
		"cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos cem e mil"
)

// Ids of those texts. A number below twenty has the id firstText and as much as it is, and to the ids of
// tens and hundreds their digit is to be added.
const (
	wordTens = firstText + 18 // + 2 is twenty, or vinte

	wordOpenTens = wordTens + 8 // + 2 is twenty-
	wordHundred  = wordOpenTens + 10
	wordAnd      = wordHundred + 1
	wordThousand = wordHundred + 2

	wordHundreds = wordTens + 9 // + 1 is cento
	wordCem      = wordHundreds + 10
	wordE        = wordCem + 1
	wordMil      = wordCem + 2
)

// numbersSalt holds the example out.
const numbersSalt = 3

func newNumbers(o Options) (*Task, error) {
	return newSpelling(o, englishNumbers, putEnglish)
}

func newNumeros(o Options) (*Task, error) {
	return newSpelling(o, portugueseNumbers, putPortuguese)
}

func newSpelling(o Options, texts string, say func(*[]int, int)) (*Task, error) {
	words := strings.Fields(texts)
	if o.Level == Easy {
		words = words[:len(words)-1]
	}
	return &Task{
		rule:      &numbers{o.Level.of(999, 9_999, 999_999), say},
		source:    characters(digits),
		target:    NewVocabulary(token.Words{}, words),
		maxSource: o.Level.of(3, 4, 6),
		maxTarget: o.Level.of(5, 7, 11) + 1, // the most has the most words, in either language
		example:   "342",
		ignored:   " .,",
	}, nil
}

func (t *numbers) draw(r *rand.Rand, p *Pair) {
	n := drawNumber(r, t.most)
	putDigits(&p.Source, n)
	t.say(&p.Target, n)
}

func (*numbers) held(p *Pair) bool { return len(p.Target) > 1 && heldOut(numbersSalt, p.Source) }

// putEnglish puts n, below a million, in English words to a side. British usage has an "and" before what
// is below a hundred.
func putEnglish(side *[]int, n int) {
	if n >= 1000 {
		putEnglish(side, n/1000)
		put(side, wordThousand)
		n %= 1000
		switch {
		case n == 0:
			return
		case n < 100:
			put(side, wordAnd)
		}
	}
	if n >= 100 {
		put(side, firstText+n/100)
		put(side, wordHundred)
		n %= 100
		if n == 0 {
			return
		}
		put(side, wordAnd)
	}
	switch {
	case n < 20:
		put(side, firstText+n)
	case n%10 == 0:
		put(side, wordTens+n/10)
	default:
		put(side, wordOpenTens+n/10)
		put(side, firstText+n%10)
	}
}

// putPortuguese puts n, below a million, in Portuguese words to a side, as Brazil says them. An "e" stands
// between hundreds, tens and units; after the thousands only before what is below a hundred or a
// whole number of hundreds.
func putPortuguese(side *[]int, n int) {
	if n >= 1000 {
		if n >= 2000 { // a thousand is mil, not um mil
			putPortuguese(side, n/1000)
		}
		put(side, wordMil)
		n %= 1000
		switch {
		case n == 0:
			return
		case n < 100 || n%100 == 0:
			put(side, wordE)
		}
	}
	if n > 100 {
		put(side, wordHundreds+n/100)
		n %= 100
		if n == 0 {
			return
		}
		put(side, wordE)
	}
	switch {
	case n == 100:
		put(side, wordCem)
	case n < 20:
		put(side, firstText+n)
	default:
		put(side, wordTens+n/10)
		if n%10 > 0 {
			put(side, wordE)
			put(side, firstText+n%10)
		}
	}
}
