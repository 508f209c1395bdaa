package own

import "strings"

// sample is how many records say what a file's columns are.
const sample = 1000

// columns is what the first records say of a file.
type columns struct {
	table         // from the first record on
	count  int    // fields in most records
	chosen [2]int // source and target, from 0
	header bool   // the first record names the columns
}

// findColumns finds out how a text separates its columns and which of them hold text. quoted says that
// TSV quotes fields too, as a spreadsheet's "Unicode text" does; what else is TSV means its quotation
// marks.
//
// If half of the lines have a tab, it is TSV; else a semicolon or a comma is taken, whichever gives more
// records the same number of columns, and the semicolon if they are as good, for commas stand in
// sentences too. A first line such as "sep=;", by which Excel is told, is believed.
func findColumns(text string, quoted bool) (columns, bool) {
	c := columns{table: table{text: text, sep: '\t', quotes: quoted}}
	lines, tabs := 0, 0
	for t := c.table; lines < sample && t.next(); lines++ {
		if len(t.fields) > 1 {
			tabs++
		}
	}
	if tabs*2 >= lines {
		return c, c.look() > 0 || lines == 0
	}
	c.quotes = true
	if strings.HasPrefix(text, "sep=") && lineEnd(text) == 5 {
		c.sep = text[4]
		c.take()
		return c, c.look() > 0
	}
	comma, semicolon := c, c
	comma.sep, semicolon.sep = ',', ';'
	x, y := comma.look(), semicolon.look()
	if x > y {
		return comma, x*2 >= lines
	}
	return semicolon, y > 0 && y*2 >= lines
}

// look reads a sample and says how many records have the same number of columns, the most frequent
// number above one. The columns chosen are the first two, or the first two of those that have more than
// numbers, if there are so many: Tatoeba numbers its sentences, and pandas its rows.
func (c *columns) look() int {
	const most = 16
	var counts [most + 1]int // by the number of columns
	var words [most]bool     // columns that are more than numbers, below the first record
	t := c.table
	for i := 0; i < sample && t.next(); i++ {
		if t.fault != "" {
			continue
		}
		fields := t.fields[:min(len(t.fields), most)]
		counts[len(fields)]++
		for j, field := range fields {
			words[j] = words[j] || i > 0 && !number(field)
		}
	}
	c.count = 2
	for n := 3; n <= most; n++ {
		if counts[n] > counts[c.count] {
			c.count = n
		}
	}
	c.chosen = [2]int{0, 1}
	var text []int
	for i := range c.count {
		if i < most && words[i] {
			text = append(text, i)
		}
	}
	if len(text) > 1 {
		c.chosen = [2]int{text[0], text[1]}
	}
	first := *c
	c.header = first.next() && first.wrong() == "" && header(first.fields[c.chosen[0]], first.fields[c.chosen[1]])
	return counts[c.count]
}

// wrong says why the record has no source and target.
func (c *columns) wrong() Cause {
	switch n := len(c.fields); {
	case c.fault != "":
		return c.fault
	case n == 1:
		return Unseparated
	case n <= c.chosen[1], c.sep != '\t' && n != c.count:
		return Uneven
	}
	return ""
}

// number reports whether a field has nothing but digits.
func number(field string) bool {
	for _, r := range strings.TrimSpace(field) {
		if !digit(r) {
			return false
		}
	}
	return true
}

// columnNames are what people write above columns of pairs: what the columns are for, or a language by
// its code or its name. Codes that are common words of languages with such codes, as la is, are left out.
const columnNames = " source target src tgt trg input output from to question answer text translation original " +
	"origem destino fonte alvo entrada saída pergunta resposta texto tradução " +
	"en fr de es pt it nl sv da fi pl cs ru uk el tr ar he fa hi bn th vi zh ja ko eo " +
	"eng fra fre deu ger spa por ita nld rus ara heb hin tha vie zho cmn jpn kor tur lat epo " +
	"english french german spanish portuguese italian dutch russian arabic hebrew hindi thai chinese japanese korean turkish latin " +
	"inglês francês alemão espanhol português italiano holandês russo árabe hebraico chinês japonês coreano turco latim " +
	"français deutsch español italiano anglais allemand espagnol portugais "

// header reports whether these fields of a first record name their columns.
func header(source, target string) bool {
	a, b := columnName(source), columnName(target)
	return a != b && strings.Contains(columnNames, a) && strings.Contains(columnNames, b)
}

// columnName is a field as it would be in columnNames: in small letters, without a region such as BR.
func columnName(field string) string {
	name := strings.ToLower(strings.TrimSpace(field))
	if len(name) == 5 && (name[2] == '-' || name[2] == '_') {
		name = name[:2]
	}
	return " " + name + " "
}
