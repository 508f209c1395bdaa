package main

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

func read(t *testing.T, name string) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

var field = []string{alone, gates, tape, vanilla}

// example is a report of the runner's answer in testdata, with PyTorch measured or quoted.
func example(t *testing.T, native []torch) *report {
	t.Helper()
	o, err := parseOutcome(read(t, "runner.json"), field)
	if err != nil {
		t.Fatal(err)
	}
	products, err := parseProducts(string(read(t, "products.txt")))
	if err != nil {
		t.Fatal(err)
	}
	mine := quality{ID: alone, Measured: true}
	for i, q := range o.Quality {
		mine.Runs = append(mine.Runs, trial{seeds(2)[i], q.Steps, q.TrainSeconds})
	}
	return &report{
		machine{2, "1.26", "20.0", "linux/amd64"}, []raceResult{{works[0], o, native}},
		[]quality{mine, {ID: "PyTorch †", Runs: []trial{{3, 350, 3.3}}}}, 0.87, products,
	}
}

func TestMarkdown(t *testing.T) {
	measured := []torch{
		{Measured: true, Version: "1.13", Threads: 1, BLAS: 1, Milliseconds: 12.5, Tokens: 42000, Greedy: 1.1},
		{Measured: true, Version: "1.13", Threads: 1, BLAS: 1, Core: "SkylakeX", Milliseconds: 8, Tokens: 64000, Greedy: 0.8},
		{Measured: true, Version: "1.13", Threads: 2, BLAS: 1, Milliseconds: 7.5, Tokens: 70000, Greedy: 1.1},
	}
	for file, native := range map[string][]torch{"measured.md": measured, "quoted.md": works[0].torch} {
		got := strings.TrimSuffix(example(t, native).markdown(), notes)
		if *update {
			if err := os.WriteFile("testdata/"+file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want := string(read(t, file)); got != want {
			t.Errorf("%s differs (go test -update writes it anew):\n%s", file, got)
		}
	}
}

func TestRatioIsTakenWithinRounds(t *testing.T) {
	o := &outcome{Results: []result{{ID: "a", Rounds: []float64{1, 10, 3}}, {ID: "b", Rounds: []float64{4, 20, 9}}, {ID: "late", Rounds: []float64{1}}}}
	if got := o.ratio("b", "a"); got != 3 {
		t.Errorf("b takes %g times as long as a, not 3: the rounds' ratios are 4, 2, 3", got)
	}
	if got := o.ratio("late", "a"); got != 0 {
		t.Errorf("a contestant that missed rounds has the ratio %g", got)
	}
}

func TestEveryAimCanFail(t *testing.T) {
	r := example(t, works[0].torch)
	r.races[0].Results = append(r.races[0].Results[:3], result{ID: vanilla, GreedyMs: 1}, result{ID: both, MsPerStep: 6, Rounds: []float64{6, 6, 6}})
	good := r.aims()
	for i := range r.races[0].Results {
		c := &r.races[0].Results[i]
		if c.ID == alone || c.ID == both {
			c.MsPerStep, c.GreedyMs, c.LossRelErr, c.Rounds = 1000, 1000, 1, []float64{1000, 1000, 1000}
		}
	}
	for i := range r.products {
		r.products[i].Speed = 1
	}
	r.quality[0].Runs = []trial{{3, 250, 2}, {1002, 0, 1}, {1004, 0, 1}} // most never got there
	bad := r.aims()
	if len(good) != len(bad) || len(good) < 11 {
		t.Fatalf("%d aims, then %d", len(good), len(bad))
	}
	for _, a := range bad {
		if a.kept() {
			t.Errorf("%s is kept by %g%s", a.text, a.measured, a.unit)
		}
	}
}

func TestNotes(t *testing.T) {
	if !strings.HasPrefix(notes, "## ") || !strings.HasSuffix(notes, ".\n") {
		t.Errorf("notes.md is put at the end of the report as it is; it begins %.20q", notes)
	}
}
