package main

import (
	"regexp"
	"strings"
)

// The dictionary has some 126 000 words, most of them names of people, places and firms, and nothing says
// which are common. Lists of words by frequency would, but they are of texts under licences of their
// own. So common words are told by what they do: "walk" is there with "walks", "walked", "walking",
// "walker", each said as the rule has it; "Walkowiak" has no such family. A word is taken if it has at
// least two endings and one of them is no mere -s, -er or -y, which names have, too; or an -ly or
// -ness, which they never have. Of its forms those in -s, -ed and -ing come with it, as far as they have
// no more than nine letters: they teach the three sounds of -ed and of -s.

// endings of the forms of a word, each with the ways to say it.
var endings = []struct{ written, said string }{
	{"s", "S|Z|IH Z|AH Z"}, {"es", "IH Z|AH Z|Z"}, {"ed", "T|D|IH D"}, {"ing", "IH NG"},
	{"er", "ER"}, {"ers", "ER Z"}, {"y", "IY"}, {"ish", "IH SH"}, {"ly", "L IY"},
	{"ness", "N AH S|N IH S"}, {"able", "AH B AH L"}, {"ful", "F AH L"}, {"less", "L AH S"},
	{"est", "AH S T|IH S T"}, {"ment", "M AH N T"},
}

const (
	telling    = " ed ing ly ness able ful less est ment " // endings that names seldom have
	tellsAlone = " ly ness "
	included   = " s es ed ing "

	longestForm = 9 // letters
)

var regular = regexp.MustCompile("^[a-z]{3,10}$")

// rude words are left out: the page may show any word to anybody.
const rude = " bitch boob bum castrate cock coon crap cripple fuck hell horny lynch molest piss poop prick puke " +
	"pussyfoot queer rape screw sex sexy shit slut sodomize tit tramp wank "

// families are the words that are taken, each followed by its forms.
func (d dictionary) families() [][]entry {
	var found [][]entry
	of := map[string]string{} // the word that a form belongs to
	for _, e := range d.entries {
		if !regular.MatchString(e.word) || d.doubtful[e.word] || strings.Contains(rude, " "+e.word+" ") || d.longer(e) {
			continue
		}
		has, forms := d.forms(e)
		if !common(has) {
			continue
		}
		family := []entry{e}
		for _, f := range forms {
			if _, taken := of[f.word]; !taken {
				of[f.word] = e.word
				family = append(family, f)
			}
		}
		found = append(found, family)
	}
	// A word that is a form of another, as "painting" is of "paint", is in that one's family alone.
	kept := found[:0]
	for _, f := range found {
		if _, form := of[f[0].word]; !form {
			kept = append(kept, f)
		}
	}
	return kept
}

// common reports whether these endings show that a word is one.
func common(has []string) bool {
	tells := func(list string) bool {
		for _, ending := range has {
			if strings.Contains(list, " "+ending+" ") {
				return true
			}
		}
		return false
	}
	return len(has) >= 2 && tells(telling) || tells(tellsAlone)
}

// longer reports whether a word is another one with a letter too many, as names are: Browne, Mann.
func (d dictionary) longer(e entry) bool {
	for n := 2; n < len(e.word); n++ {
		if d.said[e.word[:n]] == d.said[e.word] {
			return true
		}
	}
	return false
}

// forms are the endings with which the dictionary has a word, said as the rule has it, and the forms that
// are included.
func (d dictionary) forms(e entry) (has []string, forms []entry) {
	for _, ending := range endings {
		for _, word := range written(e.word, ending.written) {
			said, ok := d.said[word]
			said, follows := strings.CutPrefix(said, d.said[e.word]+" ")
			if !ok || !follows || !strings.Contains("|"+ending.said+"|", "|"+said+"|") {
				continue
			}
			has = append(has, ending.written)
			if strings.Contains(included, " "+ending.written+" ") && len(word) <= longestForm && !d.doubtful[word] && regular.MatchString(word) {
				forms = append(forms, entry{word, append(append([]string(nil), e.said...), strings.Fields(said)...)})
			}
			break
		}
	}
	return has, forms
}

// written is how a word may be written with an ending: baked, cries, hopping or parking.
func written(word, ending string) []string {
	vowel := func(n int) bool { return strings.IndexByte("aeiou", word[n]) >= 0 }
	n := len(word) - 1
	starts := strings.IndexByte("aeiy", ending[0]) >= 0
	switch {
	case word[n] == 'e' && starts:
		return []string{word[:n] + ending}
	case word[n] == 'y' && !vowel(n-1) && ending == "s":
		return nil
	case word[n] == 'y' && !vowel(n-1) && ending[0] != 'i':
		return []string{word[:n] + "i" + ending, word + ending}
	case starts && strings.IndexByte("aeiouywxh", word[n]) < 0 && vowel(n-1) && !vowel(n-2):
		return []string{word + word[n:] + ending, word + ending}
	}
	return []string{word + ending}
}
