package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"unroll/web/bundle/lean"
	"unroll/web/bundle/shrink"
)

// buildFlags make the program small. Its bytes depend on the sources and the compiler only: no path, no
// time and no commit is in them. Nothing is inlined (-l), which saves a tenth of the brotli; as WebAssembly,
// Go's large functions gain nothing from being larger still, and training is no slower.
var buildFlags = []string{"-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-gcflags=all=-l"}

// compile builds a Go program for the browser, with the library as lean has it and the tables as shrink
// leaves them. A plain program is as Go builds it: its crash tells files and lines, and if it goes wrong,
// that is neither lean's fault nor shrink's; it is larger by a third.
func compile(program string, plain bool) ([]byte, error) {
	if version, err := goEnv("GOVERSION"); err != nil {
		return nil, err
	} else if !plain && version != lean.Version && !strings.HasPrefix(version, lean.Version+".") {
		fmt.Fprintf(os.Stderr, "bundle: %s is built plainly, and a third larger: what is left out is known of %s, not of %s\n", program, lean.Version, version)
		plain = true
	}
	dir, err := os.MkdirTemp("", "unroll-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	out := filepath.Join(dir, "program.wasm")
	command, err := buildCommand(dir, plain)
	if errors.Is(err, lean.ErrUnknown) {
		fmt.Fprintf(os.Stderr, "bundle: %s is built plainly, and a third larger: %v\n", program, err)
		plain = true
		command, err = buildCommand(dir, plain)
	}
	if err != nil {
		return nil, err
	}
	command.Args = append(command.Args, "-o", out, program)
	var said bytes.Buffer
	command.Stdout, command.Stderr = &said, &said
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("go build %s: %w\n%s", program, err, said.Bytes())
	}
	module, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	if !plain {
		small, err := shrink.Tables(module)
		if err != nil {
			fmt.Fprintf(os.Stderr, "bundle: %s keeps its tables of functions, and is a sixth larger: %v\n", program, err)
		} else {
			module = small
		}
	}
	return shrink.Join(module)
}

// buildCommand is go build, with a directory for what it is to read.
func buildCommand(dir string, plain bool) (*exec.Cmd, error) {
	command := exec.Command("go", append([]string{"build"}, buildFlags...)...)
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if plain {
		return command, nil
	}
	goroot, err := goEnv("GOROOT")
	if err != nil {
		return nil, err
	}
	overlay, err := lean.Overlay(goroot, dir)
	if err != nil {
		return nil, err
	}
	command.Args = append(command.Args, "-overlay", overlay)
	// The collector of Go 1.25 is as quick in a page as that of 1.26, whose code is 7 KB of brotli more.
	command.Env = append(command.Env, "GOEXPERIMENT=nogreenteagc")
	return command, nil
}

// goEnv asks the go command for a variable of its.
func goEnv(name string) (string, error) {
	out, err := exec.Command("go", "env", name).Output()
	if err != nil {
		return "", fmt.Errorf("go env %s: %w", name, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// startScript is Go's own wasm_exec.js, of the very compiler that builds the program.
func startScript() ([]byte, error) {
	goroot, err := goEnv("GOROOT")
	if err != nil {
		return nil, err
	}
	return os.ReadFile(filepath.Join(goroot, "lib/wasm/wasm_exec.js"))
}
