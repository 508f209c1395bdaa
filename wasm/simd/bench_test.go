//go:build !js

package simd

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"testing"
	"time"

	asm "unroll/wasm/assembler"
	"unroll/web/chrome"
)

// peak is a module whose function does n rounds of 12 products and 12 sums of four floats that wait
// for nothing but their own chain: as fast as WebAssembly multiplies and adds on this machine.
func peak() []byte {
	const chains = 12
	m := asm.New()
	f := m.Func("peak", asm.F32)
	n := f.IntParam()
	var sums [chains]asm.Vec
	for i := range sums {
		sums[i] = f.Vec(asm.Splat(float32(i)))
	}
	scale, step := f.Vec(asm.Splat(0.999)), f.Vec(asm.Splat(0.001))
	f.Do(func() asm.Int {
		for _, s := range sums {
			s.Set(s.Mul(scale).Add(step))
		}
		n.Set(n.Minus(1))
		return n.Gt(asm.I(0))
	})
	all := sums[0]
	for _, s := range sums[1:] {
		all = all.Add(s)
	}
	f.Return(all.Lane(0))
	m.Export(f)
	return m.Encode()
}

// products are the sizes m, n, k that a step of W1 (hidden 128, embedding 64, batch 64) and of W3
// (hidden 256, vocabulary 1000) multiplies, a large one, and those of decoding a single string.
var products = [][3]int{
	{64, 384, 128}, {64, 128, 384}, {384, 128, 448}, {448, 128, 128}, {29, 384, 64},
	{64, 768, 256}, {64, 256, 768}, {768, 256, 896}, {896, 1000, 256}, {512, 512, 512},
	{11, 10, 128}, {11, 128, 10}, {1, 384, 128},
}

// BenchmarkGemm measures the kernel's products in Chromium against the peak of the same moment.
func BenchmarkGemm(b *testing.B) {
	kernels, err := os.ReadFile("kernels.wasm")
	if err != nil {
		b.Fatal(err)
	}
	page := isolated(b)
	arguments, err := json.Marshal(map[string]any{
		"kernels": base64.StdEncoding.EncodeToString(kernels), "peak": base64.StdEncoding.EncodeToString(peak()),
		"sizes": products, "scratch": ScratchLen,
	})
	if err != nil {
		b.Fatal(err)
	}
	type result struct {
		Size   [3]int  `json:"size"`
		Op     string  `json:"op"`
		Gflops float64 `json:"gflops"`
		Share  float64 `json:"share"`
	}
	for _, r := range chrome.Eval[[]result](page, `measureProducts(`+string(arguments)+`)`) {
		b.Run(fmt.Sprintf("%s/%d×%d×%d", r.Op, r.Size[0], r.Size[1], r.Size[2]), func(b *testing.B) {
			b.ReportMetric(r.Gflops, "GFLOP/s")
			b.ReportMetric(100*r.Share, "%-of-peak")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkStep runs the browser's own benchmark of a training step in Chromium.
func BenchmarkStep(b *testing.B) {
	out, code := inChromium(b, binary(b, "./wasm/simd"), "kernels.wasm", "-test.run", "^$", "-test.bench", "Step", "-test.benchtime", "2s")
	if code != 0 {
		b.Fatalf("exit code %d\n%s", code, out)
	}
	b.Logf("in Chromium:\n%s", out)
}

// isolated is a page whose clock is fine enough to time a product.
func isolated(b *testing.B) *chrome.Page {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Cross-Origin-Opener-Policy", "same-origin")
		w.Header().Set("Cross-Origin-Embedder-Policy", "require-corp")
		switch r.URL.Path {
		case "/":
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte(`<!doctype html><link rel="icon" href="data:,"><script src="products.js"></script>`))
		case "/products.js":
			http.ServeFile(w, r, "testdata/products.js")
		default:
			http.NotFound(w, r)
		}
	}))
	b.Cleanup(server.Close)
	return chrome.Open(b, server.URL, chrome.Options{Timeout: 3 * time.Minute})
}
