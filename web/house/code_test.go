package house

import (
	"bytes"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestFormatted(t *testing.T) {
	sources(t, func(path string, text []byte) {
		if strings.HasSuffix(path, "_gen.go") {
			return // vugugen does not format what it writes
		}
		if !bytes.Equal(text, formatted(text)) {
			t.Errorf("%s is not formatted: gofmt -w %[1]s", path)
		}
	}, ".go")
}

func TestVetted(t *testing.T) {
	if _, said, err := command(nil, "go", "vet", "./..."); err != nil {
		t.Errorf("go vet: %v\n%s", err, said)
	}
}

// TestVettedForTheBrowser vets all that the program consists of, whose files for the browser a native
// go vet does not see.
func TestVettedForTheBrowser(t *testing.T) {
	args := []string{"vet"}
	for _, pkg := range list(t, browser, "-deps", program) {
		if strings.HasPrefix(pkg, "unroll/") {
			args = append(args, pkg)
		}
	}
	if len(args) < 10 {
		t.Fatalf("the program consists of %d packages only: %q", len(args)-1, args[1:])
	}
	if _, said, err := command(browser, "go", args...); err != nil {
		t.Errorf("GOOS=js GOARCH=wasm go vet: %v\n%s", err, said)
	}
}

func TestModulesAreTidy(t *testing.T) {
	if diff, said, err := command(nil, "go", "mod", "tidy", "-diff"); err != nil {
		t.Errorf("go.mod or go.sum is not tidy: go mod tidy\n%s%s", diff, said)
	}
}

// formatted is Go source in its usual form, or as it stands where it is no Go.
func formatted(text []byte) []byte {
	if neat, err := format.Source(text); err == nil {
		return neat
	}
	return text
}

// TestGeneratedCodeIsFresh generates the components anew in a copy and compares, whether or not
// somebody's editor has formatted what is committed.
func TestGeneratedCodeIsFresh(t *testing.T) {
	folders := make(map[string]string) // of the repository, to its copy
	copyOf := func(folder string) string {
		if folders[folder] == "" {
			folders[folder] = t.TempDir()
		}
		return folders[folder]
	}
	sources(t, func(path string, text []byte) { copyOf(filepath.Dir(path)) }, ".vugu")
	if len(folders) == 0 {
		t.Fatal("there is no .vugu file, so this test looks in the wrong place")
	}
	committed := make(map[string][]byte)
	sources(t, func(path string, text []byte) {
		folder := filepath.Dir(path)
		switch {
		case folders[folder] == "" || strings.HasSuffix(path, "_test.go"):
		case strings.HasSuffix(path, "_gen.go"):
			committed[path] = text
		default:
			if err := os.WriteFile(filepath.Join(folders[folder], filepath.Base(path)), text, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}, ".vugu", ".go")
	for folder, fresh := range folders {
		if _, said, err := command(nil, "go", "tool", "vugugen", "-skip-main", "-skip-go-mod", fresh); err != nil {
			t.Fatalf("vugugen of %s: %v\n%s", folder, err, said)
		}
		generated, err := filepath.Glob(filepath.Join(fresh, "*_gen.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range generated {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			name := filepath.ToSlash(filepath.Join(folder, filepath.Base(path)))
			if !bytes.Equal(formatted(text), formatted(committed[name])) {
				t.Errorf("%s is stale: go generate ./%s", name, folder)
			}
			delete(committed, name)
		}
	}
	for name := range committed {
		t.Errorf("%s is made from nothing any more: remove it", name)
	}
}
