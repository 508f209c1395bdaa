package corpus

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"time"
)

// Every way, as a person would write two days by hand.
func TestWays(t *testing.T) {
	third := day{2024, 3, 3, int(time.Date(2024, time.March, 3, 0, 0, 0, 0, time.UTC).Weekday())}
	twelfth := day{1962, 9, 12, int(time.Date(1962, time.September, 12, 0, 0, 0, 0, time.UTC).Weekday())}
	want := map[string][2]string{
		"2 January 2006":          {"3 March 2024", "12 September 1962"},
		"January 2, 2006":         {"March 3, 2024", "September 12, 1962"},
		"January 2nd, 2006":       {"March 3rd, 2024", "September 12th, 1962"},
		"2nd of January 2006":     {"3rd of March 2024", "12th of September 1962"},
		"the 2nd of January 2006": {"the 3rd of March 2024", "the 12th of September 1962"},
		"2 Jan 2006":              {"3 Mar 2024", "12 Sep 1962"},
		"2 Jan 06":                {"3 Mar 24", "12 Sep 62"},
		"2-Jan-2006":              {"3-Mar-2024", "12-Sep-1962"},
		"Jan 2, 2006":             {"Mar 3, 2024", "Sep 12, 1962"},
		"Jan 2nd 2006":            {"Mar 3rd 2024", "Sep 12th 1962"},
		"Mon 2 Jan 2006":          {"Sun 3 Mar 2024", "Wed 12 Sep 1962"},
		"Mon, Jan 2, 2006":        {"Sun, Mar 3, 2024", "Wed, Sep 12, 1962"},
		"Monday, 2 Jan 2006":      {"Sunday, 3 Mar 2024", "Wednesday, 12 Sep 1962"},
		"1/2/2006":                {"3/3/2024", "9/12/1962"},
		"01/02/2006":              {"03/03/2024", "09/12/1962"},
		"1/2/06":                  {"3/3/24", "9/12/62"},
		"2.1.2006":                {"3.3.2024", "12.9.1962"},
		"02.01.2006":              {"03.03.2024", "12.09.1962"},
		"2.1.06":                  {"3.3.24", "12.9.62"},
		"2006-1-2":                {"2024-3-3", "1962-9-12"},
		"2006-01-02":              {"2024-03-03", "1962-09-12"},
		"2006/01/02":              {"2024/03/03", "1962/09/12"},
		"20060102":                {"20240303", "19620912"},
	}
	for _, way := range ways {
		for i, day := range []day{third, twelfth} {
			if got := string(appendWay(nil, way, day)); got != want[way][i] {
				t.Errorf("%v is written %q, want %q", day, got, want[way][i])
			}
		}
	}
	if len(want) != len(ways) {
		t.Errorf("%d ways are checked by hand, there are %d", len(want), len(ways))
	}
}

