package corpus

import (
	"math/rand/v2"
	"strings"

	"unroll/core/token"
)

// The three tasks upon SCAN's commands. They say the same and hold out something else, and in that
// lies the paper's point: a model that does well on commands like those it has learnt from may fail at
// what any person would know who has understood them. Tokens are words.

// newSCAN is the task of a grammar's commands with the rule that holds some of them out.
func newSCAN(g scan, r rule, example string) *Task {
	words := strings.Fields(scanWords)
	longest := "walk around left thrice and walk around left thrice"
	actions := 2 * 3 * 4 * 2
	if g.manners == 1 {
		words = words[:len(words)-2]
		longest = "walk left thrice and walk left thrice"
		actions = 2 * 3 * 2
	}
	return &Task{
		rule:      r,
		source:    NewVocabulary(token.Words{}, words),
		target:    NewVocabulary(token.Words{}, strings.Fields(scanActions)),
		maxSource: len(strings.Fields(longest)),
		maxTarget: actions + 1,
		example:   example,
		ignored:   ".,!",
	}
}

func (g scan) draw(r *rand.Rand, p *Pair) { g.say(p, r.IntN(g.commands())) }

// scanSimple is the task scan: what is held out is like what is learnt. Models do well.
//
//	easy    commands without opposite and around; one in five is held out
//	medium  all commands; 4 182 are held out, one in five, as many as in the published split
//	hard    all commands; one in 25 is learnt from, as in the smaller of the published variations, and
//	        the rest is held out
type scanSimple struct {
	scan
	hard bool
}

// scanSalt holds the example and exactly 4 182 commands out.
const scanSalt = 1152

func newScan(o Options) (*Task, error) {
	g := scan{o.Level.of(1, 3, 3)}
	return newSCAN(g, scanSimple{g, o.Level == Hard}, "jump twice after turn left"), nil
}

// held holds out at the hard level whatever is held out at the others.
func (t scanSimple) held(p *Pair) bool {
	n := hash(scanSalt, p.Source)
	if t.hard {
		return n%25 != 1
	}
	return n%5 == 0
}

// scanLength is the task scan-length: what is learnt is short, what is held out is long. Of actions that
// models have never strung together so many of, they stop too early or lose count.
//
//	easy    more than 30 actions are held out
//	medium  more than 22, the published split: 16 990 commands to learn from, 3 920 held out
//	hard    more than 16
type scanLength struct {
	scan
	longest int // that is learnt from, in actions
}

func newScanLength(o Options) (*Task, error) {
	g := scan{3}
	return newSCAN(g, scanLength{g, o.Level.of(30, 22, 16)}, "run around left thrice and look around right"), nil
}

func (t scanLength) held(p *Pair) bool { return len(p.Target) > t.longest }

// scanAlone is the task scan-jump: of jump, a model learns the command "jump" and nothing else, often;
// and it learns all commands in which there is no jump. Whatever else can be done with jumping is held
// out. To know one verb in all its uses and not to see that another is used alike is what the paper
// calls generalization without systematicity.
//
//	easy    32 of the held-out commands are learnt from as well, as in a published variation
//	medium  the published split: 13 203 commands without jump; jump, shown so often that it is one in
//	        ten of all; 7 706 held out
//	hard    the same of jump and of run, each one in ten
type scanAlone struct {
	scan
	alone []int // the ids of the words that are learnt alone
	shown []int // the commands that are drawn more often than others, by number
	extra int   // how often more, all of them together
	few   bool  // 32 others are among them
}

// scanFewSalt lets exactly 32 commands be shown of the 7 706.
const (
	scanFewSalt = 17
	scanFew     = 240
)

func newScanJump(o Options) (*Task, error) {
	// jump and run are the commands 9 and 6, since each S is there once, twice, thrice.
	g := scan{3}
	t := scanAlone{scan: g, alone: []int{scanJump}, shown: []int{3 * (scanJump - scanWalk)}}
	often := 1467
	switch o.Level {
	case Easy:
		t.few = true
		often = 44
		var p Pair
		for n := range g.commands() {
			p.Source, p.Target = p.Source[:0], p.Target[:0]
			if g.say(&p, n); len(p.Source) > 1 && t.uses(&p) && !t.held(&p) {
				t.shown = append(t.shown, n)
			}
		}
	case Hard:
		t.alone = append(t.alone, scanRun)
		t.shown = append(t.shown, 3*(scanRun-scanWalk))
		often = 907
	}
	t.extra = len(t.shown) * (often - 1) // once they are drawn like all others
	return newSCAN(g, t, "jump around left"), nil
}

func (t scanAlone) draw(r *rand.Rand, p *Pair) {
	n := r.IntN(t.commands() + t.extra)
	if n >= t.commands() {
		n = t.shown[n%len(t.shown)]
	}
	t.say(p, n)
}

func (t scanAlone) held(p *Pair) bool {
	return len(p.Source) > 1 && t.uses(p) && !(t.few && hash(scanFewSalt, p.Source)%scanFew == 0)
}

// uses reports whether a command has one of the words that are learnt alone.
func (t scanAlone) uses(p *Pair) bool {
	for _, id := range p.Source {
		for _, alone := range t.alone {
			if id == alone {
				return true
			}
		}
	}
	return false
}
