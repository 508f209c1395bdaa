package house

import (
	"bytes"
	"encoding/json"
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
		if neat, err := format.Source(text); err != nil {
			t.Errorf("%s: %v", path, err)
		} else if !bytes.Equal(text, neat) {
			t.Errorf("%s is not formatted: gofmt -w %[1]s", path)
		}
	}, ".go")
}

func TestVetted(t *testing.T) {
	if _, said, err := command(nil, "go", "vet", "./..."); err != nil {
		t.Errorf("go vet: %v\n%s", err, said)
	}
}

// TestVettedForTheBrowser vets all that the programs consist of, whose files for the browser a native
// go vet does not see. Tests are left out: they run natively, and drive the browser from outside.
func TestVettedForTheBrowser(t *testing.T) {
	packages := []string{}
	for _, pkg := range list(t, browser, append([]string{"-deps"}, programs...)...) {
		if of(pkg, "unroll/") {
			packages = append(packages, pkg)
		}
	}
	if len(packages) < 10 {
		t.Fatalf("the programs consist of %d packages only: %q", len(packages), packages)
	}
	overlay, err := json.Marshal(map[string]any{"Replace": tests(t)})
	if err != nil {
		t.Fatal(err)
	}
	without := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(without, overlay, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, said, err := command(browser, "go", append([]string{"vet", "-overlay", without}, packages...)...); err != nil {
		t.Errorf("GOOS=js GOARCH=wasm go vet: %v\n%s", err, said)
	}
}

// tests maps every test file to nothing, which is how go's -overlay leaves a file out.
func tests(t *testing.T) map[string]string {
	t.Helper()
	top, err := filepath.Abs(root)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]string)
	sources(t, func(path string, _ []byte) { out[filepath.Join(top, path)] = "" }, "_test.go")
	return out
}
