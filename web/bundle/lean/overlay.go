package lean

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// Version is the one of Go whose library is known here. Its later releases are corrections.
const Version = "go1.26"

// ErrUnknown is that the library is not as it was read: another stand-in or constant would be needed.
var ErrUnknown = errors.New("Go's library is another one than was known here")

//go:embed fmt/*.go html/*.go godebug/*.go strconv/pow10tab.go
var sources embed.FS

// standIns are the packages that another stands in for, by the folder that has it here.
var standIns = map[string]string{"fmt": "fmt", "html": "html", "godebug": "internal/godebug"}

// standInFiles are those that stand in for one file of a package.
var standInFiles = map[string]string{"strconv/pow10tab.go": "internal/strconv/pow10tab.go"}

// Overlay writes a file for the go command's -overlay into a directory, with what that refers to beside
// it, for the library in goroot.
func Overlay(goroot, dir string) (file string, err error) {
	library, err := filepath.Abs(filepath.Join(goroot, "src"))
	if err != nil {
		return "", err
	}
	replaced := make(map[string]string)
	for folder, pkg := range standIns {
		if err := standIn(replaced, dir, folder, filepath.Join(library, filepath.FromSlash(pkg))); err != nil {
			return "", fmt.Errorf("lean: a package in the place of %s: %w", pkg, err)
		}
	}
	for name, file := range standInFiles {
		text, err := sources.ReadFile(name)
		if err != nil {
			return "", err
		}
		at := filepath.Join(library, filepath.FromSlash(file))
		if _, err := os.Stat(at); err != nil {
			return "", fmt.Errorf("lean: a file in the place of another: %w", err)
		}
		if replaced[at], err = put(dir, name, text); err != nil {
			return "", err
		}
	}
	changed, err := simplify(os.DirFS(library))
	if err != nil {
		return "", fmt.Errorf("lean: %w", err)
	}
	for name, text := range changed {
		if replaced[filepath.Join(library, filepath.FromSlash(name))], err = put(dir, name, text); err != nil {
			return "", err
		}
	}
	overlay, err := json.Marshal(map[string]any{"Replace": replaced})
	if err != nil {
		return "", err
	}
	return put(dir, "overlay.json", overlay)
}

// standIn replaces the files of a package by those in a folder here. To the go command, a file that is
// replaced by no other is not there.
func standIn(replaced map[string]string, dir, folder, pkg string) error {
	files, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("%w: %s has no files", ErrUnknown, pkg)
	}
	for _, f := range files {
		replaced[f] = ""
	}
	return fs.WalkDir(sources, folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(name, "_test.go") {
			return err
		}
		text, err := sources.ReadFile(name)
		if err != nil {
			return err
		}
		replaced[filepath.Join(pkg, path.Base(name))], err = put(dir, name, text)
		return err
	})
}

// put writes a file below dir and gives its path.
func put(dir, name string, text []byte) (string, error) {
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		return "", err
	}
	return file, os.WriteFile(file, text, 0o644)
}
