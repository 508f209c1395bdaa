package kernels

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/tetratelabs/wazero"

	"unroll/core/kernel"
	"unroll/core/kernel/kerneltest"
	asm "unroll/wasm/assembler"
	"unroll/wasm/simd"
)

// The very binary that the page loads, against the oracle.
func TestKernelsAgreeWithOracle(t *testing.T) {
	kerneltest.Test(t, newMachine(t, committed(t, "kernels.wasm")))
}

func TestCommittedBinariesAreFresh(t *testing.T) {
	for name, fresh := range map[string][]byte{"kernels.wasm": Kernels(), "trampoline.wasm": Trampoline()} {
		if !bytes.Equal(committed(t, name), fresh) {
			t.Errorf("%s is stale: go generate ./wasm/simd", name)
		}
	}
}

func TestScratchIsLongEnough(t *testing.T) {
	if ScratchLen != simd.ScratchLen {
		t.Errorf("gemm works in %d floats, package simd gives it %d", ScratchLen, simd.ScratchLen)
	}
}

// TestTrampoline links a trampoline without kernels and one with them, as a page does.
func TestTrampoline(t *testing.T) {
	ctx := context.Background()
	r := wazero.NewRuntime(ctx)
	defer r.Close(ctx)
	// wazero gives a module's imports from one module: the host is the trampoline with a memory added.
	_, funcs := build()
	host := asm.New()
	host.Memory(hostMemory, 1)
	trampoline(host, funcs)
	h, err := r.InstantiateWithConfig(ctx, host.Encode(), wazero.NewModuleConfig().WithName(hostModule))
	if err != nil {
		t.Fatal(err)
	}
	available := func() uint64 {
		out, err := h.ExportedFunction(available).Call(ctx)
		if err != nil {
			t.Fatal(err)
		}
		return out[0]
	}
	if available() != 0 {
		t.Error("kernels are available before they are linked")
	}
	if _, err := h.ExportedFunction("spread").Call(ctx, 1, 1, 0, 1, 4); err == nil {
		t.Error("a kernel that is not there was called without a trap")
	}
	if _, err := r.InstantiateWithConfig(ctx, Kernels(), wazero.NewModuleConfig().WithName(Module)); err != nil {
		t.Fatal(err)
	}
	if available() != 1 {
		t.Error("kernels are linked but not available")
	}
	h.Memory().WriteFloat32Le(4, 2.5)
	if _, err := h.ExportedFunction("spread").Call(ctx, 1, 1, 0, 1, 4); err != nil {
		t.Fatal(err)
	}
	if x, _ := h.Memory().ReadFloat32Le(0); x != 2.5 {
		t.Errorf("through the trampoline, spread wrote %v", x)
	}
	if _, err := r.InstantiateWithConfig(ctx, Trampoline(), wazero.NewModuleConfig().WithName("plain")); err != nil {
		t.Error(err)
	}
}

// probe is a module of one function, applied to n floats.
func probe(m *asm.Module, name string, of func(e *exponential, x asm.Vec) asm.Vec) *asm.Func {
	f := m.Func(name)
	n, y, x := f.IntParam(), f.IntParam(), f.IntParam()
	e := newExponential(f)
	each(f, n, func(l lanes) {
		l.store(y, of(e, l.load(x)))
		l.step(x, y)
	})
	m.Export(f)
	return f
}

// ulps is how many float32 numbers lie between got and the true value.
func ulps(got float32, want float64) float64 {
	w := float32(want)
	ulp := float64(math.Nextafter32(w, float32(math.Inf(1)))) - float64(w)
	return math.Abs(float64(got)-want) / ulp
}

func TestErrorBounds(t *testing.T) {
	m := asm.New()
	m.ImportMemory(hostModule, hostMemory)
	probe(m, "exp", (*exponential).exp)
	probe(m, "flushed", (*exponential).flushed)
	probe(m, "sigmoid", (*exponential).sigmoid)
	probe(m, "tanh", (*exponential).tanh)
	machine := newMachine(t, m.Encode())
	r := rand.New(rand.NewPCG(5, 5))
	for _, c := range []struct {
		name     string
		from, to float64
		bound    float64
		want     func(float64) float64
	}{
		{"exp", expMin, expMax, 1.2, math.Exp},
		{"flushed", expMin, 0, 1.2, math.Exp},
		{"sigmoid", -80, 100, 3, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }},
		{"sigmoid", -8, 8, 3, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }},
		{"tanh", -12, 12, 2, math.Tanh},
		{"tanh", -1, 1, 2, math.Tanh},
		{"tanh", -1e-3, 1e-3, 2, math.Tanh},
	} {
		const n = 400_003
		x, y := make([]float32, n), make([]float32, n)
		for i := range x {
			x[i] = float32(c.from + r.Float64()*(c.to-c.from))
		}
		machine.call(c.name, n, y, x)
		worst := 0.0
		for i, got := range y {
			worst = max(worst, ulps(got, c.want(float64(x[i]))))
		}
		t.Logf("%s in [%g, %g]: %.2f ulp", c.name, c.from, c.to, worst)
		if !(worst <= c.bound) {
			t.Errorf("%s in [%g, %g] is off by %.2f ulp, its doc says %v", c.name, c.from, c.to, worst, c.bound)
		}
	}

	inf, nan := float32(math.Inf(1)), float32(math.NaN())
	for _, c := range []struct {
		name    string
		x, want float32
	}{
		{"exp", 0, 1}, {"flushed", 0, 1}, {"flushed", -88, 0}, {"flushed", -inf, 0},
		{"sigmoid", 0, 0.5}, {"sigmoid", inf, 1}, {"tanh", 0, 0}, {"tanh", 9.5, 1}, {"tanh", 1e30, 1}, {"tanh", -inf, -1},
	} {
		for _, n := range []int{1, 4} {
			x, y := []float32{c.x, c.x, c.x, c.x}[:n], make([]float32, n)
			machine.call(c.name, n, y, x)
			if y[n-1] != c.want {
				t.Errorf("%s(%v) = %v, want %v", c.name, c.x, y[n-1], c.want)
			}
		}
	}
	y := make([]float32, 1)
	if machine.call("sigmoid", 1, y, []float32{-inf}); !(y[0] >= 0 && y[0] < 1e-37) {
		t.Errorf("sigmoid(−∞) = %v", y[0])
	}
	for _, name := range []string{"exp", "flushed", "sigmoid", "tanh"} {
		if machine.call(name, 1, y, []float32{nan}); y[0] == y[0] {
			t.Errorf("%s(NaN) = %v: a diverged model would go unseen", name, y[0])
		}
	}
}

// TestDivergenceIsSeen: a logit that is NaN must make the loss NaN, whatever its place.
func TestDivergenceIsSeen(t *testing.T) {
	m := newMachine(t, Kernels())
	for at := range 7 {
		x := make([]float32, 7)
		x[at] = float32(math.NaN())
		for _, smoothing := range []float32{0, 0.1} {
			targets := kernel.Targets{Labels: []int32{3}, Smoothing: smoothing}
			if loss := m.CrossEntropy(kernel.Dense(1, 7, slices.Clone(x)), kernel.Dense(1, 7, x), targets); loss == loss {
				t.Errorf("with a NaN at %d and labels smoothed by %v the loss is %v", at, smoothing, loss)
			}
		}
	}
}
