package grammar

import "strings"

// What becomes of the lexicon when a Grammar is made.

// The kinds of entries, each a list of its own.
const (
	smalls = iota
	shortened
	fusions
	determiners
	places
	times
	nouns
	adjectives
	verbs
)

const kinds = "shfdwtnav"

// The places of the small words.
const (
	pronouns = iota
	be
	state // as be, in Portuguese of a state
	adverbs
	going
	have
)

// lexeme is an entry of the lexicon as the numbers of its words.
type lexeme struct {
	class             set
	marks             string
	objects           set // of a verb
	own               [16]int
	english           [8]int
	with, englishWith int // what comes with the word
}

// The places of forms. Those of a noun, an adjective, a determiner begin with masculine, feminine and
// the plurals of both, those of a verb with the six persons of the present.
const (
	open       = 4 // an adjective's masculine before a vowel
	after      = 4 // what follows the noun after a determiner
	infinitive = 6
	participle = 7 // in French
	gerund     = 7 // in Portuguese
	past       = 8 // six persons, in Portuguese

	// A verb in English.
	base  = 0
	third = 1
	did   = 2
	ing   = 3
)

// set is a set of classes of nouns.
type set uint16

// classes are the letters by which the lexicon calls what a noun is, those of people first.
const classes = "phkxavofedrtcbml"

// setOf is the set of these classes, in which P stands for all people. Other letters count for nothing.
func setOf(letters string) (s set) {
	for i := range len(letters) {
		switch n := strings.IndexByte(classes, letters[i]); {
		case letters[i] == 'P':
			s |= 1<<4 - 1
		case n >= 0:
			s |= 1 << n
		}
	}
	return s
}

// has reports whether the set has one of these classes.
func (s set) has(letters string) bool { return s&setOf(letters) != 0 }

// is reports whether a verb is of one of these kinds.
func (l *lexeme) is(kinds string) bool { return strings.IndexByte(kinds, l.marks[0]) >= 0 }

// marked reports whether an entry has this mark.
func (l *lexeme) marked(mark string) bool { return strings.Contains(l.marks, mark) }

// read reads the lexicon, as far as the level knows it and has a use for its forms.
func (g *Grammar) read() {
	for f := strings.Fields(lexicon); len(f) > 0; f = f[6:] {
		own := g.choose(f[4], f[5])
		if Level(f[0][1]-'0') > g.level || own == "!" {
			continue
		}
		l := lexeme{class: setOf(f[1]), marks: f[2], objects: setOf(f[2][1:])}
		kind := strings.IndexByte(kinds, f[0][0])
		most, mostEnglish := len(l.own), len(l.english)
		if kind == verbs && g.french {
			mostEnglish = ing
		}
		if g.level == Easy {
			switch kind {
			case verbs:
				most, mostEnglish = infinitive, did
			case adjectives: // which never stand before a noun
				most = open
			}
		}
		l.with = g.source.spell(l.own[:], most, own)
		l.englishWith = g.target.spell(l.english[:], mostEnglish, f[3])
		g.lists[kind] = append(g.lists[kind], l)
	}
}
