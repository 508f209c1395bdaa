package corpus

import (
	"errors"
	"math/rand/v2"
	"strconv"
	"strings"

	"unroll/core/token"
)

// sounds: an English word, and how it is said, in the phonemes of ARPABET; "phone" becomes "F OW N".
// Source tokens are letters, target tokens are phonemes.
//
// English spelling is the one task here that no rule explains: a letter says this in one word, that in
// another, and nothing in a third. No model is ever right about all of it, and it is worth seeing where it
// is wrong. (Grapheme-to-phoneme conversion by an encoder–decoder: Yao
// and Zweig 2015, arXiv 1506.00196.)
//
// The words come from a file, DataFile("sounds"), a part of the CMU Pronouncing Dictionary. A line of it
// is a family: a word and its regular forms, as in "walk W AO K, walked W AO K T".
//
//	easy    words of up to 5 letters
//	medium  words of up to 8 letters
//	hard    all words
//
// Held out are families: no form of a word that is examined has been learnt from.
const soundsFile = "corpora/sounds.txt"

// longestSpelling is the most letters, or phonemes, that a word may have.
const longestSpelling = 32

// phonemes are those of ARPABET as the dictionary uses it, without stress.
const phonemes = "AA AE AH AO AW AY B CH D DH EH ER EY F G HH IH IY JH K L M N NG OW OY P R S SH T TH UH UW V W Y Z ZH"

// soundsSalt holds the example out.
const soundsSalt = 3

func newSounds(o Options) (*Task, error) {
	if len(o.Data) == 0 {
		return nil, errors.New("corpus: sounds has no words without its file, static/" + soundsFile + ", as Options.Data")
	}
	l := List{
		Source:  characters(alphabet),
		Target:  NewVocabulary(token.Words{}, strings.Fields(phonemes)),
		Example: "phone",
	}
	longest := o.Level.of(5, 8, longestSpelling)
	seen := map[string]bool{}
	for n, line := range strings.Split(string(o.Data), "\n") {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		to := &l.Training
		for i, text := range strings.Split(line, ",") {
			p, trouble := l.spelled(text, seen)
			if trouble != "" {
				return nil, errors.New("corpus: line " + strconv.Itoa(n+1) + " of the words of sounds has " +
					strconv.Quote(text) + ", " + trouble)
			}
			if i == 0 && heldOut(soundsSalt, p.Source) {
				to = &l.HeldOut
			}
			if len(p.Source) <= longest {
				*to = append(*to, p)
			}
		}
	}
	if len(l.Training) == 0 || len(l.HeldOut) == 0 {
		return nil, errors.New("corpus: the words of sounds are too few to learn from some and hold others out")
	}
	// In the file they are in the order of the alphabet.
	r := rand.New(rand.NewPCG(1, 1))
	for i := range l.HeldOut {
		j := r.IntN(i + 1)
		l.HeldOut[i], l.HeldOut[j] = l.HeldOut[j], l.HeldOut[i]
	}
	return Listed(l), nil
}

// spelled is the pair of "walk W AO K", or what is wrong with it, as a word that has been seen before is.
func (l *List) spelled(text string, seen map[string]bool) (p Pair, trouble string) {
	said := strings.Fields(text)
	if len(said) < 2 {
		return p, "which should be a word and its phonemes"
	}
	word, said := said[0], said[1:]
	if len(word) > longestSpelling || len(said) > longestSpelling {
		return p, "which has more than " + strconv.Itoa(longestSpelling) + " letters or phonemes"
	}
	if seen[word] {
		return p, "which has been there before"
	}
	seen[word] = true
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return p, "whose word is not all small letters"
		}
	}
	putLetters(&p.Source, word)
	for _, phoneme := range said {
		id, ok := l.Target.ID(phoneme)
		if !ok || id < firstText {
			return p, "and " + strconv.Quote(phoneme) + " is no phoneme of ARPABET"
		}
		put(&p.Target, id)
	}
	return p, ""
}
