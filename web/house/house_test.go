package house

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// root is the repository, seen from this package.
const root = "../.."

// programs are what the browser runs: the page with its trainer, and the reader of files.
var programs = []string{"./wasm/unroll", "./wasm/reader"}

// browser is the target of what runs in one.
var browser = []string{"GOOS=js", "GOARCH=wasm"}

// command runs a command in the root and gives what it printed on its standard output; stderr is what
// it said besides.
func command(env []string, name string, args ...string) (stdout, stderr string, err error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), env...)
	var out, said strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &said
	err = cmd.Run()
	return out.String(), said.String(), err
}

// list is go list with these arguments, as lines.
func list(t *testing.T, env []string, args ...string) []string {
	t.Helper()
	out, said, err := command(env, "go", append([]string{"list"}, args...)...)
	if err != nil {
		t.Fatalf("go list %s: %v\n%s", strings.Join(args, " "), err, said)
	}
	return strings.Split(strings.TrimSpace(out), "\n")
}

// sources calls f for every file of the repository whose name ends in one of these, by its path in it.
func sources(t *testing.T, f func(path string, text []byte), endings ...string) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if name == "dist" || name != "." && strings.HasPrefix(d.Name(), ".") {
				return fs.SkipDir
			}
			return nil
		}
		for _, ending := range endings {
			if strings.HasSuffix(name, ending) {
				text, err := os.ReadFile(path)
				if err != nil {
					return err
				}
				f(filepath.ToSlash(name), text)
				break
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
