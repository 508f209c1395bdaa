package corpus

import (
	"regexp"
	"strings"
	"testing"
)

var wrongArticle = regexp.MustCompile(`\ba [aeiou]|\ban [^aeiou]`)

// checkSentence looks only for what goes wrong between words; what they say is tested in package grammar.
func checkSentence(_ *testing.T, level Level, source, target string) bool {
	most := level.of(8, 13, 16)
	return !wrongArticle.MatchString(target) && len(strings.Fields(source)) <= most && len(strings.Fields(target)) <= most
}

// What people type is read: capitals, full stops, apostrophes of any shape.
func TestParseSentences(t *testing.T) {
	for _, c := range []struct{ task, input, want string }{
		{"french", "Je suis étudiant.", "je suis étudiant"},
		{"french", " L’infirmière n'est pas DANS  l'école !", "l' infirmière n' est pas dans l' école"},
		{"portuguese", "Eu sou estudante!", "eu sou estudante"},
		{"scan", "Turn left, and jump.", "turn left and jump"},
	} {
		if strings.Contains(c.want, "'") && !elisions {
			continue
		}
		task := task(t, c.task, Options{})
		ids, err := task.Parse(c.input)
		if got := task.source.text(ids); err != nil || got != c.want {
			t.Errorf("%s: %q became %q, %v", c.task, c.input, got, err)
		}
	}
}

// A sentence that is held out at the easy level is at the others.
func TestLevelsHoldOutTheSameSentences(t *testing.T) {
	for _, name := range []string{"french", "portuguese"} {
		easy, hard := task(t, name, Options{Level: Easy}), task(t, name, Options{Level: Hard})
		for _, p := range easy.HeldOut(300) {
			if q := (Pair{Source: hard.source.parsed(t, easy.source.text(p.Source))}); !hard.held(&q) {
				t.Errorf("%s: %s is held out at the easy level only", name, easy.text(p))
			}
		}
	}
}
