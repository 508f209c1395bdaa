package trace

// Fate is what became of a node of a beam search's tree.
type Fate string

const (
	Expanded Fate = "expanded" // it was kept, and the next step asked how it goes on
	Pruned   Fate = "pruned"   // others of its step were better
	Finished Fate = "finished" // it was kept and says ⟨end⟩: a whole hypothesis
	Cut      Fate = "cut"      // it was kept, but the steps were used up
	Beaten   Fate = "beaten"   // it was kept, but could not have won any more
)

// Node is a candidate of a beam search: its parent's tokens and one more.
type Node struct {
	Parent  int     // place in Beam.Nodes; −1: this is the root, ⟨start⟩
	Step    int     // at which it was a candidate, from 0; the root's is −1
	Rank    int     // among the candidates of its step, 0 for the best
	Token   Token   // the one more
	LogProb float64 // log p(token | source, the tokens before), natural
	Sum     float64 // Σ of LogProb from the root on; candidates of a step are ranked by it
	Score   float64 // Sum after the length penalty; whole hypotheses are ranked by it
	Fate    Fate
}

// Expansion is one step of a beam search. Its nodes lie side by side, the best first; of those that the
// step did not list, there being too many, nothing is known but that each is worse than the last listed.
type Expansion struct {
	From, To   int // its nodes are Beam.Nodes[From:To]
	Live       int // hypotheses that it asked how they go on
	Considered int // candidates: for each of those, every token of the vocabulary
}

// Beam is a whole beam search as a tree. Its nodes come in the order in which they were found, so that
// a parent stands before its children and the tree as it was after some steps is a head of Nodes; only
// fates look further.
type Beam struct {
	Width    int         // hypotheses that a step keeps
	Penalty  float64     // α of the length penalty; 0 is none
	Limit    int         // the most steps
	Nodes    []Node      // the root, then each step's
	Steps    []Expansion // those taken
	Finished []int       // the nodes of every whole hypothesis, the best first
	Best     []int       // the nodes of the hypotheses that were asked for, the best first
	Stopped  string      // why there are no more steps: "decided" (no other could win), "empty" (all had ended), "limit"
}

// Path is the way to a node: the nodes from the root's child down to itself. That of the root is empty.
func (b *Beam) Path(node int) []int {
	path := make([]int, b.Nodes[node].Step+1)
	for i := len(path) - 1; i >= 0; i-- {
		path[i], node = node, b.Nodes[node].Parent
	}
	return path
}
