//go:build js && wasm

package simd

import (
	"bytes"
	"flag"
	"fmt"
	"hash/fnv"
	"maps"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"gonum.org/v1/gonum/blas/blas32"
	"gonum.org/v1/gonum/blas/gonum"

	"unroll/core/kernel"
	"unroll/core/kernel/kerneltest"
	"unroll/core/model"
	"unroll/core/optim"
	"unroll/core/train"
	"unroll/wasm/crew"
	"unroll/wasm/crew/crewtest"
)

// These tests run in a browser and in Node, where link_test.go starts them.

// without says that the kernels were left out, as in a browser without SIMD.
var without = flag.Bool("without", false, "expect no kernels, and run only TestAvailable")

func TestMain(m *testing.M) {
	flag.Parse()
	if *without {
		flag.Set("test.run", "^TestAvailable$")
	}
	os.Exit(m.Run())
}

func TestAvailable(t *testing.T) {
	if Available() == *without {
		t.Fatalf("available: %v, although left out: %v", Available(), *without)
	}
}

func TestOpsAgreesWithOracle(t *testing.T) {
	kerneltest.Test(t, &Ops{})
}

// configs are one for each kind of product, gate, attention and update.
func configs() map[string]train.Config {
	all := map[string]train.Config{}
	add := func(name string, change func(*train.Config)) {
		c := train.Config{Task: "reverse", Shortest: 2, Longest: 5,
			Architecture: model.Architecture{Cell: "gru", Attention: "general", Embedding: 10, Hidden: 27},
			Batch:        35, Rate: optim.Schedule{Base: 5e-3}, Forcing: train.Forcing{Share: 0.9}, ClipNorm: 1, Seed: 1}
		change(&c)
		all[name] = c
	}
	for _, cell := range []string{"rnn", "gru", "lstm"} {
		for _, attention := range []string{"none", "dot", "general"} {
			add(cell+"/"+attention, func(c *train.Config) { c.Cell, c.Attention = cell, attention })
		}
	}
	for _, attention := range []string{"additive", "bahdanau"} {
		add(attention, func(c *train.Config) { c.Attention = attention })
	}
	add("deep", func(c *train.Config) { c.Layers, c.Residual, c.Dropout = 3, true, 0.1 })
	add("both directions", func(c *train.Config) { c.Encoder, c.Bridge, c.Feed = "both", "dense", "every" })
	add("one table", func(c *train.Config) { c.Embeddings, c.Embedding, c.InputFeeding = "all", c.Hidden, true })
	add("adamw", func(c *train.Config) { c.Optimiser, c.Smoothing, c.Accumulate = "adamw", 0.1, 2 })
	return all
}

func steps(t *testing.T, s *train.Session, n int) (loss float64) {
	t.Helper()
	for range n {
		p, err := s.Step()
		if err != nil {
			t.Fatal(err)
		}
		loss = p.Loss
	}
	return loss
}

// every is one run for each configuration, in the order of their names.
func every(t *testing.T, ops kernel.Ops, f func(name string, s *train.Session)) {
	all := configs()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		s, err := train.NewWith(train.Means{Ops: ops}, all[name])
		if err != nil {
			t.Fatal(err)
		}
		f(name, s)
	}
}

// TestTraining: every model learns, its first losses are those of plain Go, and stopping, loading and
// going on changes no bit.
func TestTraining(t *testing.T) {
	plain := map[string]float64{}
	every(t, kernel.Plain{}, func(name string, s *train.Session) { plain[name] = steps(t, s, 5) })
	every(t, &Ops{}, func(name string, s *train.Session) {
		early := steps(t, s, 5)
		if d := math.Abs(early - plain[name]); d > 2e-5 {
			t.Errorf("%s: after 5 steps the loss is %v, in plain Go %v", name, early, plain[name])
		}
		saved := s.Save()
		if last := steps(t, s, 195); !(last < 0.9*early) {
			t.Errorf("%s: the loss went from %v to %v in 200 steps", name, early, last)
		}
		again, err := train.LoadWith(train.Means{Ops: &Ops{}}, saved)
		if err != nil {
			t.Fatal(err)
		}
		steps(t, again, 195)
		if !bytes.Equal(again.Save(), s.Save()) {
			t.Errorf("%s: the run that was resumed parted from the one that was not", name)
		}
	})
}

// checksum of every model's whole state after 200 steps. It is the page's in every browser, however many
// workers share the steps: a change means that every seed gives another model, and needs a reason.
const checksum = 0x3910319c186ffdb8

