package chrome

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
)

// names are the programs tried in turn when CHROME is not set.
var names = []string{
	"chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "headless-shell",
	"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
	"/Applications/Chromium.app/Contents/MacOS/Chromium",
}

// missing is said when there is no browser; a test that cannot run is a failure, never a skip.
const missing = `no Chromium found, and this test needs a real browser.
Install one:  apt-get install chromium   (Debian, Ubuntu)
              dnf install chromium       (Fedora)
              brew install --cask chromium (macOS)
or name one:  CHROME=/path/to/chrome go test ./…`

// Find returns the path of the browser.
func Find() (string, error) {
	if path := os.Getenv("CHROME"); path != "" {
		found, err := exec.LookPath(path)
		if err != nil {
			return "", fmt.Errorf("the browser that CHROME names cannot be run: %w", err)
		}
		return found, nil
	}
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("%s", missing)
}

// shared is the browser of a test binary whose TestMain called Main. It is the one piece of state
// that outlives a test: starting Chromium takes longer than most tests.
var shared struct {
	sync.Mutex
	wanted  bool
	browser context.Context
	close   func()
}

// Main runs the tests of a binary with one browser for all, closes it, and calls the functions that
// tidy up after all tests. It is for TestMain:
//
//	func TestMain(m *testing.M) { chrome.Main(m) }
func Main(m *testing.M, after ...func()) {
	shared.wanted = true
	code := m.Run()
	if shared.close != nil {
		shared.close()
	}
	for _, f := range after {
		f()
	}
	os.Exit(code)
}

// start returns the context of a running browser: the shared one, or one that ends with the test.
func start(t testing.TB) context.Context {
	t.Helper()
	shared.Lock()
	defer shared.Unlock()
	if shared.browser != nil {
		return shared.browser
	}
	browser, stop, err := launch()
	if err != nil {
		t.Fatal(err)
	}
	if shared.wanted {
		shared.browser, shared.close = browser, stop
	} else {
		t.Cleanup(stop)
	}
	return browser
}

// launch starts Chromium. chromedp gives it a profile directory that stop removes, and on Linux the
// kernel kills it should the test binary die without calling stop.
func launch() (browser context.Context, stop func(), err error) {
	path, err := Find()
	if err != nil {
		return nil, nil, err
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.NoSandbox, // a container's root may not make the sandbox's namespaces
		chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true),
		chromedp.Flag("enable-precise-memory-info", true),
	)
	allocator, release := chromedp.NewExecAllocator(context.Background(), options...)
	browser, closeBrowser := chromedp.NewContext(allocator)
	stop = func() { closeBrowser(); release() }
	if err := chromedp.Do(browser); err != nil {
		stop()
		return nil, nil, fmt.Errorf("start %s: %w", path, err)
	}
	return browser, stop, nil
}