// read is what a source says by the rules that the documentation states, told from its punctuation
// alone, and whether it can be read at all.
func read(s string) (day time.Time, ok bool) {
	s = strings.ToLower(s)
	for _, ending := range []string{"st", "nd", "rd", "th"} {
		for digit := '0'; digit <= '9'; digit++ {
			s = strings.Replace(s, string(digit)+ending, string(digit), 1)
		}
	}
	s = strings.TrimPrefix(strings.Replace(s, " of ", " ", 1), "the ")
	layouts := []string{
		"2 january 2006", "january 2, 2006", "january 2 2006", "2-jan-2006", "2 jan 06",
		"mon 2 jan 2006", "mon, jan 2, 2006", "monday, 2 jan 2006",
		"1/2/2006", "1/2/06", "2.1.2006", "2.1.06", "2006-1-2", "2006/1/2", "20060102",
	}
	for _, layout := range layouts {
		for _, full := range []string{layout, strings.Replace(layout, "january", "jan", 1)} {
			// time.Parse reads names of months in any case, but its layouts must be written in one.
			full = strings.NewReplacer("january", "January", "jan", "Jan", "monday", "Monday", "mon", "Mon").Replace(full)
			if d, err := time.Parse(full, s); err == nil {
				if y := d.Year(); !strings.Contains(layout, "2006") && (y >= 2050 || y < 1950) {
					d = time.Date(1950+(y-1950+100)%100, d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
				}
				if ok && !d.Equal(day) {
					return d, false // two readings
				}
				day, ok = d, true
			}
		}
	}
	return day, ok
}

// Whatever is drawn reads back as its target, in one way only, and on the weekday that it names.
func TestDatesReadBack(t *testing.T) {
	task := task(t, "dates", Options{})
	r := rand.New(rand.NewPCG(15, 16))
	written := map[string]int{} // by letter case
	years := map[int]bool{}
	length := 0
	const draws = 20_000
	for range draws {
		p := task.Draw(r)
		source, target := task.source.Join(p.Source), task.target.Join(p.Target)
		day, ok := read(source)
		if !ok || day.Format(time.DateOnly) != target {
			t.Fatalf("%q should be %s and is read as %s, %v", source, target, day.Format(time.DateOnly), ok)
		}
		if name, _, found := strings.Cut(strings.ToLower(source), "day,"); found {
			if got := strings.ToLower(day.Weekday().String()); got != name+"day" {
				t.Errorf("%q: %s is a %s", source, target, got)
			}
		}
		for _, name := range strings.FieldsFunc(strings.ToLower(source), func(r rune) bool { return r < 'a' }) {
			if got := strings.ToLower(day.Weekday().String()[:3]); len(name) == 3 && strings.Contains("mon tue wed thu fri sat sun", name) && got != name {
				t.Errorf("%q: %s is a %s", source, target, got)
			}
		}
		switch {
		case strings.ToUpper(source) == strings.ToLower(source):
		case source == strings.ToUpper(source):
			written["capitals"]++
		case source == strings.ToLower(source):
			written["small"]++
		default:
			written["mixed"]++
		}
		years[day.Year()] = true
		length += len(source)
	}
	if len(years) != 100 {
		t.Errorf("%d years are drawn", len(years))
	}
	if len(written) != 3 || written["mixed"] < written["small"] || written["small"] < written["capitals"] {
		t.Errorf("letter cases: %v", written)
	}
	if mean := float64(length) / draws; mean < 12 || mean > 12.6 {
		t.Errorf("the mean source has %.2f characters", mean)
	}
}

// No two days of the hundred years are ever written alike. Only the ways without letters could clash.
func TestDatesAreUnambiguous(t *testing.T) {
	meaning := make(map[string]int, 400_000)
	for n := range century.days {
		day := century.day(n)
		for _, way := range ways {
			if strings.ContainsAny(way, "JM") {
				continue
			}
			s := string(appendWay(nil, way, day))
			if other, ok := meaning[s]; ok && other != n {
				t.Fatalf("%q is day %d and day %d", s, other, n)
			}
			meaning[s] = n
		}
	}
}

func TestCalendarAgreesWithPackageTime(t *testing.T) {
	for _, c := range []struct {
		era  era
		next int // the year after it
	}{{century, 2050}, {cycle, 2200}} {
		at := time.Date(c.era.year, time.January, 1, 0, 0, 0, 0, time.UTC)
		for n := range c.era.days {
			want := day{at.Year(), int(at.Month()), at.Day(), int(at.Weekday())}
			if got := c.era.day(n); got != want {
				t.Fatalf("day %d from %d is %v, package time says %v", n, c.era.year, got, want)
			}
			at = at.AddDate(0, 0, 1)
		}
		if at.Year() != c.next || at.YearDay() != 1 {
			t.Errorf("the years from %d end before %v", c.era.year, at)
		}
	}
}

// The vocabulary is what the ways can write, in all cases: no more, so that no embedding is without
// training, and no less.
func TestDateCharacters(t *testing.T) {
	could := map[rune]bool{}
	for n := range 366 {
		for _, way := range ways {
			s := string(appendWay(nil, way, century.day(3*n)))
			for _, c := range s + strings.ToUpper(s) + strings.ToLower(s) {
				could[c] = true
			}
		}
	}
	for _, c := range dateCharacters {
		if !could[c] {
			t.Errorf("%q is in the vocabulary and never written", c)
		}
		delete(could, c)
	}
	if len(could) > 0 {
		t.Errorf("written, but not in the vocabulary: %v", could)
	}
	task := task(t, "dates", Options{Shortest: -5, Longest: -9}) // which it ignores
	if task.Source().Len() != 62 || task.Target().Len() != 14 || task.MaxSource() != 26 || task.MaxTarget() != 11 {
		t.Errorf("%d and %d tokens, at most %d and %d", task.Source().Len(), task.Target().Len(), task.MaxSource(), task.MaxTarget())
	}
}

// checkDate reads a date; one of the hard level after its commas have been put back, and its month.
func checkDate(_ *testing.T, level Level, source, target string) bool {
	day, ok := read(source)
	if level == Hard {
		source = lettersRun.ReplaceAllStringFunc(source, intended)
		for _, commas := range []string{
			source,
			regexp.MustCompile(`(\d\w*) (\d{4})$`).ReplaceAllString(source, "$1, $2"),            // January 2, 2006
			regexp.MustCompile(`(?i)^(\w{3}) (\w{3} \d+) `).ReplaceAllString(source, "$1, $2, "), // Mon, Jan 2, 2006
			regexp.MustCompile(`(?i)^(\w+day) `).ReplaceAllString(source, "$1, "),                // Monday, 2 Jan 2006
		} {
			if !ok {
				day, ok = read(commas)
			}
		}
	}
	year := day.Year()
	return ok && day.Format(time.DateOnly) == target && year >= level.of(1950, 1950, 1800) && year <= level.of(2049, 2049, 2199)
}

var lettersRun = regexp.MustCompile(`[A-Za-z]{4,}`)

// intended is the month that a word should have been, if it is one letter away from one, and else the word.
func intended(word string) string {
	for _, month := range monthNames {
		if len(month) >= 5 && slip(strings.ToLower(word), strings.ToLower(month)) {
			return month
		}
	}
	return word
}

// slip reports whether typed is a word with one letter left out, doubled, or swapped with the next.
func slip(typed, word string) bool {
	for i := range word {
		if typed == word[:i]+word[i+1:] || typed == word[:i+1]+word[i:] ||
			i > 0 && typed == word[:i-1]+word[i:i+1]+word[i-1:i]+word[i+1:] {
			return true
		}
	}
	return false
}

// Whatever slips, no two months are written alike.
func TestSlipsAreUnambiguous(t *testing.T) {
	r := newRand(29)
	of := map[string]string{}
	for _, month := range monthNames {
		of[month], of[month[:3]] = month, month
	}
	slips := 0
	for range 20_000 {
		month := monthNames[r.IntN(12)]
		date := careless(r, make([]byte, 32), []byte("2 "+month+", 2006"), month)
		typed, _, _ := strings.Cut(strings.TrimPrefix(strings.ReplaceAll(string(date), ",", ""), "2 "), " ")
		if typed != month {
			slips++
		}
		if other, ok := of[typed]; ok && other != month {
			t.Fatalf("%q is %s and %s", typed, month, other)
		}
		of[typed] = month
	}
	if slips < 7_000 || slips > 8_500 || len(of) < 12*2+9*6 {
		t.Errorf("%d slips in 20 000 months, %d ways to write them", slips, len(of))
	}
}

func TestEnding(t *testing.T) {
	want := strings.Fields("1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th 11th 12th 13th 14th 15th 16th 17th 18th 19th 20th " +
		"21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th 31st")
	for i, w := range want {
		if got := ending(i + 1); got != w[len(w)-2:] {
			t.Errorf("%d%s, want %s", i+1, got, w)
		}
	}
}
