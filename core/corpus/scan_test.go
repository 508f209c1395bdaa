package corpus

import (
	"strings"
	"testing"
)

// The counts are those of the published files: all commands, and the training and test sets of the splits.
func TestPublishedCounts(t *testing.T) {
	g := scan{3}
	seen := map[string]bool{}
	lengths := map[int]int{}
	held := map[string]int{}
	simple, length, jump := task(t, "scan", Options{}), task(t, "scan-length", Options{}), task(t, "scan-jump", Options{})
	easyJump := task(t, "scan-jump", Options{Level: Easy})
	var p Pair
	for n := range g.commands() {
		p.Source, p.Target = p.Source[:0], p.Target[:0]
		g.say(&p, n)
		seen[simple.text(p)] = true
		lengths[len(p.Target)]++
		for name, task := range map[string]*Task{"simple": simple, "length": length, "jump": jump, "few": easyJump} {
			if task.held(&p) {
				held[name]++
			}
		}
	}
	if len(seen) != 20910 || g.commands() != 20910 {
		t.Errorf("%d different commands of %d", len(seen), g.commands())
	}
	for name, want := range map[string]int{"simple": 4182, "length": 3920, "jump": 7706, "few": 7706 - 32} {
		if held[name] != want {
			t.Errorf("%s: %d commands are held out, %d in the published split", name, held[name], want)
		}
	}
	for n, want := range map[int]int{22: 576, 23: 0, 24: 336, 25: 448, 26: 512, 27: 448, 28: 448, 30: 576, 32: 448, 33: 256, 36: 64, 40: 256, 48: 128} {
		if lengths[n] != want {
			t.Errorf("%d commands have %d actions, %d in the published files", lengths[n], n, want)
		}
	}
	if easy := (scan{1}).commands(); easy != 3570 {
		t.Errorf("%d easy commands", easy)
	}
}

// A word that is learnt alone is a tenth of what is drawn, whatever else is.
func TestJumpIsShownOften(t *testing.T) {
	for _, c := range []struct {
		level Level
		want  map[string]int // of 10 000
	}{
		{Easy, map[string]int{"jump": 30}},
		{Medium, map[string]int{"jump": 1000}},
		{Hard, map[string]int{"jump": 1000, "run": 1000}},
	} {
		task := task(t, "scan-jump", Options{Level: c.level})
		r := newRand(27)
		drawn := map[string]int{}
		composed := map[string]bool{}
		used := 0
		for range 20_000 {
			command := task.source.text(task.Draw(r).Source)
			drawn[command]++
			if strings.Contains(command, "jump") {
				used++
				if command != "jump" {
					composed[command] = true
				}
			}
		}
		for command, want := range c.want {
			if got := drawn[command] / 2; got < want*4/5 || got > want*6/5 {
				t.Errorf("%s: %q is drawn %d times in 10 000, want %d", c.level, command, got, want)
			}
		}
		if c.level == Easy && (len(composed) != 32 || used < 1800 || used > 2200) || c.level != Easy && len(composed) > 0 {
			t.Errorf("%s: %d commands with jump in them are drawn, %d times", c.level, len(composed), used)
		}
	}
}

// checkSCAN carries commands out from their text.
func checkSCAN(_ *testing.T, _ Level, source, target string) bool {
	return strings.Join(strings.Fields(actions(source)), " ") == target
}

func actions(command string) string {
	if x, y, ok := strings.Cut(command, " and "); ok {
		return actions(x) + actions(y)
	}
	if x, y, ok := strings.Cut(command, " after "); ok {
		return actions(y) + actions(x)
	}
	if x, ok := strings.CutSuffix(command, " twice"); ok {
		return strings.Repeat(actions(x), 2)
	}
	if x, ok := strings.CutSuffix(command, " thrice"); ok {
		return strings.Repeat(actions(x), 3)
	}
	word := strings.Fields(command)
	act := map[string]string{"walk": "WALK ", "look": "LOOK ", "run": "RUN ", "jump": "JUMP ", "turn": ""}[word[0]]
	if len(word) == 1 {
		return act
	}
	turn := map[string]string{"left": "LTURN ", "right": "RTURN "}[word[len(word)-1]]
	switch word[1] {
	case "opposite":
		return turn + turn + act
	case "around":
		return strings.Repeat(turn+act, 4)
	}
	return turn + act
}
