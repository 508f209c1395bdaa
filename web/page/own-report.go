package page

import (
	"strconv"
	"strings"

	"github.com/vugu/vugu"

	"unroll/core/own"
	"unroll/core/token"
	"unroll/web/say"
	"unroll/web/wire"
)

// OwnReport is what there is to know of a reader's own pairs before training: how many, of what kind, what
// was left out; and the choice of how they are cut.
type OwnReport struct {
	Root *Root
}

// ways are those to cut a text.
func (c *OwnReport) ways() []string { return token.Names() }

// fewHeldOut is how many held-out pairs say something: of thirty, a share is known to within a sixth.
const fewHeldOut = 30

// merges are how many merges pieces can learn.
func (c *OwnReport) merges() (list []string) {
	for _, n := range own.Merges {
		list = append(list, strconv.Itoa(n))
	}
	return list
}

func (c *OwnReport) text() *say.Own { return &c.Root.Text.Page.Own }

func (c *OwnReport) report() *own.Report { return &c.Root.Own.Corpus.Report }

func (c *OwnReport) count(n int) string { return count(c.Root.Text, n) }

func (c *OwnReport) figures() []figure {
	r := c.report()
	return []figure{
		{c.text().Pairs, c.count(r.Pairs)}, {c.text().Training, c.count(r.Training)}, {c.text().HeldOut, c.count(r.HeldOut)},
	}
}

func (c *OwnReport) sides() []*own.Side { return []*own.Side{&c.report().Source, &c.report().Target} }

// row is one thing about sources and targets.
type row struct{ name, source, target string }

func (c *OwnReport) rows() []row {
	t := c.text()
	both := func(name string, of func(*own.Side) string) row {
		return row{name, of(&c.report().Source), of(&c.report().Target)}
	}
	return []row{
		both(t.Direction, func(s *own.Side) string { return say.Named(t.Directions, s.Direction) }),
		both(t.Length, func(s *own.Side) string {
			if s.Shortest == s.Longest {
				return c.count(s.Longest)
			}
			return say.Fill(t.Range, "shortest", c.count(s.Shortest), "longest", c.count(s.Longest), "median", c.count(s.Median))
		}),
		both(t.Vocabulary, func(s *own.Side) string { return c.count(s.Vocabulary) }),
		both(t.Unknown, func(s *own.Side) string { return c.share(s.Unknown, s.HeldOut) }),
		both(t.Spared, func(s *own.Side) string { return c.share(s.Cut, s.Tokens) }),
	}
}

func (c *OwnReport) share(part, whole int) string {
	return percent(c.Root.Text, float64(part)/float64(max(whole, 1)))
}

// lengths is a histogram in words.
func (c *OwnReport) lengths(s *own.Side) string {
	var list []string
	for i, n := range s.Lengths.Counts {
		from, to := i*s.Lengths.Width+1, (i+1)*s.Lengths.Width
		name := c.count(from)
		if to > from {
			name += "–" + c.count(to)
		}
		list = append(list, name+": "+c.count(n))
	}
	return c.text().Lengths + ". " + strings.Join(list, "; ")
}

// histogram is one on a field of 120 by 32. A bar of few texts among many is still seen.
func histogram(h own.Histogram) string {
	const width, height = 120, 32
	most := 1
	for _, n := range h.Counts {
		most = max(most, n)
	}
	d := ""
	for i, n := range h.Counts {
		if n > 0 {
			left, right := i*width/len(h.Counts), (i+1)*width/len(h.Counts)-1
			d += "M" + strconv.Itoa(left) + " 32V" + strconv.Itoa(height-max(n*height/most, 1)) + "H" + strconv.Itoa(right) + "V32z"
		}
	}
	return d
}

// notes say what the files were taken for, and what is peculiar about them.
func (c *OwnReport) notes() []string {
	r, t := c.report(), c.text()
	separator := say.Named(t.Separators, string(r.Separator))
	list := []string{say.Fill(say.Named(t.Formats, string(r.Format)), "separator", separator,
		"source", c.count(r.Columns[0]), "target", c.count(r.Columns[1]))}
	if r.Header {
		list = append(list, t.Header)
	}
	if r.Ignored > 0 {
		list = append(list, say.Fill(t.Ignored, "count", c.count(r.Ignored)))
	}
	if len(r.Encodings) > 0 {
		list = append(list, say.Fill(t.Encoding, "encoding", strings.ToUpper(strings.Join(r.Encodings, ", "))))
	}
	if r.HeldOut < fewHeldOut {
		list = append(list, say.Fill(t.Few, "count", c.count(r.HeldOut)))
	}
	if r.Several > 0 {
		list = append(list, say.Fill(t.Several, "count", c.count(r.Several)))
	}
	return list
}

func (c *OwnReport) left() []string { return leftOut(c.Root.Text, c.report().Left) }

// leftOut says what was left out and where.
func leftOut(text *say.Catalogue, list []own.Left) []string {
	t := &text.Page.Own
	var said []string
	for _, l := range list {
		limit := own.MaxText
		switch l.Cause {
		case own.Surplus:
			limit = own.MaxPairs
		case own.ManyTokens:
			limit = own.MaxTokens
		}
		s := say.Fill(say.Named(t.Causes, string(l.Cause)), "limit", count(text, limit)) + ": " + count(text, l.Count)
		if len(l.Lines) > 0 {
			lines := ""
			for i, n := range l.Lines {
				if i > 0 {
					lines += ", "
				}
				lines += strconv.Itoa(n)
			}
			if len(l.Lines) < l.Count {
				lines += " …"
			}
			s += " (" + say.Fill(t.Lines, "lines", lines) + ")"
		}
		said = append(said, s)
	}
	return said
}

func (c *OwnReport) tokens(name string) string {
	if name == c.report().Advice.Tokens {
		return say.Fill(c.text().Advised, "tokens", say.Named(c.text().Tokens, name))
	}
	return say.Named(c.text().Tokens, name)
}

// advice says why texts should be cut as is advised.
func (c *OwnReport) advice() string {
	a := &c.report().Advice
	share := a.Unknown
	if a.Why == own.NoSpaces {
		share = a.Unspaced
	}
	return say.Fill(say.Named(c.text().Whys, string(a.Why)), "share", percent(c.Root.Text, share))
}

func (c *OwnReport) merged(n string) bool { return n == strconv.Itoa(c.Root.Own.Choice.Merges) }

// HandleMerges has so many merges learnt.
func (c *OwnReport) HandleMerges(event vugu.DOMEvent) {
	if n, err := strconv.Atoi(event.PropString("target", "value")); err == nil {
		c.Root.HandleCut("pieces", n)
	}
}

func pieceClass(p wire.Piece) string {
	if p.Known {
		return "own-piece"
	}
	return "own-piece own-piece-unknown"
}