func TestChecksum(t *testing.T) {
	for _, workers := range []int{1, 2, 4} {
		h := fnv.New64a()
		every(t, &Ops{}, func(name string, s *train.Session) {
			replicas := []*train.Session{s}
			for len(replicas) < workers {
				r, err := train.NewWith(train.Means{Ops: &Ops{}}, configs()[name])
				if err != nil {
					t.Fatal(err)
				}
				replicas = append(replicas, r)
			}
			var working sync.WaitGroup
			for i, place := range crewtest.Places(workers) {
				working.Go(func() {
					for range 200 {
						if _, together, err := crew.Step(replicas[i], place); err != nil || !together {
							t.Errorf("%s, rank %d of %d: together %v, %v", name, i, workers, together, err)
							for _, l := range place.Links {
								l.Close() // lest the others wait
							}
							return
						}
					}
				})
			}
			working.Wait()
			h.Write(s.Save())
		})
		if got := h.Sum64(); got != checksum {
			t.Errorf("after 200 steps of %d workers the states' checksum is %#x, it was %#x", workers, got, uint64(checksum))
		}
	}
}

func TestSteadyStepAllocatesNothing(t *testing.T) {
	every(t, &Ops{}, func(name string, s *train.Session) {
		steps(t, s, 50)
		if n := testing.AllocsPerRun(20, func() { steps(t, s, 1) }); n != 0 {
			t.Errorf("%s: a training step allocates %v times", name, n)
		}
	})
}

// TestMemoryMayGrow: the kernels must see the program's memory when it has grown, and when the garbage
// collector has been at work.
func TestMemoryMayGrow(t *testing.T) {
	ops := &Ops{}
	var kept [][]float32
	for i := range 12 {
		x := make([]float32, 1<<20)
		y := make([]float32, 1<<20)
		x[len(x)-1] = float32(i)
		ops.Axpy(2, x, y)
		if y[len(y)-1] != float32(2*i) {
			t.Fatalf("with %d blocks of 4 MB, Axpy gave %v", i, y[len(y)-1])
		}
		kept = append(kept, y)
		runtime.GC()
	}
	runtime.KeepAlive(kept)
}

func TestUse(t *testing.T) {
	defer blas32.Use(gonum.Implementation{})
	vector := func(data []float32, inc int) blas32.Vector { return blas32.Vector{N: 7, Inc: inc, Data: data} }
	all := func() []float32 { // whole numbers: exact in any order
		a, b, c := make([]float32, 35), make([]float32, 35), make([]float32, 49)
		for i := range a {
			a[i], b[i] = float32(i)-11, float32(i%7)
		}
		blas32.Gemm(kernel.Trans, kernel.NoTrans, 2, kernel.Dense(5, 7, a), kernel.Dense(5, 7, b), 0, kernel.Dense(7, 7, c))
		for inc := 1; inc < 3; inc++ { // side by side, and apart
			blas32.Axpy(3, vector(a, inc), vector(c, 1))
			blas32.Axpy(3, vector(a, 1), vector(c, inc))
			blas32.Scal(-2, vector(c, inc))
			c = append(c, blas32.Dot(vector(a, inc), vector(b, 1)), blas32.Dot(vector(a, 1), vector(b, inc)))
			c = append(c, float32(blas32.DDot(vector(a, inc), vector(b, 1))), blas32.Nrm2(blas32.Vector{N: 2, Inc: inc, Data: []float32{3, 4, 4}}))
		}
		blas32.Scal(0, blas32.Vector{N: 1, Inc: 1, Data: c})
		return c
	}
	want := all()
	Use()
	if got := all(); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("by the kernels %v, by gonum %v", got, want)
	}
	if norm := blas32.Nrm2(blas32.Vector{N: 2, Inc: 1, Data: []float32{3e30, 4e30}}); norm != 5e30 {
		t.Errorf("the norm of large numbers is %v", norm)
	}
	defer func() {
		if recover() == nil {
			t.Error("a vector that is longer than its numbers went through")
		}
	}()
	blas32.Dot(blas32.Vector{N: 7, Inc: 1, Data: make([]float32, 6, 9)}, vector(make([]float32, 7), 1))
}

// BenchmarkStep is a training step at the sizes of seq2seq benchmarks: strings of 4 to 10 letters,
// embedding 64, hidden 128, batch 64.
func BenchmarkStep(b *testing.B) {
	for _, ops := range []kernel.Ops{&Ops{}, kernel.Plain{}} {
		for _, cell := range []string{"gru/general", "lstm/none"} {
			b.Run(ops.Name()+"/"+cell, func(b *testing.B) {
				name, attention, _ := strings.Cut(cell, "/")
				s, err := train.NewWith(train.Means{Ops: ops}, train.Config{Task: "reverse", Shortest: 4, Longest: 10,
					Architecture: model.Architecture{Cell: name, Attention: attention, Embedding: 64, Hidden: 128},
					Batch:        64, Rate: optim.Schedule{Base: 1e-3}, Forcing: train.Forcing{Share: 1}, ClipNorm: 5, Seed: 1})
				if err != nil {
					b.Fatal(err)
				}
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
}
