package own

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// pair is one pair of texts, folded.
type pair struct {
	source, target string
	line           int
	hash           uint64 // of the source's key, see keyHash
}

func (p *pair) text(side int) string {
	if side == 0 {
		return p.source
	}
	return p.target
}

// reading is pairs as they are read, and a report of what is none.
type reading struct {
	Report
	pairs []pair
	seen  map[[2]string]bool
}

// add takes the two sides of the record at this line.
func (r *reading) add(source, target string, line int) {
	r.Records++
	var cause Cause
	texts := [2]string{fold(source), fold(target)}
	switch {
	case !utf8.ValidString(source) || !utf8.ValidString(target):
		cause = Undecodable
	case texts[0] == "" || texts[1] == "":
		cause = Empty
	case len(texts[0]) > MaxText || len(texts[1]) > MaxText:
		cause = Long
	case r.seen[texts]:
		cause = Duplicate
	case len(r.pairs) == MaxPairs:
		cause = Surplus
	default:
		r.seen[texts] = true
		r.pairs = append(r.pairs, pair{source: texts[0], target: texts[1], line: line})
		return
	}
	r.leave(cause, line)
}

// swap makes targets of the sources.
func (r *reading) swap() {
	for i := range r.pairs {
		p := &r.pairs[i]
		p.source, p.target = p.target, p.source
	}
	r.Columns[0], r.Columns[1] = r.Columns[1], r.Columns[0]
}

// read gives the pairs of the files, and the first half of their report.
func read(files []File) (*reading, error) {
	if len(files) != 1 && len(files) != 2 {
		return nil, &Error{Code: BadCount, Got: len(files)}
	}
	size := 0
	for i := range files {
		size += len(files[i].Data)
	}
	if size > MaxBytes {
		return nil, &Error{Code: TooLarge, Got: size, Limit: MaxBytes}
	}
	r := &reading{seen: make(map[[2]string]bool)}
	var texts [2]string
	for i := range files {
		text, encoding := decode(files[i].Data)
		if encoding == "" {
			return nil, &Error{Code: NotText, File: files[i].Name}
		}
		texts[i] = text
		r.Encodings = append(r.Encodings, encoding)
	}
	if len(files) == 2 {
		return r, r.lines(texts, files)
	}
	return r, r.columns(texts[0], files[0].Name)
}

// columns reads one file of separated columns.
func (r *reading) columns(text, name string) error {
	c, ok := findColumns(text, r.Encodings[0] == "utf-16")
	if !ok {
		return &Error{Code: NoColumns, File: name}
	}
	r.Format = Separated
	r.Separator = c.sep
	r.Header = c.header
	r.Columns = [2]int{c.chosen[0] + 1, c.chosen[1] + 1}
	r.Ignored = c.count - 2
	if c.header {
		c.next()
	}
	for c.next() {
		if fault := c.wrong(); fault != "" {
			r.Records++
			r.leave(fault, c.line)
		} else {
			r.add(c.fields[c.chosen[0]], c.fields[c.chosen[1]], c.line)
		}
	}
	return nil
}

// lines reads two files of which line i belongs to line i. Blank lines count, save those at the ends of
// the files. If one has more lines than the other, a line is missing somewhere, and every pair from
// there on would be wrong: that is an error.
func (r *reading) lines(texts [2]string, files []File) error {
	r.Format = Lines
	var counts [2]int
	for i := range texts {
		text := texts[i]
		for text != "" && text[len(text)-1] <= ' ' {
			text = text[:len(text)-1]
		}
		if text != "" {
			counts[i] = lineEnds(text) + 1
		}
	}
	if counts[0] != counts[1] {
		shorter := 0
		if counts[1] < counts[0] {
			shorter = 1
		}
		return &Error{Code: Unequal, File: files[shorter].Name, Limit: counts[shorter], Got: counts[1-shorter]}
	}
	source, target := table{text: texts[0]}, table{text: texts[1]}
	for line := range counts[0] {
		a, b := source.take(), target.take()
		if strings.TrimSpace(a) != "" || strings.TrimSpace(b) != "" {
			r.add(a, b, line+1)
		}
	}
	return nil
}

// fold makes every run of white space one space, and drops it at the ends.
func fold(s string) string {
	space := true
	for _, r := range s {
		if unicode.IsSpace(r) && (space || r != ' ') {
			return strings.Join(strings.Fields(s), " ")
		}
		space = r == ' '
	}
	return strings.TrimSpace(s)
}
