package train

import (
	"hash/fnv"
	"runtime"
	"testing"

	"gonum.org/v1/gonum/blas"
	"gonum.org/v1/gonum/blas/blas32"
)

// checksums of a run's whole state after 200 steps. A change in any of them means that every seed
// gives another model, and every shared link another film: it needs a reason.
//
// WebAssembly has no fused multiply–add and gonum no assembly for it, so this one is the page's, in
// every browser. On amd64 gonum's assembly adds in another order than its Go does; without it (build
// tag noasm) the bits are the page's.
var checksums = map[string]uint64{
	"plain":  0xc964910f27402e63,
	"vector": 0xf3a6ca8a81ed049a,
}

func TestChecksum(t *testing.T) {
	if runtime.GOARCH != "amd64" && runtime.GOARCH != "wasm" {
		t.Skipf("%s may fuse multiply and add; its bits are its own", runtime.GOARCH)
	}
	h := fnv.New64a()
	all := configs()
	for _, name := range []string{"rnn", "gru", "lstm", "deep", "both directions", "bahdanau", "input feeding", "a coin a token", "accumulated", "adamw"} {
		c := all[name]
		c.Batch = 35 // four shards, not all as large
		s := begin(t, c)
		steps(t, s, 200)
		h.Write(s.Save())
	}
	if got, want := h.Sum64(), checksums[order()]; got != want {
		t.Errorf("after 200 steps (%s) the states' checksum is %#x, it was %#x", order(), got, want)
	}
}

// order tells which of gonum's two orders of summation is linked: over these numbers they differ.
func order() string {
	x := []float32{1e8, 1, -1e8, 1, 1, 1, 1, 1, 1e8, 1, -1e8, 1, 1, 1, 1, 1, 1}
	one := []float32{1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1}
	n := len(x)
	c := blas32.General{Rows: 1, Cols: 1, Stride: 1, Data: make([]float32, 1)}
	row := func(d []float32) blas32.General { return blas32.General{Rows: 1, Cols: n, Stride: n, Data: d} }
	blas32.Gemm(blas.NoTrans, blas.Trans, 1, row(x), row(one), 0, c)
	var plain float32
	for _, v := range x {
		plain += v
	}
	if c.Data[0] == plain {
		return "plain"
	}
	return "vector"
}

func BenchmarkStep(b *testing.B) {
	for _, task := range []string{"reverse", "dates"} {
		b.Run(task, func(b *testing.B) {
			s := begin(b, Default(task))
			steps(b, s, 5)
			tokens := 0
			for b.Loop() {
				p, err := s.Step()
				if err != nil {
					b.Fatal(err)
				}
				tokens += p.Tokens
			}
			b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "target-tokens/s")
		})
	}
}
