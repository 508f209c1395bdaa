package page

import (
	"strconv"

	"unroll/core/corpus"
	"unroll/core/trace"
	"unroll/web/say"
)

// BeamTree draws a beam search: a column for each step, in it the candidates, the best first, and from
// each a line to what it goes on from.
type BeamTree struct {
	Text *say.Catalogue
	Tree *trace.Beam
}

// The drawing's measures.
const (
	treePitch, treeRow    = 104, 40 // from one node to the next, to the right and down
	treeWidth, treeHeight = 78, 32  // of a node
	treeMargin            = 2
	treeTokens            = 8 // characters of a token that have room
)

// treeNode is a node as it is drawn.
type treeNode struct {
	Class         string
	At            string // of its corner, as a transform
	Token, Number string
	Words         string // all that there is to say of it
	From          string // the line to its parent, as a path
}

func (c *BeamTree) nodes() []treeNode {
	best := map[int]bool{}
	for _, at := range c.Tree.Best[:min(1, len(c.Tree.Best))] {
		for _, node := range c.Tree.Path(at) {
			best[node] = true
		}
	}
	var list []treeNode
	for i := 1; i < len(c.Tree.Nodes); i++ {
		n := &c.Tree.Nodes[i]
		x, y := treeMargin+treePitch*n.Step, treeMargin+treeRow*n.Rank
		shown := n.Sum
		if n.Token.ID == corpus.End {
			shown = n.Score
		}
		node := treeNode{
			Class:  "beam-tree-" + string(n.Fate),
			At:     "translate(" + strconv.Itoa(x) + " " + strconv.Itoa(y) + ")",
			Token:  clipTo(visible(n.Token.Text), treeTokens),
			Number: number(c.Text, shown, 2),
			Words:  c.words(i),
		}
		if best[i] {
			node.Class += " beam-tree-best"
		}
		if parent := &c.Tree.Nodes[n.Parent]; n.Parent > 0 {
			fromY := treeRow * (parent.Rank - n.Rank)
			const middle = treeHeight / 2
			left := treeWidth - treePitch
			node.From = "M0 " + strconv.Itoa(middle) + "C" + strconv.Itoa(left/2) + " " + strconv.Itoa(middle) + " " +
				strconv.Itoa(left/2) + " " + strconv.Itoa(fromY+middle) + " " + strconv.Itoa(left) + " " + strconv.Itoa(fromY+middle)
		}
		list = append(list, node)
	}
	return list
}

// words is a node as a sentence.
func (c *BeamTree) words(i int) string {
	n := &c.Tree.Nodes[i]
	text := ""
	for _, at := range c.Tree.Path(i) {
		text += " " + visible(c.Tree.Nodes[at].Token.Text)
	}
	s := &c.Text.Page.Speech
	return say.Fill(s.Node, "text", text[1:], "log", number(c.Text, n.LogProb, 3), "sum", number(c.Text, n.Sum, 3),
		"score", number(c.Text, n.Score, 3), "fate", say.Find(s.Fates, string(n.Fate)).Part(1))
}

func (c *BeamTree) name() string {
	return say.Fill(c.Text.Page.Speech.Tree, "width", count(c.Text, c.Tree.Width), "steps", count(c.Text, len(c.Tree.Steps)))
}

// size is how wide and high the drawing is.
func (c *BeamTree) size() (width, height string) {
	deepest := 0
	for _, n := range c.Tree.Nodes {
		deepest = max(deepest, n.Rank)
	}
	return strconv.Itoa(2*treeMargin + treePitch*(len(c.Tree.Steps)-1) + treeWidth),
		strconv.Itoa(2*treeMargin + treeRow*deepest + treeHeight)
}

func (c *BeamTree) nodeWidth() string  { return strconv.Itoa(treeWidth) }
func (c *BeamTree) nodeHeight() string { return strconv.Itoa(treeHeight) }
func (c *BeamTree) middle() string     { return strconv.Itoa(treeWidth / 2) }

func (c *BeamTree) width() string  { w, _ := c.size(); return w }
func (c *BeamTree) height() string { _, h := c.size(); return h }
