// Command pretrain trains the models that the page shows before its reader has trained one, and
// writes them to static/models, quantised. It is reproducible: on one kind of processor it writes
// the same bytes whenever it runs.
//
//	go run ./core/pretrain [-to static/models] [task …]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"unroll/core/corpus"
	"unroll/core/train"
)

// tasks are those that have a model. Each is trained for as long as the rate of its default falls.
func tasks() []string {
	return slices.DeleteFunc(corpus.Names(), func(task string) bool { return !train.Shipped(task) })
}

// judged is how many held-out pairs a model is judged on.
const judged = 1000

func main() {
	to := flag.String("to", filepath.Join("static", "models"), "the folder to write to")
	flag.Parse()
	chosen := flag.Args()
	if len(chosen) == 0 {
		chosen = tasks()
	}
	for _, task := range chosen {
		if err := write(task, *to); err != nil {
			fmt.Fprintln(os.Stderr, "pretrain:", err)
			os.Exit(1)
		}
	}
}

func write(task, folder string) error {
	file, err := pretrain(task, func(p train.Progress) {
		if p.Step%300 == 0 {
			fmt.Printf("%s: step %d, loss %.4f\n", task, p.Step, p.Loss)
		}
	})
	if err != nil {
		return err
	}
	delivered, err := train.Load(file)
	if err != nil {
		return err
	}
	e := delivered.Evaluate(judged).Report.Overall
	fmt.Printf("%s: %d numbers in %d bytes; %d of %d held-out pairs right, %.2f %% of tokens\n",
		task, delivered.Parameters(), len(file), e.Exact, e.Pairs, 100*e.TokenAccuracy())
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, task+".safetensors"), file, 0o644)
}

// pretrain trains a task's default model and returns it as delivered.
func pretrain(task string, each func(train.Progress)) ([]byte, error) {
	c := train.Default(task)
	s, err := train.New(c)
	if err != nil {
		return nil, err
	}
	for range c.Rate.Horizon {
		p, err := s.Step()
		if err != nil {
			return nil, err
		}
		each(p)
	}
	return s.SaveWeights(), nil
}
