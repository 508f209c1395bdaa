package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

// TestContestantBuilds: everything that the adapters ask for is there.
func TestContestantBuilds(t *testing.T) {
	folder := t.TempDir()
	if err := buildContestant(t.Context(), "../../..", folder); err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(filepath.Join(folder, "race.wasm"))
	if err != nil || !bytes.HasPrefix(program, []byte("\x00asm")) {
		t.Errorf("race.wasm begins %.4q: %v", program, err)
	}
	adapter, err := os.ReadFile(filepath.Join(folder, "adapter.mjs"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{"race.wasm", "wasm_exec.js", "kernel.js", "trampoline.wasm", "kernels.wasm"} {
		if _, err := os.Stat(filepath.Join(folder, file)); err != nil || !strings.Contains(string(adapter), `"`+file+`"`) {
			t.Errorf("%s is not there, or the adapter does not ask for it: %v", file, err)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "seeded.mjs")); err != nil {
		t.Error(err)
	}
}

func TestMissing(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	err := missing(t.TempDir())
	for _, want := range []string{"node is not on the PATH", "npm is not on the PATH", "there are no peers in", "UNROLL_PEERS"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %q", err, want)
		}
	}
	t.Setenv("UNROLL_PEERS", "")
	if err := run(t.Context(), options{works: []string{"W1"}}); err == nil {
		t.Error("the race ran without peers")
	}
	if err := run(t.Context(), options{works: []string{"W7"}}); err == nil || !strings.Contains(err.Error(), "W7") {
		t.Errorf("a work that does not exist: %v", err)
	}
}

func TestChecksum(t *testing.T) {
	sum := func(files map[string]string) string {
		folder := fstest.MapFS{}
		for name, text := range files {
			folder[name] = &fstest.MapFile{Data: []byte(text)}
		}
		s, err := checksum(folder)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	one := sum(map[string]string{"run.mjs": "1", "lib/work.mjs": "2"})
	if built := sum(map[string]string{"run.mjs": "1", "lib/work.mjs": "2", "dist/a.js": "3", "node_modules/b/c.js": "4"}); built != one {
		t.Error("what npm and the build left counts")
	}
	for _, other := range []map[string]string{{"run.mjs": "1"}, {"run.mjs": "1", "lib/work.mjs": "3"}, {"run.mjs": "12", "lib/work.mjs": ""}} {
		if sum(other) == one {
			t.Errorf("%v has the same checksum", other)
		}
	}
}
