package corpus

import (
	"strconv"
	"strings"
)

// day is a day of the calendar. Package time has one too, with time zones and a whole language of
// layouts, at a price in bytes that every page would pay.
type day struct {
	year, month, number int // month and number count from 1
	weekday             int // 0 is Sunday
}

var (
	monthNames   = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	weekdayNames = [...]string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}
)

// era is a span of whole years.
type era struct {
	year    int // its first
	weekday int // of that year's first day
	days    int
}

var (
	century = era{1950, 0, 36525}  // 1950 to 2049, 25 of them leap years
	cycle   = era{1800, 3, 146097} // 1800 to 2199: with 400 years the calendar begins anew
)

// day is the era's day after n others.
func (e era) day(n int) day {
	d := day{year: e.year, month: 1, weekday: (e.weekday + n) % 7}
	for n >= d.yearLength() {
		n -= d.yearLength()
		d.year++
	}
	for n >= d.monthLength() {
		n -= d.monthLength()
		d.month++
	}
	d.number = n + 1
	return d
}

func (d day) leap() bool { return d.year%4 == 0 && (d.year%100 != 0 || d.year%400 == 0) }

func (d day) yearLength() int {
	if d.leap() {
		return 366
	}
	return 365
}

func (d day) monthLength() int {
	switch d.month {
	case 2:
		if d.leap() {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// appendWay appends d to b, written as way writes Monday, 2 January 2006.
func appendWay(b []byte, way string, d day) []byte {
	for way != "" {
		var rest string
		var ok bool
		took := func(part string) bool {
			rest, ok = strings.CutPrefix(way, part)
			return ok
		}
		switch {
		case took("2006"):
			b = strconv.AppendInt(b, int64(d.year), 10)
		case took("January"):
			b = append(b, monthNames[d.month-1]...)
		case took("Jan"):
			b = append(b, monthNames[d.month-1][:3]...)
		case took("Monday"):
			b = append(b, weekdayNames[d.weekday]...)
		case took("Mon"):
			b = append(b, weekdayNames[d.weekday][:3]...)
		case took("01"):
			b = appendTwo(b, d.month)
		case took("02"):
			b = appendTwo(b, d.number)
		case took("06"):
			b = appendTwo(b, d.year%100)
		case took("1"):
			b = strconv.AppendInt(b, int64(d.month), 10)
		case took("2nd"):
			b = strconv.AppendInt(b, int64(d.number), 10)
			b = append(b, ending(d.number)...)
		case took("2"):
			b = strconv.AppendInt(b, int64(d.number), 10)
		default:
			b, rest = append(b, way[0]), way[1:]
		}
		way = rest
	}
	return b
}

// appendTwo appends n in two digits.
func appendTwo(b []byte, n int) []byte { return append(b, byte('0'+n/10), byte('0'+n%10)) }
