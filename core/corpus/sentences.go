package corpus

import (
	"math/rand/v2"

	"unroll/core/corpus/grammar"
	"unroll/core/token"
)

// sentences is the tasks french and portuguese: a sentence, and the same in English; "je suis étudiant"
// becomes "i am a student". Tokens are words. Package grammar makes the sentences.
//
// Translation is what encoder–decoders were made for (Sutskever et al. 2014, Cho et al. 2014), and what they
// were given attention for (Bahdanau et al. 2015). Here it shows which words belong together: adjectives
// change sides with their noun, "ne" and "pas" become one word, "a" is said where French has nothing. Of
// the gender that French and Portuguese mark everywhere, nothing is left.
//
//	easy    simple sentences in the present: "elle ouvre une porte"
//	medium  negations, adverbs, adjectives, places and times, past and future
//	hard    two subjects, relative clauses, modal verbs, verbs with two objects
//
// Held out are sentences, the same ones at each level that can say them.
type sentences struct {
	grammar *grammar.Grammar
	salt    uint64
	sums    []int // of each source word's bytes, which unlike its id are the same at all levels
}

// Each salt holds the example out.
const (
	frenchSalt     = 12
	portugueseSalt = 1
)

func newFrench(o Options) (*Task, error) {
	return newSentences(o, grammar.French, frenchSalt, "je suis étudiant")
}

func newPortuguese(o Options) (*Task, error) {
	return newSentences(o, grammar.Portuguese, portugueseSalt, "eu sou estudante")
}

func newSentences(o Options, language grammar.Language, salt uint64, example string) (*Task, error) {
	g := grammar.New(language, grammar.Level(o.Level.of(int(grammar.Easy), int(grammar.Medium), int(grammar.Hard))))
	rule := &sentences{grammar: g, salt: salt}
	for _, text := range g.Source() {
		sum := 0
		for _, c := range []byte(text) {
			sum = 31*sum + int(c)
		}
		rule.sums = append(rule.sums, sum)
	}
	return &Task{
		rule:      rule,
		source:    NewVocabulary(token.Words{}, g.Source()),
		target:    NewVocabulary(token.Words{}, g.Target()),
		maxSource: g.Most(),
		maxTarget: g.Most() + 1,
		example:   example,
		ignored:   ".,;:!?",
	}, nil
}

func (t *sentences) draw(r *rand.Rand, p *Pair) {
	p.Source, p.Target = t.grammar.Draw(r, p.Source, p.Target)
	for i := range p.Source {
		p.Source[i] += firstText
	}
	for i := range p.Target {
		p.Target[i] += firstText
	}
}

func (t *sentences) held(p *Pair) bool {
	var room [32]int
	key := room[:0]
	for _, id := range p.Source {
		key = append(key, t.sums[id-firstText])
	}
	return heldOut(t.salt, key)
}
