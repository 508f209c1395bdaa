//go:build js && wasm

// Exam is core/exam in WebAssembly, with the page's own arithmetic: each argument is a link's query, as in
// task=dates&hidden=48, and gives a line of JSON. It runs in Node; package run starts it.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"

	"unroll/core/corpus"
	"unroll/core/exam"
	"unroll/core/kernel"
	"unroll/core/measure"
	"unroll/core/train"
	"unroll/wasm/simd"
	"unroll/web/setting"
)

func main() {
	var ops kernel.Ops = kernel.Plain{}
	if simd.Available() {
		ops = &simd.Ops{}
	}
	start := time.Now()
	for _, query := range os.Args[1:] {
		v, problems := setting.Parse(query)
		if len(problems) > 0 {
			fail(fmt.Errorf("%q: %+v", query, problems))
		}
		c := v.Config
		p, ok := exam.Find(c.Task)
		if !ok {
			fail(fmt.Errorf("there is no exam in %q", c.Task))
		}
		m := train.Means{Ops: ops}
		if file := corpus.DataFile(c.Task); file != "" {
			data, err := os.ReadFile("static/" + file)
			if err != nil {
				fail(err)
			}
			m.Data = data
		}
		r, err := exam.Sit(p, c, m, func() time.Duration { return time.Since(start) },
			func(step int, loss float64, held *measure.Tally) {
				fmt.Fprintf(os.Stderr, "%s: step %d, loss %.4f, held-out %.1f %%\n", query, step, loss, 100*held.ExactMatch())
			})
		if err != nil {
			fail(err)
		}
		line, err := json.Marshal(r)
		if err != nil {
			fail(err)
		}
		fmt.Println(string(line))
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "exam:", err)
	os.Exit(1)
}
