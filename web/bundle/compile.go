package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"unroll/web/bundle/shrink"
)

// buildFlags make the program small. Its bytes depend on the sources and the compiler only: no path, no
// time and no commit is in them. Nothing is inlined (-l), which saves a tenth of the brotli; as WebAssembly,
// Go's large functions gain nothing from being larger still, and training is no slower.
var buildFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=all=-l"}

// compile builds a Go program for the browser. With lines, a crash of it tells files and lines, as Go's do,
// and it is larger by a tenth; without, its functions' names only.
func compile(program string, lines bool) ([]byte, error) {
	dir, err := os.MkdirTemp("", "unroll-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "program.wasm")
	cmd := exec.Command("go", append(append([]string{"build"}, buildFlags...), "-o", out, program)...)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go build %s: %w\n%s", program, err, said.Bytes())
	}
	module, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	if !lines {
		small, err := shrink.Tables(module)
		if err != nil {
			fmt.Fprintf(os.Stderr, "bundle: %s keeps its tables of lines, and is larger by a tenth: %v\n", program, err)
		} else {
			module = small
		}
	}
	return shrink.Join(module)
}

// startScript is Go's own wasm_exec.js, of the very compiler that builds the program.
func startScript() ([]byte, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return nil, fmt.Errorf("go env GOROOT: %w", err)
	}
	return os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "lib/wasm/wasm_exec.js"))
}
