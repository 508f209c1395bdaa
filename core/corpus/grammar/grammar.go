// Package grammar makes sentences of French or of Portuguese and says the same in English. It knows a
// few hundred words and one way to say each thing: every sentence has exactly one translation.
//
// Articles, adjectives, pronouns and participles agree in gender and number, verbs are conjugated,
// most adjectives follow their noun in one language and precede it in the other, adverbs and
// negations stand where each language wants them, a word before a vowel may lose its own. So the words
// of a translation come in another order than those of the sentence, and in another number.
//
// Tokens are words as token.Words cuts them: "l'école" is "l'" and "école".
package grammar

import "math/rand/v2"

// Language is what a Grammar translates from.
type Language int

// The languages.
const (
	French Language = iota
	Portuguese
)

// Level is how much a Grammar says. Each level has all that the one before it has.
type Level int

// The levels.
const (
	Easy   Level = iota // simple sentences in the present, and half of the lexicon
	Medium              // negations, adverbs, adjectives, places, times; past and future
	Hard                // two subjects, relative clauses, modal verbs, verbs with two objects
)

// Grammar makes sentences of one language at one level. It is never changed after New, so that any
// number of goroutines may share it.
type Grammar struct {
	french         bool
	level          Level
	source, target words
	lists          [len(kinds)][]lexeme
}

// most is the words that a sentence has at the most, and its translation, by level. One with more is drawn
// again.
var most = [...]int{8, 13, 16}

// New makes the grammar of a language at a level.
func New(language Language, level Level) *Grammar {
	g := &Grammar{french: language == French, level: level}
	g.target = newWords("aeiou")                       // hour, university and their like are not in the lexicon
	g.source = newWords(g.choose("aeiouhéèêâîôœ", "")) // nor is an aspirated h
	g.read()
	for _, pairs := range g.lists[shortened] {
		g.source.shorten(pairs.own[:])
	}
	for _, triples := range g.lists[fusions] {
		g.source.fuse(triples.own[:])
	}
	g.target.shorten([]int{g.target.id("a"), g.target.add("an"), none})
	return g
}

// Source lists the words of the language, each at the place of its number.
func (g *Grammar) Source() []string { return g.source.texts() }

// Target lists the words of English, each at the place of its number.
func (g *Grammar) Target() []string { return g.target.texts() }

// Most is the most words that a sentence has, or its translation.
func (g *Grammar) Most() int { return most[g.level] }

// Draw draws a sentence and its translation, as numbers of words, into the room that the two slices
// have, and returns them. Once they have grown it allocates nothing.
func (g *Grammar) Draw(r *rand.Rand, source, target []int) (sentence, translation []int) {
	s := speech{g: g, r: r, source: source, target: target}
	for {
		s.source, s.target = s.source[:0], s.target[:0]
		s.sentence()
		if len(s.source) <= g.Most() && len(s.target) <= g.Most() {
			return s.source, s.target
		}
	}
}

// choose is the one of two that is of the language.
func (g *Grammar) choose(french, portuguese string) string {
	if g.french {
		return french
	}
	return portuguese
}
