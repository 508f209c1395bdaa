package main

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"unroll/core/corpus"
	"unroll/core/train"
)

func shipped(t *testing.T, task string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "static", "models", task+".safetensors"))
	if err != nil {
		t.Fatalf("%v; go run ./core/pretrain makes it", err)
	}
	return b
}

func TestShippedModelsWork(t *testing.T) {
	for _, task := range tasks() {
		t.Run(task, func(t *testing.T) {
			s, err := train.Load(shipped(t, task))
			if err != nil {
				t.Fatal(err)
			}
			if c := train.Default(task); s.Config() != c || s.Trained() != c.Rate.Horizon {
				t.Fatalf("it was trained %d steps as %+v; go run ./core/pretrain makes it anew", s.Trained(), s.Config())
			}
			e := s.Evaluate(judged).Report.Overall
			t.Logf("%d of %d held-out pairs right", e.Exact, e.Pairs)
			if float64(e.Exact) < 0.99*float64(e.Pairs) {
				t.Errorf("only %d of %d held-out pairs right", e.Exact, e.Pairs)
			}
			run, err := s.Run(s.Task().Example())
			if err != nil {
				t.Fatal(err)
			}
			if said := run.Decoder[len(run.Decoder)-1].Output.ID; said != corpus.End {
				t.Error("the first film's run does not end")
			}
		})
	}
}

// TestShippedModelsAreReproducible trains them again, to the last bit. gonum's products add in
// another order on other processors, so elsewhere than on amd64 the bits may differ, and what can
// be tested is that the result is as good.
func TestShippedModelsAreReproducible(t *testing.T) {
	for _, task := range tasks() {
		t.Run(task, func(t *testing.T) {
			again, err := pretrain(task, func(train.Progress) {})
			if err != nil {
				t.Fatal(err)
			}
			if runtime.GOARCH == "amd64" {
				if !bytes.Equal(again, shipped(t, task)) {
					t.Error("training it again gives another model; go run ./core/pretrain, and commit it with the reason")
				}
				return
			}
			s, err := train.Load(again)
			if err != nil {
				t.Fatal(err)
			}
			if e := s.Evaluate(judged).Report.Overall; float64(e.Exact) < 0.97*float64(e.Pairs) {
				t.Errorf("trained again, %d of %d held-out pairs are right", e.Exact, e.Pairs)
			}
		})
	}
}
