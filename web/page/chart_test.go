package page

import (
	"math"
	"testing"

	"unroll/web/say"
)

// What a diverged run leaves in a curve must neither hang the page nor bend the axis.
func TestChartTakesWhatDivergedRunsLeave(t *testing.T) {
	for _, c := range []struct{ value, top float64 }{
		{3.2, 5}, {0.011, 0.02}, {1, 1}, {0, 1}, {-1, 1}, {math.NaN(), 1}, {math.Inf(1), 1},
		{math.SmallestNonzeroFloat64, 1}, {1e300, 1e300},
	} {
		chart := &CurveChart{Text: &say.English, Chart: Chart{Curves: []Curve{{Points: []Point{{Step: 1, Value: c.value}}, Last: "x"}}}}
		if got := chart.Chart.top(); math.Abs(got-c.top) > 1e-9*c.top {
			t.Errorf("an axis for %v ends at %v, want %v", c.value, got, c.top)
		}
		if len(chart.ticks()) < 2 || len(chart.ends()) != 1 {
			t.Errorf("a curve of %v has no axis or no end", c.value)
		}
	}
}
