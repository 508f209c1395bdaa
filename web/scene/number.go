package scene

import (
	"math"
	"strconv"
	"strings"
)

// numerals writes numbers the reader's way.
type numerals struct{ decimal, group string }

// exact writes a number with as many digits as tell it from every other float32.
func (n numerals) exact(v float32) string {
	if a := math.Abs(float64(v)); a != 0 && a < 1e-4 {
		return n.local(strconv.FormatFloat(float64(v), 'e', -1, 32))
	}
	return n.local(strconv.FormatFloat(float64(v), 'f', -1, 32))
}

// short writes a number with a fixed count of decimals.
func (n numerals) short(v float32, decimals int) string {
	return n.local(strconv.FormatFloat(float64(v), 'f', decimals, 32))
}

// chance writes a probability in hundredths; one that is there but rounds to none is below the first.
func (n numerals) chance(p float32) string {
	if p > 0 && p < .005 {
		return "<" + n.short(.01, 2)
	}
	return n.short(p, 2)
}

// percent writes a share of one in hundredths, without the sign.
func (n numerals) percent(v float32) string {
	return n.local(strconv.FormatFloat(float64(v)*100, 'f', 0, 64))
}

// local puts in the reader's decimal mark, and a true minus.
func (n numerals) local(s string) string {
	if n.decimal != "." {
		s = strings.Replace(s, ".", n.decimal, 1)
	}
	return strings.Replace(s, "-", "−", 2)
}

// count writes a whole number with its thousands parted.
func (n numerals) count(v int) string {
	s := itoa(v)
	if v < 10000 {
		return s
	}
	head := (len(s)-1)%3 + 1
	var b strings.Builder
	b.WriteString(s[:head])
	for i := head; i < len(s); i += 3 {
		b.WriteString(n.group)
		b.WriteString(s[i : i+3])
	}
	return b.String()
}

// share holds a number to 0 … 1, the scale of weights; what is not a number is 0.
func share(v float32) float64 {
	if !(v > 0) {
		return 0
	}
	return math.Min(float64(v), 1)
}

// level is where a number stands on the scale of states, −1 … 1, as 0 … 1.
func level(v float32) float64 { return share((v + 1) / 2) }

// largest is the index of the greatest number, the first of equals.
func largest(v []float32) int {
	best := 0
	for i := range v {
		if v[i] > v[best] {
			best = i
		}
	}
	return best
}
