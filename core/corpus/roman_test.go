package corpus

import (
	"strconv"
	"strings"
	"testing"
)

func TestRoman(t *testing.T) {
	for n, want := range map[int]string{1: "I", 4: "IV", 9: "IX", 14: "XIV", 40: "XL", 49: "XLIX", 90: "XC", 400: "CD", 500: "D",
		900: "CM", 1000: "M", 1994: "MCMXCIV", 2026: "MMXXVI", 3888: "MMMDCCCLXXXVIII", 3999: "MMMCMXCIX"} {
		if got := characters(romans).text(side(func(s *[]int, n int) { putRoman(s, n, firstText) }, n)); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

// Both directions are drawn at the hard level, and small letters are read.
func TestRomanBackwards(t *testing.T) {
	task := task(t, "roman", Options{Level: Hard})
	r := newRand(24)
	arabic := 0
	for range 1000 {
		if p := task.Draw(r); p.Source[0] < firstDigit+len(digits) {
			arabic++
		}
	}
	if arabic < 450 || arabic > 550 {
		t.Errorf("%d of 1000 sources are Arabic", arabic)
	}
	ids, err := task.Parse("mcmxciv")
	if err != nil || task.source.text(ids) != "MCMXCIV" {
		t.Errorf("mcmxciv is %q, %v", task.source.text(ids), err)
	}
}

// checkRoman takes the largest of the thirteen values again and again.
func checkRoman(_ *testing.T, level Level, source, target string) bool {
	if level == Hard && source[0] > '9' {
		source, target = target, source
	}
	n, err := strconv.Atoi(source)
	if err != nil || n < 1 || n > level.of(999, 3999, 3999) || strconv.Itoa(n) != source {
		return false
	}
	values := []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1}
	var b strings.Builder
	for i, numeral := range strings.Fields("M CM D CD C XC L XL X IX V IV I") {
		for n >= values[i] {
			n -= values[i]
			b.WriteString(numeral)
		}
	}
	return b.String() == target
}
