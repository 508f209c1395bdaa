package main

import (
	"strings"
	"testing"
)

func TestParseOutcome(t *testing.T) {
	o, err := parseOutcome(read(t, "runner.json"), field)
	if err != nil {
		t.Fatal(err)
	}
	us := o.of(alone)
	if us.MsPerStep != 10 || us.GreedyMs != 0.17 || len(us.Rounds) != 3 || o.Chromium != "156.0.0.0" || o.CPU != "Some processor" {
		t.Errorf("read %+v", o)
	}
	if got := o.of(tape).GreedyMs; got != 0 {
		t.Errorf("null became %g", got)
	}
	if _, err := parseOutcome(read(t, "runner.json"), []string{alone, "nobody"}); err == nil || !strings.Contains(err.Error(), "nobody") {
		t.Errorf("a contestant that did not run was not missed: %v", err)
	}
	for _, text := range []string{"", "nobody to run", `{"results":`, `{"results": []}`} {
		if _, err := parseOutcome([]byte(text), nil); err == nil {
			t.Errorf("%q was taken for a result", text)
		}
	}
}

func TestParseProducts(t *testing.T) {
	products, err := parseProducts(string(read(t, "products.txt")))
	if err != nil {
		t.Fatal(err)
	}
	if len(products) != 5 {
		t.Fatalf("%d products, not 5", len(products))
	}
	// The best of each: 60 of 65 = max(52/0.8, 60/1.2).
	if p := products[1]; p.Form != "TN" || p.Size != "64×384×128" || p.Speed != 60 || p.Peak != 65 {
		t.Errorf("read %+v", p)
	}
	for _, text := range []string{"PASS\n", "BenchmarkGemm/NN-2 1 50 %-of-peak 3 GFLOP/s\n", "BenchmarkGemm/NN/1×1×1-2 1 x %-of-peak\n", "BenchmarkGemm/NN/1×1×1-2 1 3 GFLOP/s\n"} {
		if got, err := parseProducts(text); err == nil {
			t.Errorf("%q was taken for %v", text, got)
		}
	}
}

func TestParseNativeQuality(t *testing.T) {
	q, err := parseNativeQuality([]byte(`{"work": "W1", "runs": [[350, 3.34, 0.992], [null, 19.1, 0.97]], "median_s": 3.34}`), seeds(2))
	if err != nil {
		t.Fatal(err)
	}
	if want := (trial{3, 350, 3.34}); q.Runs[0] != want {
		t.Errorf("read %+v, want %+v", q.Runs[0], want)
	}
	if q.Runs[1].Steps != 0 || q.Runs[1].Seed != 1002 {
		t.Errorf("a run that never got there is %+v", q.Runs[1])
	}
	if _, err := parseNativeQuality([]byte(`{"runs": [[350, 3.34, 0.992]]}`), seeds(2)); err == nil {
		t.Error("one run was taken for two")
	}
}

func TestMedian(t *testing.T) {
	for _, c := range []struct {
		of   []float64
		want float64
	}{{nil, 0}, {[]float64{3}, 3}, {[]float64{9, 1}, 5}, {[]float64{7, 1, 2}, 2}} {
		if got := median(c.of); got != c.want {
			t.Errorf("the median of %v is %g, not %g", c.of, got, c.want)
		}
	}
}

func TestContestantFlag(t *testing.T) {
	var o options
	if err := o.add(`unroll-2={"workers":2}`); err != nil || o.more[0].ID != "unroll-2" || o.more[0].Opts != `{"workers":2}` {
		t.Errorf("read %+v, %v", o.more, err)
	}
	for _, wrong := range []string{"unroll-2", `={}`, "unroll-2={"} {
		if o.add(wrong) == nil {
			t.Errorf("%q was taken for a contestant", wrong)
		}
	}
}
