package page

import (
	"strconv"
	"strings"

	"unroll/web/say"
)

// number writes x with so many digits after the decimal sign, as the language does it.
func number(text *say.Catalogue, x float64, digits int) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', digits, 64), ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "−", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + text.Page.Thousand + whole[i:]
	}
	if fraction != "" {
		whole += text.Page.Decimal + fraction
	}
	return sign + whole
}

// count writes a whole number.
func count(text *say.Catalogue, n int) string { return number(text, float64(n), 0) }

// percent writes a share of one.
func percent(text *say.Catalogue, x float64) string { return number(text, 100*x, 1) + " %" }

// duration writes seconds as minutes and seconds.
func duration(seconds float64) string {
	s := int(seconds)
	return strconv.Itoa(s/60) + ":" + strconv.Itoa(s%60/10) + strconv.Itoa(s%10)
}

// clip shortens foreign text for a sentence.
func clip(text string) string {
	const limit = 40
	if r := []rune(text); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return text
}

// coordinate writes a number for an SVG attribute.
func coordinate(x float64) string {
	return strconv.FormatFloat(x, 'f', -1, 64)
}
