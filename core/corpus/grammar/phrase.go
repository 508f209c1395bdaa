package grammar

// Noun phrases: a determiner, a noun, its adjectives.

// role is what a noun phrase is for.
type role int

const (
	subject role = iota
	object
	negated // the object of a verb that is negated
	place   // or person that a preposition goes before
)

// The determiners that are asked for by name. All after them are possessive.
const (
	definite = iota
	indefinite
	demonstrative
	possessive
)

// The classes of nouns that are spoken of in a way of their own.
const (
	uncounted = "edx"   // never more than one
	mass      = "ed"    // without an English article
	relatives = "kx"    // never without a possessive
	strangers = "hbl"   // never with one, which would make a wife of the woman
	sites     = "bmlo"  // never more than one to be at
	living    = "phkxa" // only they are "some" as a subject
)

// agreement is what others have to agree with.
type agreement struct {
	class          set
	person         int  // je, tu, il, nous, vous, ils, from 0
	gender, number int  // 1 is feminine, and more than one
	busy           bool // a relative clause already says what it does
}

// form is the place among the forms.
func (a agreement) form() int { return a.gender + 2*a.number }

// phrase says a noun of one of these classes, with its determiner and adjectives.
func (s *speech) phrase(classes set, as role) agreement {
	n := s.noun(classes)
	a := agreement{class: n.class, person: 2}
	if n.own[0] == none || n.own[1] != none && s.chance(2) {
		a.gender = 1
	}
	if !n.class.has(uncounted) && !(as == place && n.class.has(sites)) && s.chance(3) {
		a.number, a.person = 1, 5
	}
	d := s.determiner(n.class, as)
	before, behind := s.adjectives(n.class)

	s.determine(d, as, a, before != nil)
	name := n.own[a.form()]
	if before != nil {
		form := before.own[a.form()]
		if a.form() == 0 && s.g.source.list[name].open && before.own[open] != none {
			form = before.own[open] // un bel hôtel
		}
		s.say(form, before.english[0])
	}
	s.say(name, none)
	if behind != nil {
		s.say(behind.own[a.form()], behind.english[0])
	}
	s.say(s.g.lists[determiners][d].own[after], n.english[a.number])
	return a
}

// noun draws a noun of one of these classes.
func (s *speech) noun(classes set) *lexeme {
	for {
		if n := s.any(nouns); n.class&classes != 0 {
			return n
		}
	}
}

// determiner draws one that goes with a class of nouns.
func (s *speech) determiner(class set, as role) int {
	n := s.r.IntN(6)
	switch {
	case class.has(relatives):
	case class.has(mass):
		if as == subject {
			return definite
		}
		return n % 2
	case n < 2, n < 4 && as == place: // "près de des" is no French
		return definite
	case n < 4 && (as != subject || class.has(living)):
		return indefinite
	case n <= 4, class.has(strangers):
		return demonstrative
	}
	return possessive + s.r.IntN(len(s.g.lists[determiners])-possessive)
}

// determine says a determiner. The indefinite one is the difficult one: French has a partitive, nothing but
// "de" under negation, "de" instead of "des" before an adjective; Portuguese has none under negation
// for more than one, nor for what is not counted; English has "any" under negation for more than one.
func (s *speech) determine(kind int, as role, a agreement, adjective bool) {
	g := s.g
	d := &g.lists[determiners][kind]
	own, english := d.own[a.form()], d.english[a.number]
	if kind == indefinite {
		uncounted := a.class.has(mass)
		many := a.number == 1
		if as == negated && many {
			english = g.target.id("any")
		}
		if uncounted {
			english = none
		}
		switch {
		case g.french && (as == negated || many && adjective):
			own = g.source.id("de")
		case g.french && uncounted:
			s.own("de")
			own = g.lists[determiners][definite].own[a.form()]
		case uncounted, as == negated && many:
			own = none
		}
	}
	s.say(own, english)
}

// adjectives draws the adjectives that stand with a noun of this class: often none, at the most one
// for each place.
func (s *speech) adjectives(class set) (before, behind *lexeme) {
	if s.g.level == Easy {
		return nil, nil
	}
	for range s.r.IntN(2 + int(s.g.level)) {
		a := s.any(adjectives)
		switch {
		case a.marked("!") || a.class&class == 0:
		case a.marked(s.g.choose("<", "(")):
			before = a
		default:
			behind = a
		}
	}
	return before, behind
}
