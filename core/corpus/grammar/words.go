package grammar

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// words are the words of one language, each with a number, and what becomes of them when they meet.
type words struct {
	list   []word
	number map[string]int
	vowels string   // the letters before which a word may be shortened
	fused  [][3]int // two words, and the one that they become: "de", "le" and "du"
}

type word struct {
	text  string
	open  bool // begins with a vowel
	short int  // what the word is before an open one, or none: "je" is "j'"
}

// none is the number of no word.
const none = -1

func newWords(vowels string) words { return words{number: map[string]int{}, vowels: vowels} }

// add returns the number of a word, which is a new one if it is not there yet. The number of "" is none.
func (w *words) add(text string) int {
	if text == "" {
		return none
	}
	n, ok := w.number[text]
	if !ok {
		n = len(w.list)
		w.number[text] = n
		_, first := utf8.DecodeRuneInString(text)
		w.list = append(w.list, word{text, strings.Contains(w.vowels, text[:first]), none})
	}
	return n
}

// spell adds the forms of a word of the lexicon, as many as are wanted, and puts their numbers in
// their places. It returns the number of the word that comes with it.
func (w *words) spell(forms []int, wanted int, entry string) (with int) {
	entry, other, _ := strings.Cut(entry, "+")
	stem, endings, more := strings.Cut(entry, "/")
	for i := range forms {
		forms[i] = none
		if more && i < wanted {
			var ending string
			if ending, endings, more = strings.Cut(endings, "/"); ending != "-" {
				forms[i] = w.add(stem + ending)
			}
		}
	}
	return w.add(other)
}

// id is the number of a word that is there.
func (w *words) id(text string) int {
	n, ok := w.number[text]
	if !ok {
		panic("grammar: there is no word " + strconv.Quote(text) + " at this level")
	}
	return n
}

// texts lists the words, each at the place of its number.
func (w *words) texts() []string {
	all := make([]string, len(w.list))
	for i := range all {
		all[i] = w.list[i].text
	}
	return all
}

// shorten takes pairs of words up to none: the second stands for the first before an open word.
func (w *words) shorten(pairs []int) {
	for ; pairs[0] != none; pairs = pairs[2:] {
		w.list[pairs[0]].short = pairs[1]
	}
}

// fuse takes three words at a time, up to none: the third stands for the first two.
func (w *words) fuse(triples []int) {
	for ; triples[0] != none; triples = triples[3:] {
		w.fused = append(w.fused, [3]int(triples))
	}
}

// say appends a word to a sentence, in which it may change what it follows: "à" "la" and "école" make
// "à" "l'" "école", "à" "le" and "marché" make "au" "marché". It passes over none.
func (w *words) say(said []int, id int) []int {
	if id == none {
		return said
	}
	if last := len(said) - 1; last >= 0 {
		short := w.list[said[last]].short
		if w.list[id].open && short != none {
			said[last] = short
		} else if last > 0 {
			for _, f := range w.fused {
				if f[0] == said[last-1] && f[1] == said[last] {
					said = said[:last]
					said[last-1] = f[2]
					break
				}
			}
		}
	}
	return append(said, id)
}
