package corpus

import (
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// dictionary is the delivered words, read by other means than the task's.
var dictionary = sync.OnceValue(func() map[string]string {
	text, err := os.ReadFile("../../static/" + soundsFile)
	if err != nil {
		return nil
	}
	text = regexp.MustCompile(`(?m)^#.*`).ReplaceAll(text, nil)
	said := map[string]string{}
	for _, m := range regexp.MustCompile(`(?m)(?:^|, )([a-z]+)((?: [A-Z]+)+)`).FindAllStringSubmatch(string(text), -1) {
		said[m[1]] = strings.TrimSpace(m[2])
	}
	return said
})

func checkSounds(_ *testing.T, level Level, source, target string) bool {
	return len(source) <= level.of(5, 8, 99) && dictionary()[source] == target
}

func TestSoundsAreComplete(t *testing.T) {
	for _, level := range levels {
		l := task(t, "sounds", Options{Level: level}).rule.(*list)
		want := 0
		for word := range dictionary() {
			if len(word) <= level.of(5, 8, 99) {
				want++
			}
		}
		n, held := len(l.training)+len(l.heldOut), float64(len(l.heldOut))
		if n != want || want < 2000 {
			t.Errorf("%s: %d words, the file has %d", level, n, want)
		}
		if share := held / float64(n); share < 1./20 || share > 1./13 {
			t.Errorf("%s: %.4f of the words are held out", level, share)
		}
	}
}

// Of a line, either all words are held out or none.
func TestFamiliesAreHeldOutTogether(t *testing.T) {
	task := task(t, "sounds", Options{Level: Hard})
	held := map[string]bool{}
	for _, p := range task.HeldOut(99_999) {
		held[task.source.text(p.Source)] = true
	}
	text, err := os.ReadFile("../../static/" + soundsFile)
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		family := strings.Split(line, ", ")
		first, _, _ := strings.Cut(family[0], " ")
		for _, said := range family {
			if word, _, _ := strings.Cut(said, " "); held[word] != held[first] {
				t.Errorf("of %s and %s one is held out", first, word)
			}
		}
	}
}

func TestSoundsRefusesDamage(t *testing.T) {
	const good = "phone F OW N, phones F OW N Z\n"
	for _, c := range []struct{ data, want string }{
		{"", "static/corpora/sounds.txt"},
		{"# nothing\n\n", "too few"},
		{good, "too few"},
		{"# head\n" + good + "walk\n", `line 3 of the words of sounds has "walk", which should be a word and its phonemes`},
		{good + "walk W AO K,, walks W AO K S\n", `line 2 of the words of sounds has "", which should be`},
		{good + "walk W OA K\n", `line 2 of the words of sounds has "walk W OA K", and "OA" is no phoneme`},
		{good + "walk W AO1 K\n", `"AO1" is no phoneme`},
		{good + "walk ⟨pad⟩\n", `"⟨pad⟩" is no phoneme`},
		{good + "Walk W AO K\n", `"Walk W AO K", whose word is not all small letters`},
		{good + "wa\xffk W AO K\n", `line 2 of the words of sounds has "wa\xffk W AO K", whose word`},
		{good + "phone F OW N\n", `line 2 of the words of sounds has "phone F OW N", which has been there before`},
		{good + strings.Repeat("w", 33) + " W\n", "more than 32 letters"},
		{good + "walk" + strings.Repeat(" W", 33) + "\n", "more than 32 letters"},
		{good + "\x00\x01\x02", "line 2"},
	} {
		_, err := New("sounds", Options{Data: []byte(c.data)})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("the error for %q is %v, want %q in it", c.data, err, c.want)
		}
	}
	if _, err := New("sounds", Options{Data: []byte(good + "\r\n#\r\nwalk W AO K\r\n")}); err != nil {
		t.Errorf("the ends of lines as Windows has them: %v", err)
	}
}

// Whatever the file, New gives a task that can be drawn from, or an error with a line in it.
func FuzzSounds(f *testing.F) {
	for _, seed := range []string{"", "phone F OW N\nwalk W AO K, walks W AO K S\n", "# a\r\n\r\nphone F OW N", "a AH, b", "phone\tF", ",", "a AH\na AH", "⟨pad⟩ ⟨pad⟩"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		task, err := New("sounds", Options{Data: data})
		if err != nil {
			if message := err.Error(); len(data) > 0 && !strings.Contains(message, "line ") && !strings.Contains(message, "too few") {
				t.Errorf("the error does not say where: %v", err)
			}
			return
		}
		r := newRand(28)
		for _, p := range append(task.HeldOut(10), task.Draw(r)) {
			if len(p.Source) < 1 || len(p.Source) > task.MaxSource() || len(p.Target) < 1 || len(p.Target)+1 > task.MaxTarget() {
				t.Errorf("%s does not fit", task.text(p))
			}
		}
	})
}
