// Run holds the exams of core/exam in Node, with the page's own arithmetic, and writes how they went to
// wasm/exam/RESULTS.md.
//
//	go run ./wasm/exam/run [-seeds 3] [-notes=false] [task …]
//
// With tasks it prints the table of those and writes nothing.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"unroll/core/exam"
)

const results = "wasm/exam/RESULTS.md"

func main() {
	seeds := flag.Int("seeds", 3, "how many seeds each task is examined with")
	flag.Parse()
	if err := run(*seeds, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "exam:", err)
		os.Exit(1)
	}
}

func run(seeds int, tasks []string) error {
	if seeds < 1 {
		return errors.New("there must be a seed")
	}
	dir, err := os.MkdirTemp("", "exam-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	r, err := newRoom(dir)
	if err != nil {
		return err
	}
	var sat []sitting
	for _, p := range exam.Papers {
		if len(tasks) > 0 && !contains(tasks, p.Task) {
			continue
		}
		s := sitting{Paper: p}
		for seed := 1; seed <= seeds; seed++ {
			result, err := r.sit(fmt.Sprintf("task=%s&seed=%d", p.Task, seed))
			if err != nil {
				return err
			}
			s.results = append(s.results, result)
		}
		sat = append(sat, s)
	}
	if len(sat) == 0 {
		return fmt.Errorf("there is no exam in any of %q", tasks)
	}
	text := report(sat)
	if len(tasks) > 0 {
		fmt.Print(text)
		return nil
	}
	fmt.Println("written to " + results)
	return os.WriteFile(results, []byte(text), 0o644)
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// room is where exams are held.
type room struct{ node, wasmExec, program string }

func newRoom(dir string) (*room, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, errors.New("the exams are held in Node, which is not installed: see https://nodejs.org")
	}
	r := &room{node: node, program: filepath.Join(dir, "exam.wasm")}
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	r.wasmExec = filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
	build := exec.Command("go", "build", "-o", r.program, "./wasm/exam")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("go build ./wasm/exam: %w\n%s", err, said)
	}
	return r, nil
}

// sit is one exam, by the query of a link.
func (r *room) sit(query string) (result exam.Result, err error) {
	cmd := exec.Command(r.node, "wasm/simd/testdata/node.js", r.wasmExec, "static/kernel.js",
		"wasm/simd/trampoline.wasm", "wasm/simd/kernels.wasm", r.program, query)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return result, fmt.Errorf("the exam %s: %w", query, err)
	}
	if err := json.Unmarshal(out, &result); err != nil {
		return result, fmt.Errorf("the exam %s printed %q: %w", query, out, err)
	}
	return result, nil
}

// machine is what the exams were held on, in a line.
func machine() string {
	name := runtime.GOARCH
	if info, err := os.ReadFile("/proc/cpuinfo"); err == nil {
		for line := range strings.Lines(string(info)) {
			if key, value, ok := strings.Cut(line, ":"); ok && strings.TrimSpace(key) == "model name" {
				name = strings.TrimSpace(value)
				break
			}
		}
	}
	node, _ := exec.Command("node", "--version").Output()
	return fmt.Sprintf("%s, %d cores; Node %s, one thread", name, runtime.NumCPU(), strings.TrimSpace(string(node)))
}
