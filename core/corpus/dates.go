package corpus

import (
	"math/rand/v2"
	"strings"
)

// dates: a day in one of the ways in which English writes dates, and the same day as ISO 8601 has it,
// YYYY-MM-DD. Tokens are characters. Day, way and letter case are drawn independently, the first two
// uniformly.
//
// It is a translation of the plainest kind: a small closed world, many ways in and one way out. The
// parts come in any order, so that attention must go and look for them: first to the year, wherever
// it stands, then to the month, then to the day.
//
// No source has two readings. What could have is settled so: slashes are month/day/year, unless the
// year, of four digits, comes first; dots are day.month.year; hyphens and bare digits are
// year, month, day. A year's last two digits name one of the hundred years from 1950: 50 to 99
// are of the twentieth century, 00 to 49 of the twenty-first.
//
//	easy    1950 to 2049, five ways, letter case as it should be
//	medium  1950 to 2049, all 23 ways, in any case
//	hard    1800 to 2199 where the year has four digits; commas may be missing, and a long month's
//	        name may have a slip of the finger in it: one letter left out, doubled, or swapped with the next
//
// Held out are days: one that is, is held out in every way of writing it and at every level.
type dates struct {
	ways     []string
	era      era
	ids      *[128]int // of the source's characters
	anyCase  bool      // and not only as it should be
	careless bool
}

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

// fewWays are those of the easy level.
var fewWays = []string{
	"2 January 2006",
	"January 2, 2006",
	"2 Jan 2006",
	"Jan 2, 2006",
	"2006-01-02",
}

// dateCharacters are the characters that the ways write, and no others: a letter that training never
// shows would have an embedding that means nothing. fewCharacters are those of the few ways.
const (
	dateCharacters = " ,-./0123456789" +
		"ABCDEFGHIJLMNOPRSTUVWY" +
		"abcdefghijlmnoprstuvwy"
	fewCharacters = " ,-0123456789" +
		"ADFJMNOS" +
		"abceghilmnoprstuvy"
)

const (
	isoCharacters = "-0123456789"
	longestDate   = len("the 22nd of September 2024")
)

// dateID, fewID and isoID give a character's id in the three vocabularies.
var dateID, fewID, isoID = characterIDs(dateCharacters), characterIDs(fewCharacters), characterIDs(isoCharacters)

func characterIDs(ascii string) (ids [128]int) {
	for i, c := range []byte(ascii) {
		ids[c] = firstText + i
	}
	return ids
}

func newDates(o Options) (*Task, error) {
	rule := &dates{ways: ways[:], era: century, ids: &dateID, anyCase: true}
	known, longest := dateCharacters, longestDate
	switch o.Level {
	case Easy:
		rule = &dates{ways: fewWays, era: century, ids: &fewID}
		known, longest = fewCharacters, len("September 22, 2024")
	case Hard:
		rule.era, rule.careless = cycle, true
		longest++ // for a doubled letter
	}
	return &Task{
		rule:      rule,
		source:    characters(known),
		target:    characters(isoCharacters),
		maxSource: longest,
		maxTarget: len("2006-01-02") + 1,
		example:   "Mar 3, 2024",
	}, nil
}

func (t *dates) draw(r *rand.Rand, p *Pair) {
	day := t.era.day(r.IntN(t.era.days))
	way := t.ways[r.IntN(len(t.ways))]
	if t.era != century && strings.HasSuffix(way, "06") && !strings.HasSuffix(way, "2006") {
		day = century.day(r.IntN(century.days))
	}
	var room, typed [longestDate + 1]byte
	source := appendWay(room[:0], way, day)
	if t.careless {
		source = careless(r, typed[:], source, monthNames[day.month-1])
	}
	if t.anyCase {
		switch r.IntN(8) { // of eight, five as written, two in small letters, one in capitals
		case 0, 1:
			lower(source)
		case 2:
			upper(source)
		}
	}
	for _, c := range source {
		put(&p.Source, t.ids[c])
	}
	for _, c := range appendWay(room[:0], "2006-01-02", day) {
		put(&p.Target, isoID[c])
	}
}

// careless is a date as a hurried person types it, in a room with a byte more than the date has. One in two
// has no commas; and of the months' full names that have five letters or more, so that no slip makes one
// month of another, one in two has a slip, which never is in its first letter.
func careless(r *rand.Rand, room, date []byte, month string) []byte {
	commas := r.IntN(2) == 0
	slip, at := straight, strings.Index(string(date), month)
	if at >= 0 && len(month) >= 5 {
		at += 1 + r.IntN(len(month)-2)
		slip = r.IntN(2 * straight)
	}
	n := 0
	for i, c := range date {
		if c == ',' && !commas {
			continue
		}
		times := 1
		switch {
		case i == at && slip == leftOut:
			times = 0
		case i == at && slip == doubled:
			times = 2
		case i == at && slip == swapped:
			c = date[i+1]
		case i == at+1 && slip == swapped:
			c = date[i-1]
		}
		for range times {
			room[n] = c
			n++
		}
	}
	return room[:n]
}

// The slips of a finger. From straight on there is none.
const (
	leftOut = iota
	doubled
	swapped
	straight
)

func (*dates) held(p *Pair) bool { return heldOut(salt, p.Target) }

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
