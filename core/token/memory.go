package token

// memory cuts as its Pieces do, and remembers every word.
type memory struct {
	*Pieces
	words map[placed][]string
}

// Remembering returns a Cutter that cuts as p does and cuts no word twice. It is for texts by the
// thousand, and for one goroutine.
func (p *Pieces) Remembering() Cutter { return &memory{p, make(map[placed][]string)} }

// Cut implements Cutter.
func (m *memory) Cut(tokens []string, text string) []string {
	for s := (scanner{rest: text}); s.next(); {
		pieces, ok := m.words[s.placed]
		if !ok {
			pieces = m.cutWord(nil, s.placed)
			m.words[s.placed] = pieces
		}
		tokens = append(tokens, pieces...)
	}
	return tokens
}
