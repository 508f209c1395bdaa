package grammar

import (
	"slices"
	"strings"
	"testing"
)

// fits is which of the four forms a word of the source may be, as bits, by word.
type fits map[int]int

func (f fits) add(l *lexeme) {
	for i, id := range l.own[:4] {
		if id != none {
			f[id] |= 1 << i
		}
	}
}

func (g *Grammar) fits(kind int) fits {
	f := fits{}
	for i := range g.lists[kind] {
		f.add(&g.lists[kind][i])
	}
	return f
}

// TestAgreement reads sentences with nothing in hand but tables of forms: a determiner begins a noun
// phrase, adjectives and one noun belong to it, and one gender and number must fit them all.
func TestAgreement(t *testing.T) {
	for name, language := range both {
		g := New(language, Hard)
		article, noun, adjective := g.fits(determiners), g.fits(nouns), g.fits(adjectives)
		for _, a := range g.lists[adjectives] {
			if id := a.own[open]; id != none {
				adjective[id] = 1
			}
		}
		for text, bits := range map[string]int{"l'": 0b0011, "du": 0b0001, "au": 0b0001, "aux": 0b1100, "cet": 0b0001,
			"no": 0b0001, "na": 0b0010, "neste": 0b0001, "nesta": 0b0010, "do": 0b0001, "da": 0b0010, "deste": 0b0001, "desta": 0b0010,
			"ao": 0b0001, "à": 0b0010, "aos": 0b0100, "às": 0b1000} {
			if id, ok := g.source.number[text]; ok && (text != "à" || !g.french) {
				article[id] = bits
			}
		}
		if g.french { // mon amie
			article[g.source.id("mon")] |= 0b0010
			article[g.source.id("ton")] |= 0b0010
		}
		phrases := 0
		g.draws(20_000, func(source, _ []int) {
			for i := 0; i < len(source); i++ {
				bits, ok := article[source[i]]
				if !ok {
					continue
				}
				seen := false
				first := i
				for i++; i < len(source); i++ {
					word, isNoun := noun[source[i]]
					if !isNoun || seen {
						if word, ok = adjective[source[i]]; !ok {
							break
						}
					} else {
						seen = true
					}
					bits &= word
				}
				if seen {
					phrases++
					if bits == 0 {
						t.Fatalf("%s: nothing fits %q in %q", name, g.source.text(source[first:i]), g.source.text(source))
					}
				}
				i--
			}
		})
		if phrases < 20_000 {
			t.Errorf("%s: only %d noun phrases were found", name, phrases)
		}
	}
}

// TestPersons looks at the verb after a pronoun, and at what is said of the pronoun.
func TestPersons(t *testing.T) {
	for name, language := range both {
		g := New(language, Hard)
		finite := make([]map[int]bool, 6)
		for person := range finite {
			finite[person] = map[int]bool{}
			for _, v := range g.lists[verbs] {
				finite[person][v.own[person]] = true
				if !g.french {
					finite[person][v.own[past+person]] = true
				}
			}
			for _, list := range []int{be, state, going, have} {
				finite[person][g.small(list).own[person]] = true
			}
			delete(finite[person], none)
		}
		skipped := g.small(adverbs).own[:5] // what stands before the verb
		if g.french {
			skipped = []int{g.source.id("ne"), g.source.id("n'")}
		}
		participles := g.fits(adjectives)
		for _, v := range g.lists[verbs] {
			if v.marked("*") && g.french && !v.is("mn") {
				for i, id := range v.own[participle : participle+4] {
					participles[id] |= 1 << i
				}
			}
		}
		found, predicates := 0, 0
		g.draws(20_000, func(source, _ []int) {
			pronoun := slices.Index(g.small(pronouns).own[:8], source[0])
			if g.source.list[source[0]].text == "j'" {
				pronoun = 0
			}
			if pronoun < 0 {
				return
			}
			found++
			person := []int{0, 1, 2, 2, 3, 4, 5, 5}[pronoun]
			rest := source[1:]
			for slices.Contains(skipped, rest[0]) {
				rest = rest[1:]
			}
			if !finite[person][rest[0]] {
				t.Fatalf("%s: %q has a verb of another person", name, g.source.text(source))
			}
			// Of il, elle, nous, ils, elles it is plain what a participle or an adjective has to be.
			wants := []int{0b0011, 0b0011, 0b0001, 0b0010, 0b1100, 0b1111, 0b0100, 0b1000}[pronoun]
			if !g.french {
				wants = []int{0b0011, 0b0011, 0b0001, 0b0010, 0b1100, 0b1100, 0b0100, 0b1000}[pronoun]
			}
			if rest[0] != g.small(be).own[person] && rest[0] != g.small(state).own[person] {
				return
			}
			rest = rest[1:]
			for len(rest) > 0 && slices.Contains(g.small(adverbs).own[:5], rest[0]) {
				rest = rest[1:]
			}
			if bits, ok := participles[rest[0]]; ok {
				predicates++
				if bits&wants == 0 {
					t.Fatalf("%s: in %q the last does not agree with the first", name, g.source.text(source))
				}
			}
		})
		if found < 5000 || predicates < 500 {
			t.Errorf("%s: only %d pronouns and %d predicates were found", name, found, predicates)
		}
	}
}

// TestTwoSubjects looks at what is said of two together: it is feminine if both are, and else masculine.
func TestTwoSubjects(t *testing.T) {
	for name, language := range both {
		g := New(language, Hard)
		noun, said := g.fits(nouns), g.fits(adjectives)
		found := map[int]int{}
		g.draws(60_000, func(source, _ []int) {
			is := slices.IndexFunc(source, func(id int) bool { return id == g.small(be).own[5] || id == g.small(state).own[5] })
			if is < 0 || is+1 >= len(source) || !slices.Contains(source[:is], g.source.id(g.choose("et", "e"))) {
				return
			}
			bits, ok := said[source[is+1]]
			want := 0b1000
			for _, id := range source[:is] {
				if of, ok := noun[id]; ok && of&0b1010 == 0 {
					want = 0b0100
				} else if ok && of&0b0101 != 0 {
					return // it may be either
				}
			}
			if !ok {
				return
			}
			found[want]++
			if bits&want == 0 {
				t.Fatalf("%s: the gender is wrong in %q", name, g.source.text(source))
			}
		})
		if found[0b1000] < 10 || found[0b0100] < 30 {
			t.Errorf("%s: too few were found: %v", name, found)
		}
	}
}

// TestEnglishNumbers looks at the nouns after English words that say how many.
func TestEnglishNumbers(t *testing.T) {
	one, many := map[string]bool{}, map[string]bool{}
	g := New(French, Hard)
	adjective := map[string]bool{}
	for _, n := range g.lists[nouns] {
		one[g.target.list[n.english[0]].text] = true
		if n.english[1] != none {
			many[g.target.list[n.english[1]].text] = true
		}
	}
	for _, a := range g.lists[adjectives] {
		adjective[g.target.list[a.english[0]].text] = true
	}
	looked := 0
	g.draws(20_000, func(_, target []int) {
		words := strings.Fields(g.target.text(target))
		for i, word := range words {
			of := map[string]map[string]bool{"a": one, "an": one, "this": one, "these": many, "some": many, "any": many}[word]
			if of == nil {
				continue
			}
			noun := i + 1
			for adjective[words[noun]] {
				noun++
			}
			looked++
			if !of[words[noun]] {
				t.Errorf("%q has %q before %q", strings.Join(words, " "), word, words[noun])
			}
		}
	})
	if looked < 5000 {
		t.Errorf("only %d were found", looked)
	}
}
