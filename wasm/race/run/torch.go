package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// torch is native PyTorch at a work.
type torch struct {
	Measured     bool   // in this run; else the peers' description gives it
	Version      string `json:"torch"`
	Threads      int
	BLAS         int     // threads of OpenBLAS: PyTorch does not rule them
	Core         string  // whose kernels OpenBLAS uses; empty: those it chose
	Milliseconds float64 `json:"ms_step_median"`
	Tokens       float64 `json:"tok_s_median"`
	Greedy       float64 `json:"greedy_ms_median"`
}

// avx512 is the name that OpenBLAS gives to its kernels for registers twice as wide as AVX2's.
const avx512 = "SkylakeX"

// python is an interpreter that has PyTorch, or empty. Debian's packages belong to its own.
var python = sync.OnceValue(func() string {
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if _, err := output(context.Background(), "", nil, name, "-c", "import torch, numpy"); err == nil {
			return name
		}
	}
	return ""
})

// native measures the work by the peers' script: with one thread, with both cores in the products alone,
// and with both throughout. An OpenBLAS that is older than the processor may not know it and fall back on
// AVX2; so where there is AVX-512 it is told to use that, too. Beside an error are the quoted figures.
func native(ctx context.Context, peers string, w work) ([]torch, error) {
	if python() == "" {
		return w.torch, nil
	}
	ways := []torch{{Threads: 1, BLAS: 1}, {Threads: 1, BLAS: 2}, {Threads: 2, BLAS: 1}}
	if flags, err := os.ReadFile("/proc/cpuinfo"); err == nil && strings.Contains(string(flags), "avx512f") {
		ways = append(ways, torch{Threads: 1, BLAS: 1, Core: avx512}, torch{Threads: 1, BLAS: 2, Core: avx512})
	}
	for i := range ways {
		t := &ways[i]
		env := []string{"OPENBLAS_NUM_THREADS=" + strconv.Itoa(t.BLAS)}
		if t.Core != "" {
			env = append(env, "OPENBLAS_CORETYPE="+t.Core)
		}
		said, err := output(ctx, filepath.Join(peers, "torch"), env,
			python(), "bench.py", "--variant", w.form, "--blocks", "4", "--work", w.name, "--threads", strconv.Itoa(t.Threads))
		if err != nil {
			return w.torch, err
		}
		if err := json.Unmarshal([]byte(said), t); err != nil {
			return w.torch, fmt.Errorf("PyTorch's script printed %q: %w", said, err)
		}
		t.Measured = true
	}
	return ways, nil
}

// nativeQuality is PyTorch's time to 99 %, by the peers' script, which draws other examples for each seed too.
func nativeQuality(ctx context.Context, peers string, seeds []int) ([]quality, error) {
	if python() == "" {
		return []quality{{ID: "PyTorch 1.13 native †", Runs: []trial{{Seed: 3, Steps: 350, Seconds: 3.3}}}}, nil
	}
	said, err := output(ctx, filepath.Join(peers, "torch"), nil,
		python(), "quality.py", "W1", strconv.Itoa(len(seeds)), strconv.Itoa(2000), "1e-3,5")
	if err != nil {
		return nil, err
	}
	q, err := parseNativeQuality([]byte(said), seeds)
	return []quality{q}, err
}

// parseNativeQuality reads [steps or null, seconds, share of exact matches] for each seed.
func parseNativeQuality(said []byte, seeds []int) (quality, error) {
	q := quality{ID: "PyTorch native", Measured: true}
	var printed struct{ Runs [][3]float64 }
	if err := json.Unmarshal(said, &printed); err != nil || len(printed.Runs) != len(seeds) {
		return q, fmt.Errorf("PyTorch's script printed %q: %w", said, err)
	}
	for i, r := range printed.Runs {
		q.Runs = append(q.Runs, trial{seeds[i], int(r[0]), r[1]})
	}
	return q, nil
}

// between is the mean of what was measured before the browser's race and after it.
// If either was not, it is what is quoted.
func between(before, after []torch) []torch {
	if !before[0].Measured || !after[0].Measured {
		if before[0].Measured {
			return after
		}
		return before
	}
	out := make([]torch, len(before))
	for i, b := range before {
		a := after[i]
		b.Milliseconds, b.Tokens, b.Greedy = (a.Milliseconds+b.Milliseconds)/2, (a.Tokens+b.Tokens)/2, (a.Greedy+b.Greedy)/2
		out[i] = b
	}
	return out
}

// cores is how many cores it may use.
func (t torch) cores() int { return max(t.Threads, t.BLAS) }

func (t torch) name() string {
	name := fmt.Sprintf("PyTorch %s native, %d thread%s", t.Version, t.Threads, strings.Repeat("s", t.Threads-1))
	if !t.Measured {
		return strings.Replace(name, "  ", " 1.13 ", 1) + " †"
	}
	name = fmt.Sprintf("%s, OpenBLAS %d", name, t.BLAS)
	if t.Core != "" {
		name += " by its kernels for " + t.Core
	}
	return name
}

// kind says which of the two PyTorchs it is that we are held against.
func (t torch) kind() string {
	if t.Core == avx512 {
		return "PyTorch with AVX-512"
	}
	return "PyTorch"
}

// fastest is the best that PyTorch does on so many cores by those kernels of OpenBLAS, or nil.
func fastest(of []torch, cores int, core string) *torch {
	var best *torch
	for i := range of {
		if of[i].cores() == cores && of[i].Core == core && (best == nil || of[i].Milliseconds < best.Milliseconds) {
			best = &of[i]
		}
	}
	return best
}
