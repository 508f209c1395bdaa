//go:build !js

package simd

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"testing"
	"time"
)

// inFirefox opens a page that runs the tests in a worker, as inChromium does, and sends what they wrote
// back to the server it came from: that needs no driver, which Debian's Firefox does not bring.
func inFirefox(t testing.TB, binary, kernels string, args ...string) (string, int) {
	t.Helper()
	firefox := lookFirefox(t)
	quoted, err := json.Marshal(args)
	if err != nil {
		t.Fatal(err)
	}
	results := make(chan result, 1)
	files := site(t, binary, kernels, `<script src="browser.js"></script><script src="report.js"></script>`)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			files.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(r.Body)
		var got result
		if err == nil {
			err = json.Unmarshal(body, &got)
		}
		if err != nil {
			got = result{Code: 2, Written: err.Error()}
		}
		results <- got
	}))
	t.Cleanup(server.Close)

	cmd := exec.Command(firefox, "--headless", "--no-remote", "--new-instance", "--profile", t.TempDir(),
		server.URL+"/?"+url.QueryEscape(string(quoted)))
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		cmd.Process.Kill()
		cmd.Wait()
	}()
	select {
	case got := <-results:
		return got.Written, got.Code
	case <-time.After(3 * time.Minute):
		t.Fatal("Firefox has not answered for three minutes")
	}
	return "", 2
}

func lookFirefox(t testing.TB) string {
	t.Helper()
	for _, name := range []string{"firefox-esr", "firefox"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Fatal("Firefox is not installed, and the same bits are to be had there: apt-get install firefox-esr")
	return ""
}
