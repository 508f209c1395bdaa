package grammar

import "math/rand/v2"

// speech is a sentence and its translation under way.
type speech struct {
	g              *Grammar
	r              *rand.Rand
	source, target []int
}

// say says a word of each language, or of one.
func (s *speech) say(source, target int) {
	s.source = s.g.source.say(s.source, source)
	s.target = s.g.target.say(s.target, target)
}

// english says an English word.
func (s *speech) english(text string) { s.say(none, s.g.target.id(text)) }

// own says a word of the language.
func (s *speech) own(text string) { s.say(s.g.source.id(text), none) }

// all says a preposition or a time.
func (s *speech) all(l *lexeme) {
	for _, id := range l.own {
		s.say(id, none)
	}
	for _, id := range l.english {
		s.say(none, id)
	}
}

// small is the small words of a list.
func (g *Grammar) small(list int) *lexeme { return &g.lists[smalls][list] }

// any draws an entry of a kind.
func (s *speech) any(kind int) *lexeme {
	list := s.g.lists[kind]
	return &list[s.r.IntN(len(list))]
}

// chance is true once in n times.
func (s *speech) chance(n int) bool { return s.r.IntN(n) == 0 }

// sometimes is whether to say more, where the level does.
func (s *speech) sometimes() bool { return s.g.level > Easy && s.chance(3) }
