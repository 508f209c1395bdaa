//go:build !js

package simd

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
)

func TestMain(m *testing.M) { chrome.Main(m) }

// root is the repository, seen from this package.
const root = "../.."

// binary builds a package's tests for the browser.
func binary(t testing.TB, pkg string) string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "test.wasm")
	cmd := exec.Command("go", "test", "-c", "-tags", "simd", "-o", out, pkg)
	cmd.Dir = root
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go test -c %s: %v\n%s", pkg, err, said)
	}
	return out
}

// wasmExec is Go's own support script, unmodified.
func wasmExec(t testing.TB) string {
	t.Helper()
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(strings.TrimSpace(string(goroot)), "lib", "wasm", "wasm_exec.js")
}

// place is one where test binaries run: it gives what they wrote, and their exit code.
type place func(t testing.TB, binary, kernels string, args ...string) (string, int)

// result is what a page says of the tests that it ran.
type result struct {
	Code    int    `json:"code"`
	Written string `json:"written"`
}

// site serves all that a page needs to run the tests; its own markup is scripts.
func site(t testing.TB, binary, kernels, scripts string) http.Handler {
	t.Helper()
	files := map[string]string{
		"/wasm_exec.js": wasmExec(t), "/kernel.js": root + "/static/kernel.js", "/run.js": "testdata/run.js",
		"/browser.js": "testdata/browser.js", "/report.js": "testdata/report.js",
		"/trampoline.wasm": "trampoline.wasm", "/kernels.wasm": kernels, "/test.wasm": binary,
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case files[r.URL.Path] != "":
			http.ServeFile(w, r, files[r.URL.Path])
		case r.URL.Path == "/":
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte(`<!doctype html><link rel="icon" href="data:,">` + scripts))
		default:
			http.NotFound(w, r)
		}
	})
}

func inChromium(t testing.TB, binary, kernels string, args ...string) (string, int) {
	t.Helper()
	server := httptest.NewServer(site(t, binary, kernels, `<script src="browser.js"></script>`))
	t.Cleanup(server.Close)
	page := chrome.Open(t, server.URL, chrome.Options{Timeout: 3 * time.Minute})
	quoted, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	got := chrome.Eval[result](page, `inWorker("test.wasm", `+string(quoted)+`)`)
	return got.Written, got.Code
}

func inNode(t testing.TB, binary, kernels string, args ...string) (string, int) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("Node is not installed, and the same bits are to be had there: apt-get install nodejs")
	}
	var out bytes.Buffer
	cmd := exec.Command(node, append([]string{"testdata/node.js", wasmExec(t), root + "/static/kernel.js", "trampoline.wasm", kernels, binary}, args...)...)
	cmd.Stdout, cmd.Stderr = &out, &out
	err = cmd.Run()
	if cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), cmd.ProcessState.ExitCode()
}

var places = map[string]place{"Chromium": inChromium, "Firefox": inFirefox, "Node": inNode}

// TestLinked runs tests over the linked kernels: this package's own, the comparison of the whole model
// with PyTorch, and that of what a search finds with what the model makes of it.
func TestLinked(t *testing.T) {
	for _, c := range []struct{ pkg, run string }{
		{"./wasm/simd", "."}, {"./core/model", "TestFixtures"}, {"./core/decode", "Greedy|FoundAndForced"},
	} {
		bin := binary(t, c.pkg)
		for name, run := range places {
			t.Run(c.pkg+" in "+name, func(t *testing.T) {
				out, code := run(t, bin, "kernels.wasm", "-test.v", "-test.run", c.run)
				if code != 0 || !strings.Contains(out, "\nPASS") {
					t.Errorf("exit code %d\n%s", code, out)
				}
				if c.pkg == "./core/model" && strings.Count(out, "/simd (") < 8 {
					t.Errorf("fewer than eight runs of PyTorch were replayed by the kernels:\n%s", out)
				}
			})
		}
	}
}

// TestWithoutSIMD: where the kernels do not validate the program still runs, and is told.
func TestWithoutSIMD(t *testing.T) {
	bin := binary(t, "./wasm/simd")
	foreign := filepath.Join(t.TempDir(), "kernels.wasm")
	if err := os.WriteFile(foreign, []byte("\x00asm\x01\x00\x00\x00 no module"), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, run := range places {
		t.Run(name, func(t *testing.T) {
			out, code := run(t, bin, foreign, "-test.v", "-without")
			if code != 0 || !strings.Contains(out, "--- PASS: TestAvailable") {
				t.Errorf("exit code %d\n%s", code, out)
			}
		})
	}
}
