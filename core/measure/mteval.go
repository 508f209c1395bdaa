package measure

// mteval finds the tokens of a text that are a single character cut off from its neighbours, as
// mteval-v13a.pl, NIST's program for its evaluations of machine translation since 2009, cuts them;
// sacreBLEU calls it 13a. There it is four rewritings of the whole text, one after another, that put
// spaces
//
//	around each ASCII symbol but ' , - and .
//	around the second of: no digit, then . or ,
//	around the first of: . or , then no digit
//	around the second of: a digit, then -
//
// where the text begins and ends with a space, and what a rewriting has once found it does not look
// at again, not even as another's neighbour. So the second finds but every other of several points
// in a row; the third finds those that it left, save a last one before a digit. Nothing more has to
// be known from one character to the next than whether the second found it. Bytes will do for
// characters: what is looked for is certain ASCII, or anything else.
type mteval struct {
	text  string
	found bool // the byte before, by the second rewriting
}

// alone reports whether byte i is a token. It is asked in order for each character's first byte.
func (m *mteval) alone(i int) bool {
	found := m.found
	m.found = false
	c, afterDigit := m.text[i], i > 0 && digit(m.text[i-1])
	switch {
	case symbol(c):
		return true
	case c == '.' || c == ',':
		m.found = !afterDigit && !found
		return m.found || i+1 == len(m.text) || !digit(m.text[i+1])
	case c == '-':
		return afterDigit
	}
	return false
}

// symbol reports whether c is printable ASCII that is no letter, digit, space or one of ' , - .
func symbol(c byte) bool {
	switch {
	case digit(c), 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', c == '\'', ',' <= c && c <= '.':
		return false
	}
	return '!' <= c && c <= '~'
}

func digit(c byte) bool { return '0' <= c && c <= '9' }
