package own

import "strings"

// table reads a text's records one after another: a line each, or, where fields may be quoted as in
// RFC 4180, as many lines as its quoted fields run through. Lines end with a line feed, a carriage
// return or both. Blank lines are no records.
//
// A quotation mark that does not end where the field does spoils its line only: reading goes on with
// the next. So that a text of nothing else takes no more than twice the time, what was read in vain is
// counted, and beyond the text's own length quoted fields must end in the line in which they begin.
type table struct {
	text   string
	sep    byte
	quotes bool

	// What next has found.
	line   int // where the record begins, from 1
	fields []string
	fault  Cause // Misquoted, or none

	at   int // the next byte
	past int // the lines before it
	vain int // bytes
}

// next goes on to the next record, and reports whether there is one.
func (t *table) next() bool {
	for t.at < len(t.text) {
		line := t.text[t.at:]
		line = line[:lineEnd(line)]
		if strings.TrimSpace(line) == "" {
			t.skip(len(line))
			continue
		}
		t.fields, t.fault, t.line = t.fields[:0], "", t.past+1
		n, ok := t.split(t.text[t.at:], len(line))
		if !ok {
			t.vain += n
			t.fault = Misquoted
			n = len(line)
		}
		t.skip(n)
		return true
	}
	return false
}

// take returns the next line, whatever is in it; at the end of the text it is empty.
func (t *table) take() string {
	line := t.text[t.at:]
	line = line[:lineEnd(line)]
	t.skip(len(line))
	return line
}

// skip goes on behind n bytes and the end of the line that follows them.
func (t *table) skip(n int) {
	end := t.at + n
	t.past += lineEnds(t.text[t.at:end]) + 1
	if strings.HasPrefix(t.text[end:], "\r\n") {
		end++
	}
	t.at = min(end+1, len(t.text))
}

// split reads the fields of the record that s begins with, whose first line has so many bytes, and
// returns how many bytes it has, or how many were read before its quotation marks proved wrong.
func (t *table) split(s string, line int) (n int, ok bool) {
	if t.vain > len(t.text) {
		s = s[:line]
	}
	for {
		if start := spaces(s, n) + 1; t.quotes && start <= len(s) && s[start-1] == '"' {
			escaped := false
			for n = start; ; n++ {
				i := strings.IndexByte(s[n:], '"')
				if i < 0 {
					return len(s), false
				}
				if n += i + 1; n == len(s) || s[n] != '"' {
					break
				}
				escaped = true
			}
			field := s[start : n-1]
			if escaped {
				field = strings.ReplaceAll(field, `""`, `"`)
			}
			t.fields = append(t.fields, field)
			n = spaces(s, n)
		} else {
			start := n
			for n < len(s) && s[n] != t.sep && s[n] != '\n' && s[n] != '\r' {
				n++
			}
			t.fields = append(t.fields, s[start:n])
		}
		switch {
		case n == len(s) || s[n] == '\n' || s[n] == '\r':
			return n, true
		case s[n] != t.sep:
			return n, false
		}
		n++
	}
}

// spaces is where the spaces end that stand at s[n].
func spaces(s string, n int) int {
	for n < len(s) && s[n] == ' ' {
		n++
	}
	return n
}

// lineEnd is how many bytes of s stand before the end of its first line.
func lineEnd(s string) int {
	for i := range len(s) {
		if s[i] == '\n' || s[i] == '\r' {
			return i
		}
	}
	return len(s)
}

// lineEnds counts the ends of lines in s.
func lineEnds(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			n++
		}
	}
	return n
}
