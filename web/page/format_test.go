package page

import (
	"math"
	"testing"

	"unroll/web/say"
)

func TestNumbersAreWrittenAsTheLanguageDoes(t *testing.T) {
	for got, want := range map[string]string{
		number(&say.English, -0.002, 2):              "0.00",
		number(&say.English, -1234.5, 1):             "−1,234.5",
		number(&say.Portuguese, -1234.5, 1):          "−1.234,5",
		number(&say.English, -12, 0):                 "−12",
		loss(&say.English, 3.3641):                   "3.364",
		loss(&say.English, 0.00046312):               "0.000463",
		loss(&say.English, 0.0000012):                "1.2 × 10⁻⁶",
		loss(&say.English, 0):                        "0.000",
		probability(&say.English, math.Log(0.5)):     "50.0 %",
		probability(&say.English, -12):               "6.1 × 10⁻⁶",
		probability(&say.Portuguese, math.Log(1e-9)): "1,0 × 10⁻⁹",
		brief(&say.English, 1234.6):                  "1,235",
		brief(&say.English, math.NaN()):              "NaN",
	} {
		if got != want {
			t.Errorf("written as %q, want %q", got, want)
		}
	}
}
