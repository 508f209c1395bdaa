package corpus

import "math/rand/v2"

// dates: a day of the years 1950 to 2049 in one of the ways in which English writes dates, and the
// same day as ISO 8601 has it, YYYY-MM-DD. Tokens are characters. Day, way and letter case are drawn
// independently, the first two uniformly.
//
// No source has two readings. What could have is settled so: slashes are month/day/year, unless the
// year, of four digits, comes first; dots are day.month.year; hyphens and bare digits are
// year, month, day. A hundred years are drawn, so that a year's last two digits name it: 50 to 99
// are of the twentieth century, 00 to 49 of the twenty-first.
type dates struct{}

// ways is how a date is written, each as the day 2 January 2006, a Monday, would be (as in package
// time's layouts). "nd" after the day stands for the ordinal's ending: 1st, 2nd, 3rd, 4th.
var ways = [...]string{
	"2 January 2006",
	"January 2, 2006",
	"January 2nd, 2006",
	"2nd of January 2006",
	"the 2nd of January 2006",
	"2 Jan 2006",
	"2 Jan 06",
	"2-Jan-2006",
	"Jan 2, 2006",
	"Jan 2nd 2006",
	"Mon 2 Jan 2006",
	"Mon, Jan 2, 2006",
	"Monday, 2 Jan 2006",
	"1/2/2006",
	"01/02/2006",
	"1/2/06",
	"2.1.2006",
	"02.01.2006",
	"2.1.06",
	"2006-1-2",
	"2006-01-02",
	"2006/01/02",
	"20060102",
}

// dateCharacters are the characters that the ways write, and no others: a letter that training never
// shows would have an embedding that means nothing.
const dateCharacters = " ,-./0123456789" +
	"ABCDEFGHIJLMNOPRSTUVWY" +
	"abcdefghijlmnoprstuvwy"

const (
	isoCharacters = "-0123456789"
	longestDate   = len("the 22nd of September 2024")
	days          = 36525 // in the hundred years, 25 of them leap years
)

// dateID and isoID give a character's id in the two vocabularies.
var dateID, isoID = characterIDs(dateCharacters), characterIDs(isoCharacters)

func characterIDs(ascii string) (ids [128]int) {
	for i, c := range []byte(ascii) {
		ids[c] = firstText + i
	}
	return ids
}

func newDates() *Task {
	return &Task{
		rule:      dates{},
		name:      "dates",
		source:    characters(dateCharacters),
		target:    characters(isoCharacters),
		maxSource: longestDate,
		maxTarget: len("2006-01-02") + 1,
		example:   "Mar 3, 2024",
	}
}

func (dates) draw(r *rand.Rand, p *Pair) {
	day := calendar(r.IntN(days))
	way := ways[r.IntN(len(ways))]
	var room [longestDate]byte
	source := appendWay(room[:0], way, day)
	switch r.IntN(8) { // of eight, five as written, two in small letters, one in capitals
	case 0, 1:
		lower(source)
	case 2:
		upper(source)
	}
	for _, c := range source {
		p.Source = append(p.Source, dateID[c])
	}
	for _, c := range appendWay(room[:0], "2006-01-02", day) {
		p.Target = append(p.Target, isoID[c])
	}
}

// key is the day itself: one that is held out is held out in every way of writing it.
func (dates) key(p *Pair) []int { return p.Target }

// ending is what makes the number of a day an ordinal.
func ending(day int) string {
	switch day {
	case 1, 21, 31:
		return "st"
	case 2, 22:
		return "nd"
	case 3, 23:
		return "rd"
	}
	return "th"
}

func lower(b []byte) {
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 'a' - 'A'
		}
	}
}

func upper(b []byte) {
	for i, c := range b {
		if 'a' <= c && c <= 'z' {
			b[i] = c - 'a' + 'A'
		}
	}
}
