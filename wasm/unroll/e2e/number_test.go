package e2e

import (
	"fmt"
	"hash/fnv"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"unroll/web/chrome"
	"unroll/web/say"
	"unroll/web/scene"
	"unroll/web/wire"
)

// TestNumbersAreTheTraces draws the trainer's own trace outside of the browser and compares every text
// with what the page shows.
func TestNumbersAreTheTraces(t *testing.T) {
	v := openTapped(t, "", chrome.Options{})
	for _, film := range []string{"unrolled", "alignment-matrix"} {
		v.Click(`input[value="` + film + `"]`)
		v.Frames(3)
		v.still()
		width := chrome.Eval[float64](v.Page, `document.querySelector('#film-stage').clientWidth`)
		m, ok := heard[wire.Trace](v)
		if !ok {
			t.Fatal("the trainer has sent no trace")
		}
		want, err := scene.New(film, m.Decoded.Run, scene.Options{Width: width, Text: &say.English})
		if err != nil {
			t.Fatal(err)
		}
		for _, share := range []float64{0.25, 0.6, 1} {
			v.scrub(share * v.end())
			at := v.moment()
			got := chrome.Eval[[]string](v.Page, `[...document.querySelectorAll('#film-canvas text')].map(e => e.textContent)`)
			var texts []string
			for _, s := range want.Picture(at).Shapes {
				if s.Kind == scene.Text {
					texts = append(texts, s.Label)
				}
			}
			if !slices.Equal(got, texts) {
				t.Errorf("%s at %v s shows\n%q, and the trace says\n%q", film, at, got, texts)
			}
			if len(texts) < 5 {
				t.Errorf("%s at %v s has %d texts", film, at, len(texts))
			}
		}
	}
}

// TestSameSeedSameBytes trains in the browser, then for as many steps in Node, and compares all that a
// run consists of, to the last bit of the optimiser's state.
func TestSameSeedSameBytes(t *testing.T) {
	const query = "?seed=7&shortest=3&longest=5&hidden=16&embedding=8&batch=8&teacher=0.5"
	v := openTapped(t, query, chrome.Options{Timeout: 3 * time.Minute})
	v.press("Train")
	v.until(time.Minute, "200 steps", func() bool { return v.steps() >= 200 })
	v.press("Pause")
	v.until(20*time.Second, "rest", v.rests)

	var saved wire.Saved
	v.until(20*time.Second, "saved state of the last step", func() bool {
		saved, _ = heard[wire.Saved](v)
		return saved.Step == v.steps()
	})
	h := fnv.New64a()
	h.Write(saved.Checkpoint)
	got, want := fmt.Sprintf("%x", h.Sum64()), reference(t, query, strconv.Itoa(saved.Step))
	if got != want {
		t.Errorf("after %d steps the state's checksum is %s in the browser and %s in Node", saved.Step, got, want)
	}
}

// reference runs testdata/reference in Node, over the same kernels, and gives what it prints.
func reference(t *testing.T, args ...string) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "reference.wasm")
	build := exec.Command("go", "build", "-o", program, "./testdata/reference")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("go build ./testdata/reference: %v\n%s", err, said)
	}
	const simd = "../../simd/"
	run := exec.Command("node", append([]string{simd + "testdata/node.js", "../../../dist/wasm_exec.js",
		"../../../static/kernel.js", simd + "trampoline.wasm", simd + "kernels.wasm", program}, args...)...)
	run.Stderr = os.Stderr
	out, err := run.Output()
	if err != nil {
		t.Fatalf("node: %v (it is needed here; apt-get install nodejs)", err)
	}
	return strings.TrimSpace(string(out))
}
