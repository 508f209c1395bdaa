package own

import "fmt"

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
	says := ""
	switch e.Code {
	case BadCount:
		says = "there are %[2]d files; a corpus is one of two columns, or two of which line i belongs to line i"
	case TooLarge:
		says = "the files have %[2]d bytes, and the most that is taken is %[3]d"
	case NotText:
		says = "%[1]q is no text; save it as TSV or CSV"
	case NoColumns:
		says = "%[1]q has no two columns; separate source and target by a tab"
	case Unequal:
		says = "%[1]q ends after line %[3]d, and the other file has %[2]d lines; line i of one must belong to line i of the other"
	case TooFew:
		says = "only %[2]d pairs can be used, and %[3]d are needed"
	case NotCanonical:
		says = "the stored corpus is damaged from line %[4]d on"
	case BadOption:
		return `own: tokens are "characters", "words" or "pieces"`
	}
	return fmt.Sprintf("own: "+says, e.File, e.Got, e.Limit, e.Line)
}
