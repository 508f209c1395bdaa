package corpus

// scan is the grammar of SCAN: commands in a made-up corner of English, and the actions that carry
// them out; "jump twice after turn left" becomes "LTURN JUMP JUMP".
//
// SCAN is by Lake and Baroni, Generalization without systematicity (ICML 2018, arXiv 1711.00350). Its
// grammar, from the supplement of the paper, makes 20 910 commands, each with one meaning:
//
//	C → S and S | S after S | S
//	S → V twice | V thrice | V
//	V → D opposite T | D around T | D T | U
//	D → U | turn        T → left | right        U → walk | look | run | jump
//
// "X after Y" does Y first. "D left" turns left, then acts; "opposite" turns twice; "around" turns and
// acts four times over. To turn is all that "turn" itself does. The actions are called as in the
// paper's examples: LTURN is to turn left.
//
// Commands are numbered, so that none needs to be stored.
type scan struct {
	manners int // of turning that are known: 1, or 3 with opposite and around
}

// The words and the actions, each in the order of their ids. A scan of one manner lacks the last two
// words, and makes 3 570 commands.
const (
	scanWords   = "walk look run jump turn left right twice thrice and after opposite around"
	scanActions = "WALK LOOK RUN JUMP LTURN RTURN"
)

// The ids of words from which others are counted, and of the first turn among the actions. Those of U
// are the ids of their actions, too.
const (
	scanWalk   = firstText
	scanRun    = scanWalk + 2
	scanJump   = scanWalk + 3
	scanTurn   = scanWalk + 4
	scanLeft   = scanTurn + 1
	scanTwice  = scanLeft + 2
	scanAnd    = scanTwice + 2
	scanManner = scanAnd + 2 // opposite

	scanLTurn = scanJump + 1
)

// The manners of a V: how it turns.
const (
	scanPlain = iota
	scanOpposite
	scanAround
	scanStraight = -1 // it does not
)

// clauses is how many S there are.
func (g scan) clauses() int { return 3 * (4 + 5*2*g.manners) }

// commands is how many C there are.
func (g scan) commands() int { return g.clauses() + 2*g.clauses()*g.clauses() }

// say appends command n and its actions to p.
func (g scan) say(p *Pair, n int) {
	s := g.clauses()
	if n < s {
		putClause(&p.Source, n)
		putActions(&p.Target, n)
		return
	}
	n -= s
	first, second, conjunction := n%s, n/s%s, n/s/s
	putClause(&p.Source, first)
	put(&p.Source, scanAnd+conjunction)
	putClause(&p.Source, second)
	if conjunction > 0 { // after
		first, second = second, first
	}
	putActions(&p.Target, first)
	putActions(&p.Target, second)
}

// clause takes S number n apart: the ids of its D and T, how it turns, and how often all of it is done.
func clause(n int) (verb, direction, manner, times int) {
	times = n%3 + 1
	n /= 3
	if n < 4 {
		return scanWalk + n, 0, scanStraight, times
	}
	n -= 4
	return scanWalk + n%5, scanLeft + n/5%2, n / 10, times
}

func putClause(side *[]int, n int) {
	verb, direction, manner, times := clause(n)
	put(side, verb)
	if manner > scanPlain {
		put(side, scanManner+manner-scanOpposite)
	}
	if manner != scanStraight {
		put(side, direction)
	}
	if times > 1 {
		put(side, scanTwice+times-2)
	}
}

func putActions(side *[]int, n int) {
	verb, direction, manner, times := clause(n)
	turn := scanLTurn + direction - scanLeft
	if manner == scanAround {
		times *= 4
	}
	for range times {
		if manner != scanStraight {
			put(side, turn)
		}
		if manner == scanOpposite {
			put(side, turn)
		}
		if verb != scanTurn {
			put(side, verb)
		}
	}
}
