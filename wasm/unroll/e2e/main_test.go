package e2e

import (
	"fmt"
	"io/fs"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
	"unroll/web/site"
)

// root is the repository, seen from here; dist is the site that is tested.
const (
	root = "../../.."
	dist = root + "/dist"
)

// address is that of the site.
var address string

func TestMain(m *testing.M) {
	if err := build(); err != nil {
		fmt.Fprintln(os.Stderr, "e2e: there is no site to test:", err)
		os.Exit(1)
	}
	server := httptest.NewServer(site.New(os.DirFS(dist)))
	address = server.URL + "/"
	chrome.Main(m) // exits; the server ends with the process
}

// build makes the site if there is none or a source is younger than it.
func build() error {
	made, err := os.Stat(filepath.Join(dist, "index.html"))
	if err == nil {
		newest, err := youngest("core", "wasm", "web", "static")
		if err != nil {
			return err
		}
		if newest.Before(made.ModTime()) {
			return nil
		}
	}
	bundle := exec.Command("go", "run", "./web/bundle")
	bundle.Dir = root
	said, err := bundle.CombinedOutput()
	if err != nil {
		return fmt.Errorf("go run ./web/bundle: %w\n%s", err, said)
	}
	return nil
}

// youngest is when a file that the site is made of was last changed.
func youngest(dirs ...string) (newest time.Time, err error) {
	for _, dir := range dirs {
		err := filepath.WalkDir(filepath.Join(root, dir), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") {
				return err
			}
			info, err := d.Info()
			if err == nil && info.ModTime().After(newest) {
				newest = info.ModTime()
			}
			return err
		})
		if err != nil {
			return newest, err
		}
	}
	return newest, nil
}
