package measure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tokenisation is how BLEU cuts a text, one of sacreBLEU's own ways. Scores under different ones
// cannot be compared.
type Tokenisation uint8

const (
	// Tokenise13a cuts words and punctuation apart as mteval-v13a.pl of NIST does: sentences of a
	// language that writes spaces.
	Tokenise13a Tokenisation = iota
	// TokeniseChar makes a token of each code point that is not white space: tasks on characters.
	TokeniseChar
	// TokeniseNone cuts at white space alone: texts that are tokens already, such as phonemes or
	// SCAN's actions, whose underscores 13a would cut at.
	TokeniseNone
)

var tokenisations = [...]string{Tokenise13a: "13a", TokeniseChar: "char", TokeniseNone: "none"}

// String is sacreBLEU's name for it.
func (t Tokenisation) String() string { return tokenisations[t] }

// CorpusSignature says in sacreBLEU's own notation how Overlap.Corpus counts. The version is that of
// sacreBLEU whose definition is followed, with a label that says who followed it: this package, as
// PEP 440 would have it of a compatible version that is not the original.
func (t Tokenisation) CorpusSignature() string { return t.signature("no") }

// SentenceSignature says the same of Overlap.Sentence.
func (t Tokenisation) SentenceSignature() string { return t.signature("yes") }

func (t Tokenisation) signature(effective string) string {
	return "nrefs:1|case:mixed|eff:" + effective + "|tok:" + t.String() + "|smooth:exp|version:2.6.0+unroll"
}

// cutter cuts texts into tokens and gives each a number, equal ones the same.
type cutter struct {
	ids map[string]uint32
}

// remembered is how many tokens a cutter keeps the numbers of. Those of a held-out set are fewer, so
// that they are numbered once; but a model may say anything.
const remembered = 1 << 16

// forget lets go of the numbers where there are too many. Those given before are then void.
func (c *cutter) forget() {
	if len(c.ids) > remembered {
		clear(c.ids)
	}
}

// cut appends the numbers of the text's tokens to ids. The text is UTF-8.
func (c *cutter) cut(ids []uint32, by Tokenisation, text string) []uint32 {
	switch by {
	case Tokenise13a:
		text = plain(text)
	case TokeniseChar:
		for _, r := range text {
			if !space(r) {
				ids = append(ids, uint32(r))
			}
		}
		return ids
	}
	start, symbols := 0, mteval{text: text}
	for i, r := range text {
		switch {
		case by == Tokenise13a && symbols.alone(i):
			ids = c.number(ids, text[start:i])
			start = i + 1
			ids = c.number(ids, text[i:start])
		case space(r):
			ids = c.number(ids, text[start:i])
			start = i + utf8.RuneLen(r)
		}
	}
	return c.number(ids, text[start:])
}

// number appends the number of a token, if it is not empty.
func (c *cutter) number(ids []uint32, token string) []uint32 {
	if token == "" {
		return ids
	}
	id, ok := c.ids[token]
	if !ok {
		if c.ids == nil {
			c.ids = make(map[string]uint32)
		}
		id = uint32(len(c.ids))
		c.ids[strings.Clone(token)] = id // the rest of its text can go
	}
	return append(ids, id)
}

// plain is a text without what 13a takes for marks of the files that its texts once came in: skipped
// segments, words broken at the end of a line, and the entities of XML.
func plain(text string) string {
	text = strings.TrimRightFunc(text, space) // its last line ends here
	for _, mark := range marks {
		text = strings.ReplaceAll(text, mark.is, mark.was)
	}
	return text
}

// marks in the order in which they are replaced, so that &amp;lt; becomes < and &amp;quot; stays &quot;
var marks = [...]struct{ is, was string }{
	{"<skipped>", ""}, {"-\n", ""}, {"&quot;", `"`}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"},
}

// space reports whether r is white space to Python, and therefore to sacreBLEU: Unicode's property
// and the four ASCII separators.
func space(r rune) bool {
	return '\t' <= r && r <= '\r' || 0x1c <= r && r <= ' ' || r >= utf8.RuneSelf && unicode.IsSpace(r)
}
