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

// peak is a module that does nothing but multiply and add, four floats at once, in two ways, n rounds of
// each; the faster one is as fast as WebAssembly can on this machine.
//
//	chains: 12 times s = s·a + b, where each waits for nothing but itself
//	tile:   10 times s = s + x·y, with five x that were just read, as a product of matrices has it
//
// Where an addition takes long, chains cannot show all that a tile can.
func peak() []byte {
	m := asm.New()
	m.Memory("memory", 1)
	m.Export(peakChains(m))
	m.Export(peakTile(m))
	return m.Encode()
}

func peakChains(m *asm.Module) *asm.Func {
	f := m.Func("chains", asm.F32)
	n := f.IntParam()
	sums := make([]asm.Vec, 12)
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
	f.Return(total(sums))
	return f
}

func peakTile(m *asm.Module) *asm.Func {
	const unroll = 4
	f := m.Func("tile", asm.F32)
	n := f.IntParam()
	sums := make([]asm.Vec, 10)
	for i := range sums {
		sums[i] = f.Vec(asm.Splat(float32(i)))
	}
	y, x, at := [2]asm.Vec{f.Vec(asm.Splat(1)), f.Vec(asm.Splat(2))}, f.Vec(), f.Int()
	f.Do(func() asm.Int {
		at.Set(n.And(asm.I(31)).Shl(9)) // within 16 KB, which the innermost cache has
		for u := range unroll {
			for i := range 5 {
				x.Set(at.LoadVec(16 * (5*u + i)))
				for j := range 2 {
					s := sums[2*i+j]
					s.Set(s.Add(x.Mul(y[j])))
				}
			}
		}
		n.Set(n.Minus(unroll))
		return n.Gt(asm.I(0))
	})
	f.Return(total(sums))
	return f
}

func total(sums []asm.Vec) asm.Float {
	all := sums[0]
	for _, s := range sums[1:] {
		all = all.Add(s)
	}
	return all.Lane(0)
}

// products are the sizes m, n, k that a step of W1 (hidden 128, embedding 64, batch 64) and of W3
// (hidden 256, vocabulary 1000) multiplies, whole and in shards of 16, a large one, and those of decoding
// a single string.
var products = [][3]int{
	{16, 384, 128}, {16, 128, 384}, {64, 384, 128}, {64, 128, 384}, {384, 128, 448}, {448, 128, 128}, {29, 384, 64},
	{16, 768, 256}, {16, 256, 768}, {64, 768, 256}, {64, 256, 768}, {768, 256, 896}, {896, 1000, 256}, {512, 512, 512},
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
