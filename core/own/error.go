package own

import "strconv"

// Code says what is wrong with files of which no corpus can be made.
type Code string

const (
	BadCount     Code = "count"     // there is no file, or more than two: Got
	TooLarge     Code = "size"      // Got bytes, and Limit are taken
	NotText      Code = "binary"    // File is no text: a picture, a spreadsheet in its own format
	NoColumns    Code = "columns"   // File has no two columns, whether by tab, comma or semicolon
	Unequal      Code = "lines"     // of two files, File ends after line Limit and the other has Got lines
	TooFew       Code = "few"       // Got pairs, and Limit are needed; Left says where the others are
	NotCanonical Code = "canonical" // what Open was given is not what Bytes made, from Line on
	BadOption    Code = "option"    // Options.Tokens is no token.Cutter's name
)

// Error says why no corpus can be made. Which of its fields mean something, its Code says.
type Error struct {
	Code       Code
	File       string
	Line       int
	Got, Limit int
	Left       []Left
}

func (e *Error) Error() string {
	file, got, limit := strconv.Quote(e.File), strconv.Itoa(e.Got), strconv.Itoa(e.Limit)
	says := ""
	switch e.Code {
	case BadCount:
		says = "there are " + got + " files; a corpus is one of two columns, or two of which line i belongs to line i"
	case TooLarge:
		says = "the files have " + got + " bytes, and the most that is taken is " + limit
	case NotText:
		says = file + " is no text; save it as TSV or CSV"
	case NoColumns:
		says = file + " has no two columns; separate source and target by a tab"
	case Unequal:
		says = file + " ends after line " + limit + ", and the other file has " + got + " lines; line i of one must belong to line i of the other"
	case TooFew:
		says = "only " + got + " pairs can be used, and " + limit + " are needed"
	case NotCanonical:
		says = "the stored corpus is damaged from line " + strconv.Itoa(e.Line) + " on"
	case BadOption:
		says = `tokens are "characters", "words" or "pieces"`
	}
	return "own: " + says
}
