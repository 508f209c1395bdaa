// Command bundle makes the site that serve shows and that any static host can: the programs as wasm and
// the kernels that they are linked with, Go's own start-up script, everything in static/, and the page with its first picture already drawn.
// Each file gets a form compressed by brotli beside it.
//
//	go run ./web/bundle [-o dist] [-size] [-plain]
//
// It is run from the root of the repository. With -size it prints what the page weighs and fails when
// that is above the budget. With -plain the programs are as Go builds them, and a crash tells files
// and lines, for whoever looks for a mistake.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

func main() {
	dist := flag.String("o", "dist", "the directory to make")
	size := flag.Bool("size", false, "print what the page weighs; fail above the budget")
	plain := flag.Bool("plain", false, "build the program as Go does, so that a crash tells files and lines")
	flag.Parse()
	if err := run(*dist, *size, *plain); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

// run makes the site in dist and, when asked to, weighs it.
func run(dist string, size, plain bool) error {
	files, err := collect(plain)
	if err != nil {
		return err
	}
	packed, err := write(dist, files)
	if err != nil {
		return err
	}
	// The page's time tells when the site was made, even where nothing in it has changed.
	if err := os.Chtimes(filepath.Join(dist, "index.html"), time.Time{}, time.Now()); err != nil {
		return err
	}
	weight, err := weigh(files, packed)
	if err != nil {
		return err
	}
	if !size {
		fmt.Printf("%s is made: %d files; the page loads %s bytes before its first training step.\n",
			dist, len(files), grouped(weight.total()))
		return nil
	}
	weight.print(os.Stdout)
	return weight.check()
}

// programs are what is compiled, by the files of the site: the page with its trainer, and what is fetched
// when a reader brings pairs of their own.
var programs = map[string]string{"unroll.wasm": "./wasm/unroll", "reader.wasm": "./wasm/reader"}

// collect gives every file of the site by its path, the programs plain or small.
func collect(plain bool) (map[string][]byte, error) {
	files := make(map[string][]byte)
	static := os.DirFS("static")
	err := fs.WalkDir(static, ".", func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case path != "." && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return nil
		}
		files[path], err = fs.ReadFile(static, path)
		return err
	})
	if err != nil {
		return nil, err
	}
	for name, program := range programs {
		if files[name], err = compile(program, plain); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"kernels.wasm", "trampoline.wasm"} {
		if files[name], err = os.ReadFile(filepath.Join("wasm", "simd", name)); err != nil {
			return nil, err
		}
	}
	if files["wasm_exec.js"], err = startScript(); err != nil {
		return nil, err
	}
	if files["index.html"], err = page(files); err != nil {
		return nil, err
	}
	return files, nil
}
