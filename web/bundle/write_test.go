package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
)

// text is long and dull enough to gain from compression.
func text(word string) []byte { return bytes.Repeat([]byte(word+" "), 200) }

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestCompressedFormsUnpackToTheirFiles(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "dist")
	files := map[string][]byte{"a.js": text("alpha"), "models/m": text("mu"), "tiny": []byte("x"), "none": {}}
	packed, err := write(dir, files)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		path := filepath.Join(dir, name)
		if got := read(t, path); !bytes.Equal(got, want) {
			t.Errorf("%s holds %q", name, got)
		}
		if len(want) < 10 {
			if exists(path+".br") || packed[name] != len(want) {
				t.Errorf("%s gains nothing, yet is compressed to %d bytes", name, packed[name])
			}
			continue
		}
		small := read(t, path+".br")
		if len(small) != packed[name] || len(small) >= len(want) {
			t.Errorf("%s: %d bytes compressed, reported %d of %d", name, len(small), packed[name], len(want))
		}
		got, err := io.ReadAll(brotli.NewReader(bytes.NewReader(small)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s.br unpacks to %q, %v", name, got, err)
		}
	}
}

func TestWritingAgain(t *testing.T) {
	dir := t.TempDir()
	first := map[string][]byte{"same.js": text("same"), "changed.js": text("old"), "gone/gone.js": text("gone")}
	if _, err := write(dir, first); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "same.js.br"), long, long); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, ".serve"), nil, 0o755); err != nil {
		t.Fatal(err)
	}
	second := map[string][]byte{"same.js": text("same"), "changed.js": text("new")}
	if _, err := write(dir, second); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(filepath.Join(dir, "same.js.br")); err != nil || time.Since(info.ModTime()) < time.Minute {
		t.Errorf("an unchanged file was compressed again: %v", err)
	}
	got, err := io.ReadAll(brotli.NewReader(bytes.NewReader(read(t, filepath.Join(dir, "changed.js.br")))))
	if err != nil || !bytes.Equal(got, text("new")) {
		t.Errorf("the changed file's compressed form is %.20q, %v", got, err)
	}
	for _, name := range []string{"gone/gone.js", "gone/gone.js.br"} {
		if exists(filepath.Join(dir, name)) {
			t.Errorf("%s is still there", name)
		}
	}
	if !exists(filepath.Join(dir, ".serve")) {
		t.Error("a dot file, which no site serves, was removed")
	}
}

func TestForeignDirectoryIsLeftAlone(t *testing.T) {
	dir := t.TempDir()
	precious := filepath.Join(dir, "thesis.txt")
	if err := os.WriteFile(precious, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := write(dir, map[string][]byte{"index.html": text("page")})
	if err == nil || !strings.Contains(err.Error(), "left alone") {
		t.Errorf("writing into a foreign directory: %v", err)
	}
	if string(read(t, precious)) != "mine" {
		t.Error("what was there is lost")
	}
}
