package page

import (
	"math"
	"strconv"
	"strings"

	"unroll/web/say"
	"unroll/web/scene"
)

// number writes x with so many digits after the decimal sign, as the language does it.
func number(text *say.Catalogue, x float64, digits int) string {
	whole, fraction, _ := strings.Cut(strconv.FormatFloat(x, 'f', digits, 64), ".")
	sign := ""
	if rest, negative := strings.CutPrefix(whole, "-"); negative {
		if whole = rest; strings.Trim(rest+fraction, "0") != "" { // there is no minus zero
			sign = "−"
		}
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
func clip(text string) string { return clipTo(text, 40) }

func clipTo(text string, limit int) string {
	if r := []rune(text); len(r) > limit {
		return string(r[:limit]) + "…"
	}
	return text
}

// coordinate writes a number for an SVG attribute.
func coordinate(x float64) string {
	return strconv.FormatFloat(x, 'f', -1, 64)
}

// probability writes e to the x: in per cent, or as a power of ten where that would be nothing but zeros.
func probability(text *say.Catalogue, x float64) string {
	if p := math.Exp(x); p >= 0.0005 || math.IsNaN(p) {
		return percent(text, p)
	}
	return power(text, x/math.Ln10)
}

// brief writes x with three digits that matter.
func brief(text *say.Catalogue, x float64) string {
	size := math.Log10(math.Abs(x))
	switch {
	case x == 0 || math.IsNaN(x) || math.IsInf(x, 0):
		return number(text, x, 0)
	case x > 0 && size < -4:
		return power(text, size)
	}
	return number(text, x, max(0, 2-int(math.Floor(size))))
}

// loss writes a loss: three digits behind the sign, or as many as it takes to see that it is not zero.
func loss(text *say.Catalogue, x float64) string {
	if x > 0 && x < 0.01 {
		return brief(text, x)
	}
	return number(text, x, 3)
}

// power writes ten to the x as a product, "1.2 × 10⁻⁹".
func power(text *say.Catalogue, x float64) string {
	whole := math.Floor(x + 0.002) // 9.96 would be written as 10.0
	return number(text, max(1, math.Pow(10, x-whole)), 1) + " × 10" + scene.Superscript(int(whole))
}
