package corpus

import (
	"math/rand/v2"
	"strings"

	"unroll/core/token"
)

// The three tasks upon SCAN's commands. They say the same and hold out something else, and in that
// lies the paper's point: a model that does well on commands like those it has learnt from may fail at
// what any person would know who has understood them. Commands are drawn uniformly; tokens are words.

// scanSplit is the commands of a grammar, some of which are held out, and some drawn more often than others.
type scanSplit struct {
	scan
	shown []int              // commands that are drawn more often than others, by number
	extra int                // how often more, all of them together
	holds func(p *Pair) bool // out
}

// newSCAN is the task of a grammar's commands.
func newSCAN(t *scanSplit, example string) *Task {
	words := strings.Fields(scanWords)
	longest, actions := 9, 2*3*4*2 // walk around left thrice and walk around left thrice
	if t.manners == 1 {
		words = words[:len(words)-2]
		longest, actions = 7, 2*3*2 // walk left thrice and walk left thrice
	}
	return &Task{
		rule:      t,
		source:    NewVocabulary(token.Words{}, words),
		target:    NewVocabulary(token.Words{}, strings.Fields(scanActions)),
		maxSource: longest,
		maxTarget: actions + 1,
		example:   example,
		ignored:   ".,!",
	}
}

func (t *scanSplit) draw(r *rand.Rand, p *Pair) {
	n := r.IntN(t.commands() + t.extra)
	if n >= t.commands() {
		n = t.shown[n%len(t.shown)]
	}
	t.say(p, n)
}

func (t *scanSplit) held(p *Pair) bool { return t.holds(p) }

// scanSalt holds the example of scan and exactly 4 182 commands out.
const scanSalt = 1152

// newScan is the task scan: what is held out is like what is learnt, and models do well.
//
//	easy    commands without opposite and around; one in five is held out
//	medium  all commands; 4 182 are held out, one in five, as many as in the published split
//	hard    all commands; one in 25 is learnt from, as in a smaller one of the published variations, and
//	        all others are held out
//
// Whatever is held out at medium is at the other levels, too.
func newScan(o Options) (*Task, error) {
	return newSCAN(&scanSplit{
		scan: scan{o.Level.of(1, 3, 3)},
		holds: func(p *Pair) bool {
			n := hash(scanSalt, p.Source)
			if o.Level == Hard {
				return n%25 != 1
			}
			return n%5 == 0
		},
	}, "jump twice after turn left"), nil
}

// newScanLength is the task scan-length: what is learnt is short, what is held out is long. Of more actions
// than they have ever strung together models lose count, or they stop too early.
//
//	easy    more than 30 actions are held out
//	medium  more than 22, the published split: 16 990 commands to learn from, 3 920 held out
//	hard    more than 16
func newScanLength(o Options) (*Task, error) {
	longest := o.Level.of(30, 22, 16)
	return newSCAN(&scanSplit{
		scan:  scan{3},
		holds: func(p *Pair) bool { return len(p.Target) > longest },
	}, "run around left thrice and look around right"), nil
}

// The easy level of scan-jump shows the commands whose hash is a multiple of scanFew; with this salt they
// are exactly 32.
const (
	scanFew     = 240
	scanFewSalt = 17
)

// newScanJump is the task scan-jump: of jump, a model learns the command "jump" and nothing else, often; and
// it learns all commands in which there is no jump. Whatever else can be done with jumping is held
// out. To know all uses of one verb and not to see that another is used alike is what the paper calls
// generalization without systematicity.
//
//	easy    32 of the held-out commands are learnt from as well, and as often as jump; together they are
//	        one in ten of what is drawn, as in a published variation
//	medium  the published split: 13 203 commands without jump; jump, shown so often that it is one in
//	        ten of all; 7 706 held out
//	hard    the same of jump and of run, each one in ten
func newScanJump(o Options) (*Task, error) {
	alone, often := []int{scanJump}, o.Level.of(44, 1467, 907)
	if o.Level == Hard {
		alone = append(alone, scanRun)
	}
	t := &scanSplit{scan: scan{3}}
	t.holds = func(p *Pair) bool {
		return len(p.Source) > 1 && uses(p, alone) && !(o.Level == Easy && hash(scanFewSalt, p.Source)%scanFew == 0)
	}
	// Shown are the commands that have a word of these and are not held out. Among all others they are drawn
	// once.
	var p Pair
	for n := range t.commands() {
		p.Source, p.Target = p.Source[:0], p.Target[:0]
		if t.say(&p, n); uses(&p, alone) && !t.holds(&p) {
			t.shown = append(t.shown, n)
		}
	}
	t.extra = len(t.shown) * (often - 1)
	return newSCAN(t, "jump around left"), nil
}

// uses reports whether a command has one of these words.
func uses(p *Pair, words []int) bool {
	for _, id := range p.Source {
		for _, word := range words {
			if id == word {
				return true
			}
		}
	}
	return false
}
