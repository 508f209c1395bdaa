package grammar

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
)

var both = map[string]Language{"french": French, "portuguese": Portuguese}

func (w *words) text(ids []int) string {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = w.list[id].text
	}
	return strings.Join(texts, " ")
}

// draws calls f for so many sentences.
func (g *Grammar) draws(n int, f func(source, target []int)) {
	r := rand.New(rand.NewPCG(1, 2))
	var source, target []int
	for range n {
		source, target = g.Draw(r, source, target)
		f(source, target)
	}
}

// There are very many sentences, and none has two translations. Among them are these, translated by hand.
func TestOneTranslation(t *testing.T) {
	known := map[string]map[string]string{
		"french": {
			"je suis étudiant":          "i am a student",
			"il n' est pas étudiant":    "he is not a student",
			"elles sont heureuses":      "they are happy",
			"elle est tombée":           "she fell",
			"ils sont tombés":           "they fell",
			"je n' ai pas dormi":        "i did not sleep",
			"nous allons travailler":    "we are going to work",
			"il ne tombe jamais":        "he never falls",
			"vous dansez souvent":       "you often dance",
			"elle ne dort pas":          "she does not sleep",
			"tu as chanté hier":         "you sang yesterday",
			"je bois de l' eau":         "i drink water",
			"elles ont nagé":            "they swam",
			"je vais nager demain":      "i am going to swim tomorrow",
			"il est fatigué maintenant": "he is tired now",
		},
		"portuguese": {
			"eu sou estudante":            "i am a student",
			"ela não é estudante":         "she is not a student",
			"elas estão felizes":          "they are happy",
			"ela caiu":                    "she fell",
			"eu não dormi":                "i did not sleep",
			"nós vamos trabalhar":         "we are going to work",
			"ele nunca corre":             "he never runs",
			"vocês frequentemente dançam": "you often dance",
			"ela está dançando":           "she is dancing",
			"eles não estão correndo":     "they are not running",
			"você cantou ontem":           "you sang yesterday",
			"nós dançamos ontem":          "we danced yesterday",
			"nós dançamos":                "we dance",
			"eu bebo água":                "i drink water",
			"ele está cansado agora":      "he is tired now",
		},
	}
	for name, language := range both {
		for _, level := range []Level{Easy, Medium, Hard} {
			g := New(language, level)
			n := map[Level]int{Easy: 20_000, Medium: 150_000, Hard: 100_000}[level]
			translation := make(map[string]string, n)
			g.draws(n, func(source, target []int) {
				s, t2 := g.source.text(source), g.target.text(target)
				if other, ok := translation[s]; ok && other != t2 {
					t.Errorf("%s: %q is %q and %q", name, s, t2, other)
				}
				translation[s] = t2
			})
			if least := map[Level]int{Easy: 10_000, Medium: 100_000, Hard: 75_000}[level]; len(translation) < least {
				t.Errorf("%s, level %d: %d draws gave only %d sentences", name, level, n, len(translation))
			}
			if level == Medium {
				for s, want := range known[name] {
					if got := translation[s]; got != want {
						t.Errorf("%s: %q is %q, want %q", name, s, got, want)
					}
				}
			}
		}
	}
}

// What must never stand side by side, and what must stand together.
func TestWordsMeet(t *testing.T) {
	never := map[string]*regexp.Regexp{
		"french": regexp.MustCompile(`\b(je|ne|de|le|la|ce|ma|ta|du|au|beau|nouveau) [aeiouhéèêâîôœ]` +
			`|(^| )(j'|n'|d'|l'|cet|bel|nouvel|vieil) [^aeiouhéèêâîôœ]` +
			`|\b(de|à) les?\b|\bdes (petite?s|grande?s|vieux|vieilles|jeunes|bon(ne)?s|belles|nouvelles)\b`),
		"portuguese": regexp.MustCompile(`\b(de|em|a) (o|a|os|as)\b|\b(de|em) est[ea]s?\b`),
	}
	english := regexp.MustCompile(`\ba [aeiou]|\ban [^aeiou]|\bi (is|are|does)\b|\b(he|she) (am|are|do)\b|\b(we|you|they) (is|am|does)\b|\bthe the\b`)
	negation, negated := regexp.MustCompile(`(^| )(ne|n'|não|nunca) `), regexp.MustCompile(`\b(not|never|cannot)\b`)
	answered := regexp.MustCompile(`(^| )(pas|jamais)( |$)`)
	for name, language := range both {
		g := New(language, Hard)
		g.draws(20_000, func(source, target []int) {
			s, e := g.source.text(source), g.target.text(target)
			if never[name].MatchString(s) {
				t.Errorf("%s: %q has %q in it", name, s, never[name].FindString(s))
			}
			if english.MatchString(e) {
				t.Errorf("%q has %q in it", e, english.FindString(e))
			}
			if no := negation.MatchString(s); no != negated.MatchString(e) || no != answered.MatchString(s) && g.french {
				t.Errorf("%q and %q do not negate alike", s, e)
			}
		})
	}
}
