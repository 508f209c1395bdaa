package corpus

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

func TestPigLatin(t *testing.T) {
	for word, want := range map[string]string{
		"apple": "appleway", "string": "ingstray", "square": "aresquay", "queen": "eenquay", "yellow": "ellowyay",
		"rhythm": "ythmrhay", "my": "ymay", "school": "oolschay", "eye": "eyeway", "unroll": "unrollway",
	} {
		var letters, becomes []int
		putLetters(&letters, word)
		putPigLatin(&becomes, letters)
		if got := characters(alphabet).text(becomes); got != want {
			t.Errorf("%s becomes %s, want %s", word, got, want)
		}
	}
}

// Words never run out: most of those made up are drawn once.
func TestPigWordsAreNew(t *testing.T) {
	task := task(t, "piglatin", Options{})
	known := strings.Fields(pigWords)
	r := newRand(25)
	seen := map[string]int{}
	made := 0
	for range 20_000 {
		word := task.source.text(task.Draw(r).Source)
		if !slices.Contains(known, word) {
			made++
			seen[word]++
		}
	}
	if made < 9_500 || made > 10_500 || len(seen) < 7_500 {
		t.Errorf("of 20 000 words %d are made up, %d different ones", made, len(seen))
	}
}

// A held-out phrase has a word that is in no phrase that is drawn.
func TestPigPhrasesHoldWordsOut(t *testing.T) {
	task := task(t, "piglatin", Options{Level: Hard})
	drawn := map[string]bool{}
	r := newRand(26)
	for range 20_000 {
		for _, word := range strings.Fields(task.source.text(task.Draw(r).Source)) {
			drawn[word] = true
		}
	}
	for _, p := range task.HeldOut(1000) {
		if !slices.ContainsFunc(strings.Fields(task.source.text(p.Source)), func(word string) bool { return !drawn[word] }) {
			t.Errorf("all words of %s are drawn", task.text(p))
		}
	}
}

var pigParts = regexp.MustCompile(`^(y?(?:qu|[^aeiouyq])*)([a-z]+)$`)

func checkPigLatin(_ *testing.T, level Level, source, target string) bool {
	words := strings.Split(source, " ")
	for i, word := range words {
		part := pigParts.FindStringSubmatch(word)
		if part == nil || len(word) > level.of(6, 10, 8) {
			return false
		}
		words[i] = part[2] + part[1] + "ay"
		if part[1] == "" {
			words[i] = word + "way"
		}
	}
	return (len(words) == 1) == (level != Hard) && len(words) <= 3 && strings.Join(words, " ") == target
}
