package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/andybalholm/brotli"
)

// mark is a file that says that a directory was made here, so that write may empty it.
const mark = ".made-by-bundle"

// write makes dir hold these files, each with its compressed form beside it, and nothing else. What is
// there already and unchanged is kept, so that only new bytes are compressed. It gives the size of each
// compressed form, or of the file itself where compression gains nothing. A directory that something
// else made is refused, for what it holds would be lost.
func write(dir string, files map[string][]byte) (packed map[string]int, err error) {
	if err := claim(dir); err != nil {
		return nil, err
	}
	packed = make(map[string]int)
	var (
		mu     sync.Mutex
		failed []error
		group  sync.WaitGroup
	)
	for name, data := range files {
		group.Go(func() {
			n, err := put(filepath.Join(dir, filepath.FromSlash(name)), data)
			mu.Lock()
			defer mu.Unlock()
			packed[name] = n
			failed = append(failed, err)
		})
	}
	group.Wait()
	return packed, errors.Join(append(failed, prune(dir, files))...)
}

// claim makes dir and marks it, or finds its mark.
func claim(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if _, err := os.Stat(filepath.Join(dir, mark)); err == nil {
		return nil
	}
	if len(entries) > 0 {
		return fmt.Errorf("%s was not made by this command, so it is left alone: name another directory", dir)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, mark), nil, 0o644)
}

// put makes path hold data, and path.br its compressed form where that is smaller; it gives the size of
// what a browser is sent. A compressed form that lies there always belongs to the file beside it, since
// it is removed before the file changes.
func put(path string, data []byte) (int, error) {
	packed := path + ".br"
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, data) {
		if info, err := os.Stat(packed); err == nil {
			return int(info.Size()), nil
		}
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return 0, err
	}
	if err := os.Remove(packed); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return 0, err
	}
	if err := replace(path, data); err != nil {
		return 0, err
	}
	small, err := compress(data)
	if err != nil || len(small) >= len(data) {
		return len(data), err
	}
	return len(small), replace(packed, small)
}

// compress is brotli at its hardest, and with the largest window that every decoder has, 16 MiB. It takes
// seconds once and spares every visitor some.
func compress(data []byte) ([]byte, error) {
	var out bytes.Buffer
	w := brotli.NewWriterOptions(&out, brotli.WriterOptions{Quality: brotli.BestCompression, LGWin: 24})
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	err := w.Close()
	return out.Bytes(), err
}

// replace puts data at path in one step, so that a server never reads half a file.
func replace(path string, data []byte) error {
	next := filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".next")
	if err := os.WriteFile(next, data, 0o644); err != nil {
		return err
	}
	return os.Rename(next, path)
}

// prune removes from dir what is no file of the site and no compressed form of one. Dot files, which no
// site serves, stay.
func prune(dir string, files map[string][]byte) error {
	return filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), ".") {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if _, wanted := files[strings.TrimSuffix(name, ".br")]; wanted {
			return nil
		}
		return os.Remove(path)
	})
}
