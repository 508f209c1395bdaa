package grammar

// Sentences: who or what, then what is said of it.

// The classes of nouns that sentences ask for.
var (
	everything = setOf(classes)
	somebody   = setOf("P")
	student    = setOf("p")
	animals    = setOf("a")
	movable    = setOf("Patrc")
)

// sentence says that somebody or something is so, or does so.
func (s *speech) sentence() {
	if s.chance(3) {
		s.being()
	} else {
		s.doing()
	}
}

// being says what somebody or something is: a student, in the garden, tired.
func (s *speech) being() {
	switch s.r.IntN(3) {
	case 0:
		a := s.subject(somebody &^ student)
		s.be(a, false, s.manner(a, not))
		if a.number == 0 {
			s.english("a")
		}
		n := s.noun(student)
		s.say(n.own[a.form()], n.english[a.number])
	case 1:
		a := s.subject(movable)
		s.be(a, true, s.manner(a, always))
		s.where()
	default:
		a := s.subject(everything)
		is := s.any(adjectives)
		for a.class&^is.class != 0 {
			is = s.any(adjectives)
		}
		inState, m := is.marked("="), s.manner(a, always)
		s.be(a, inState, m)
		s.say(is.own[a.form()], is.english[0])
		if inState && m <= not && s.sometimes() {
			s.when(progressive)
		}
	}
}

// doing says what somebody does, did, is doing or is going to do.
func (s *speech) doing() {
	v := s.verb("ilstpgmn")
	a := s.subject(v.class)
	if v.is("mn") {
		s.wanting(v, a)
		return
	}
	t, m := s.tense(v), s.manner(a, rarely)
	// Many a past of nós is its present, too. Then the time tells which of them it is.
	timed := t == preterite && !s.g.french && v.own[past+a.person] == v.own[a.person]
	if timed || t == future || t == progressive {
		m = min(m, not)
	}
	s.predicate(v, a, t, m)
	s.complete(v, m)
	// At the easy level, where nothing else comes with such a verb, "je dors" must not be all that is
	// said of "dors": it could be held out.
	if v.is("ist") && s.sometimes() || v.is("i") && s.g.level == Easy && s.chance(2) {
		s.where()
	}
	if timed || m <= not && !(t == present && v.is("s")) && s.sometimes() {
		s.when(t)
	}
}

// wanting says what somebody wants to do, likes to do, can do, must do.
func (s *speech) wanting(modal *lexeme, a agreement) {
	m := s.manner(a, not)
	s.finite(modal.own[a.person], m)
	switch {
	case modal.is("m"):
		s.englishPresent(modal, a, m)
	case m == not && modal.english[base] == s.g.target.id("can"):
		s.english("cannot")
	default:
		s.say(none, modal.english[base])
		if m == not {
			s.english("not")
		}
	}
	s.say(modal.with, modal.englishWith)
	v := s.verb("ilstpg")
	for v.own[infinitive] == none {
		v = s.verb("ilstpg")
	}
	s.say(v.own[infinitive], v.english[base])
	s.complete(v, m)
	if v.is("ist") && s.sometimes() {
		s.where()
	}
}

// subject says a pronoun, or a noun of one of these classes and what belongs to it.
func (s *speech) subject(classes set) agreement {
	if classes&somebody != 0 && s.chance(2) {
		return s.pronoun()
	}
	a := s.phrase(classes, subject)
	if s.g.level < Hard || a.class&(somebody|animals) == 0 {
		return a
	}
	switch s.r.IntN(6) {
	case 0: // and somebody else
		s.own(s.g.choose("et", "e"))
		s.english("and")
		others := a.class & animals
		if others == 0 {
			others = classes & somebody
		}
		b := s.phrase(others, subject)
		a = agreement{class: a.class | b.class, person: 5, gender: a.gender & b.gender, number: 1}
	case 1: // who does something
		if a.class&somebody != 0 {
			s.own(s.g.choose("qui", "que"))
			s.english("who")
			v := s.verb("il")
			s.predicate(v, a, present, plainly)
			a.busy = true
		}
	}
	return a
}

// pronoun says one of je, tu, il, elle, nous, vous, ils, elles, or of eu, você …
func (s *speech) pronoun() agreement {
	n := s.r.IntN(8)
	all := s.g.small(pronouns)
	s.say(all.own[n], all.english[n])
	a := agreement{class: setOf("h"), person: [...]int{0, 1, 2, 2, 3, 4, 5, 5}[n]}
	if n%4 < 2 { // anybody
		a.gender = s.r.IntN(2)
	} else {
		a.gender = n % 2
	}
	if a.person >= 3 {
		a.number = 1
	}
	if a.person == 4 && s.g.french { // vous may be one
		a.number = s.r.IntN(2)
	}
	return a
}
