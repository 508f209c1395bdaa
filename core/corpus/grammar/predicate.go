package grammar

// Predicates: the finite verb, in both languages, and what belongs to it.

// manner is an adverb, by its number, or none: plainly.
type manner int

const (
	plainly manner = none
	not     manner = 0
	never   manner = 1
	always  manner = 2
	rarely  manner = 4 // the last
)

// negates reports whether it makes French say "ne", and another article before the object.
func (m manner) negates() bool { return m == not || m == never }

// manner draws one up to most, or mostly plainly. After "que canta" a Portuguese adverb could belong to either
// verb, and is left out.
func (s *speech) manner(a agreement, most manner) manner {
	if a.busy && !s.g.french {
		most = not
	}
	if s.g.level > Easy {
		switch s.r.IntN(5) {
		case 0:
			return not
		case 1:
			return min(manner(s.r.IntN(int(rarely)+1)), most)
		}
	}
	return plainly
}

// tense is what a time goes with, by its mark in the lexicon.
type tense byte

const (
	present     tense = 'p'
	preterite   tense = 'd'
	future      tense = 'f'
	progressive tense = 'n' // only Portuguese verbs have it; states are of this time, too
)

// tense draws one that a verb has.
func (s *speech) tense(v *lexeme) tense {
	if s.g.level == Easy {
		return present
	}
	switch n := s.r.IntN(10); {
	case n < 4:
	case n < 6:
		return preterite
	case n < 8 && v.own[infinitive] != none:
		return future
	case s.g.french:
		return preterite
	case v.own[gerund] != none:
		return progressive
	}
	return present
}

// verb draws a verb of one of these kinds.
func (s *speech) verb(kinds string) *lexeme {
	for {
		if v := s.any(verbs); v.is(kinds) {
			return v
		}
	}
}

// predicate says a verb in a tense.
func (s *speech) predicate(v *lexeme, a agreement, t tense, m manner) {
	switch t {
	case present:
		s.finite(v.own[a.person], m)
		s.englishPresent(v, a, m)
	case preterite:
		s.preterite(v, a, m)
		s.englishVerb(v.english[did], v.english[base], "did", m)
	case future:
		s.finite(s.g.small(going).own[a.person], m)
		s.englishBeing(a, m)
		s.english("going")
		s.english("to")
		s.say(v.own[infinitive], v.english[base])
	default:
		s.be(a, true, m)
		s.say(v.own[gerund], v.english[ing])
	}
}

// be says the verb be, as it is said of states or as it is of the rest.
func (s *speech) be(a agreement, inState bool, m manner) {
	list := be
	if inState {
		list = state
	}
	s.finite(s.g.small(list).own[a.person], m)
	s.englishBeing(a, m)
}

// finite says a finite verb of the language and its adverb: French "ne dort pas", "dort souvent", Portuguese
// "não dorme", "sempre dorme".
func (s *speech) finite(verb int, m manner) {
	adverb := none
	if m != plainly {
		adverb = s.g.small(adverbs).own[m]
	}
	if !s.g.french {
		s.say(adverb, none)
		s.say(verb, none)
		return
	}
	if m.negates() {
		s.own("ne")
	}
	s.say(verb, none)
	s.say(adverb, none)
}

// preterite says the past of the language, in French with the participle, which agrees after être.
func (s *speech) preterite(v *lexeme, a agreement, m manner) {
	if !s.g.french {
		s.finite(v.own[past+a.person], m)
		return
	}
	with, form := have, 0
	if v.marked("*") {
		with, form = be, a.form()
	}
	s.finite(s.g.small(with).own[a.person], m)
	s.say(v.own[participle+form], none)
}

// englishBeing says "is", "is not", "is often".
func (s *speech) englishBeing(a agreement, m manner) {
	s.say(none, s.g.small(be).english[a.person])
	s.englishAdverb(m)
}

// englishPresent says "sleeps", "does not sleep", "often sleeps".
func (s *speech) englishPresent(v *lexeme, a agreement, m manner) {
	if a.person == 2 {
		s.englishVerb(v.english[third], v.english[base], "does", m)
	} else {
		s.englishVerb(v.english[base], v.english[base], "do", m)
	}
}

func (s *speech) englishVerb(verb, base int, do string, m manner) {
	if m == not {
		s.english(do)
		verb = base
	}
	s.englishAdverb(m)
	s.say(none, verb)
}

func (s *speech) englishAdverb(m manner) {
	if m != plainly {
		s.say(none, s.g.small(adverbs).english[m])
	}
}

// complete says what belongs to a verb: its object, where to, to whom.
func (s *speech) complete(v *lexeme, m manner) {
	as := object
	if m.negates() {
		as = negated
	}
	switch {
	case v.is("p"):
		as = place
		fallthrough
	case v.is("ts"):
		s.say(v.with, v.englishWith)
		s.phrase(v.objects, as)
	case v.is("g"):
		s.phrase(v.objects, as)
		s.say(v.with, v.englishWith)
		s.phrase(somebody, place)
	}
}

// where says a place.
func (s *speech) where() {
	in := s.any(places)
	s.all(in)
	s.phrase(in.class, place)
}

// when says a time that goes with a tense.
func (s *speech) when(t tense) {
	time := s.any(times)
	for time.marks[0] != byte(t) {
		time = s.any(times)
	}
	s.all(time)
}
