package token

import (
	"fmt"
	"strings"
)

// Pieces cuts words into pieces by byte-pair encoding (Sennrich, Haddow & Birch 2016,
// https://arxiv.org/abs/1508.07909): a word is spelt in characters, as Characters has them, and then
// neighbours are merged by a list of merges, the earlier ones first. What was frequent where the list
// was learnt is one piece, what was rare is several, and nothing is unknown but characters.
//
// A piece that begins a word after white space, or at the beginning of the text, begins with the mark
// ▁, as in SentencePiece: "the newest!" may be "▁the", "▁new", "est", "!". So spaces, and no spaces,
// are part of what is said, and Join puts them back exactly. The mark is a symbol that merges like any
// other. A ▁ of the text itself is written twice: at the beginning of a piece, an odd number of them
// has the mark in it, an even number has not.
//
// Merges never cross the bounds of words, which are those of Words, except that letters of a script
// without spaces are one word as far as they go.
type Pieces struct {
	merges []string
	ids    map[string]int32 // of the symbols in merges
	texts  []string         // by id
	ranks  map[pair]int32   // which of the merges joins two symbols
	made   []int32          // what a merge makes
}

var _ Cutter = (*Pieces)(nil)

const (
	boundary = "▁"

	// longestWord is how many characters of a word are merged together. A longer one is cut in parts of
	// so many, which keeps the time that any text takes in proportion to its length.
	longestWord = 64
)

// unknown is the id of a character that no merge knows.
const unknown = -1

// pair is two neighbours, left and right.
type pair struct{ left, right int32 }

// symbol is a piece, or what becomes part of one.
type symbol struct {
	id   int32
	text string
}

// NewPieces returns the Pieces of these merges, as Merges gives them: each is two symbols with a space
// between them, and each symbol is a character or what an earlier merge has made. The error says which
// merge is none.
func NewPieces(merges []string) (*Pieces, error) {
	p := &Pieces{
		merges: append([]string(nil), merges...),
		ids:    make(map[string]int32),
		ranks:  make(map[pair]int32, len(merges)),
	}
	for i, merge := range merges {
		if fault := p.add(merge); fault != "" {
			return nil, fmt.Errorf("token: merge %d, %.80q, %s", i+1, merge, fault)
		}
	}
	return p, nil
}

// add appends a merge, or says why it is none.
func (p *Pieces) add(merge string) (fault string) {
	left, right, _ := strings.Cut(merge, " ")
	for _, text := range [2]string{left, right} {
		if _, known := p.ids[text]; !known && !spelt(text) {
			return "is not two characters, or what merges before it have made, with one space between them"
		}
	}
	if begins(right) {
		return "goes on with a piece that begins a word"
	}
	key := pair{p.id(left), p.id(right)}
	if _, again := p.ranks[key]; again {
		return "comes twice"
	}
	p.ranks[key] = p.none()
	p.made = append(p.made, p.id(left+right))
	return ""
}

// id returns the id of a symbol, which it gets if it has none.
func (p *Pieces) id(text string) int32 {
	id, ok := p.ids[text]
	if !ok {
		id = int32(len(p.texts))
		p.ids[text] = id
		p.texts = append(p.texts, text)
	}
	return id
}

// Merges returns what NewPieces makes the same Pieces of.
func (p *Pieces) Merges() []string { return append([]string(nil), p.merges...) }

// Symbols returns all pieces that merges make and all that they are made of.
func (p *Pieces) Symbols() []string { return append([]string(nil), p.texts...) }

// Name implements Cutter.
func (*Pieces) Name() string { return "pieces" }

// Cut implements Cutter.
func (p *Pieces) Cut(tokens []string, text string) []string {
	for s := (scanner{rest: text}); s.next(); {
		tokens = p.cutWord(tokens, s.placed)
	}
	return tokens
}

func (p *Pieces) cutWord(tokens []string, word placed) []string {
	var room [longestWord + 1]symbol
	for word.word != "" {
		var symbols []symbol
		symbols, word = p.spell(room[:0], word)
		for _, piece := range p.merge(symbols) {
			tokens = append(tokens, piece.text)
		}
	}
	return tokens
}

// spell appends the symbols that a word, or the first part of it, has before any merge, and returns
// what is left of it.
func (p *Pieces) spell(symbols []symbol, word placed) ([]symbol, placed) {
	if word.spaced {
		symbols = append(symbols, p.symbol(boundary))
	}
	rest := word.word
	for n := 0; n < longestWord && rest != ""; n++ {
		c := character(rest)
		rest = rest[len(c):]
		symbols = append(symbols, p.symbol(escape(c)))
	}
	return symbols, placed{word: rest}
}

func (p *Pieces) symbol(text string) symbol {
	if id, ok := p.ids[text]; ok {
		return symbol{id, text}
	}
	return symbol{unknown, text}
}

// merge joins neighbours, always the leftmost of those whose merge was learnt first, until no merge is
// left to be done.
func (p *Pieces) merge(symbols []symbol) []symbol {
	var ranks [longestWord + 1]int32 // of each symbol with the next
	for i := range symbols {
		ranks[i] = p.rank(symbols, i)
	}
	for {
		at, best := 0, p.none()
		for i := range symbols {
			if ranks[i] < best {
				at, best = i, ranks[i]
			}
		}
		if best == p.none() {
			return symbols
		}
		id := p.made[best]
		symbols[at] = symbol{id, p.texts[id]}
		copy(symbols[at+1:], symbols[at+2:])
		copy(ranks[at+1:], ranks[at+2:])
		symbols = symbols[:len(symbols)-1]
		for i := max(at-1, 0); i <= at; i++ {
			ranks[i] = p.rank(symbols, i)
		}
	}
}

// rank says which merge joins symbol i with the next: none, if there is no such merge, or no next.
func (p *Pieces) rank(symbols []symbol, i int) int32 {
	if i+1 < len(symbols) {
		if rank, ok := p.ranks[pair{symbols[i].id, symbols[i+1].id}]; ok {
			return rank
		}
	}
	return p.none()
}

func (p *Pieces) none() int32 { return int32(len(p.made)) }

// Join implements Cutter.
func (*Pieces) Join(pieces []string) string {
	var b strings.Builder
	for _, piece := range pieces {
		if begins(piece) {
			piece = piece[len(boundary):]
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
		}
		b.WriteString(strings.ReplaceAll(piece, boundary+boundary, boundary))
	}
	return b.String()
}

// begins reports whether a piece begins a word after white space.
func begins(piece string) bool {
	odd := false
	for strings.HasPrefix(piece, boundary) {
		piece = piece[len(boundary):]
		odd = !odd
	}
	return odd
}

// escape writes each ▁ of a character twice.
func escape(character string) string {
	return strings.ReplaceAll(character, boundary, boundary+boundary)
}

// spelt reports whether a symbol can come of spelling a word.
func spelt(symbol string) bool {
	if symbol == boundary {
		return true
	}
	c := strings.ReplaceAll(symbol, boundary+boundary, boundary)
	return c != "" && character(c) == c && escape(c) == symbol && strings.TrimSpace(c) != ""
}
