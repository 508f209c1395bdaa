package main

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// product is one of the matrix products of a training step: C = A B (NN), Aᵀ B (TN) or A Bᵀ (NT), m×n over
// k. Its speed and that of nothing but multiplying and adding, measured beside it, are each the best of
// some runs, in GFLOP/s: other work on the machine can only make either slower.
type product struct {
	Form, Size  string
	Speed, Peak float64
}

// share is percent of the peak.
func (p product) share() float64 { return 100 * p.Speed / p.Peak }

// sizes are those that a step of a work multiplies most: those of a shard of 16 pairs, and of a batch of 64.
var sizes = map[string][]string{
	"W1": {"16×384×128", "16×128×384", "64×384×128", "64×128×384", "384×128×448", "448×128×128", "29×384×64"},
	"W3": {"16×768×256", "16×256×768", "64×768×256", "64×256×768", "768×256×896", "896×1000×256"},
}

// measureProducts runs the kernels' benchmark in Chromium a few times, each in a browser of its own: to
// repeat it within go test would repeat only what it says.
func measureProducts(ctx context.Context) ([]product, error) {
	var all strings.Builder
	for range 5 {
		said, err := output(ctx, ".", nil, "go", "test", "-run", "^$", "-bench", "^BenchmarkGemm$", "./wasm/simd")
		if err != nil {
			return nil, err
		}
		all.WriteString(said)
	}
	return parseProducts(all.String())
}

// parseProducts reads go test's lines: name, count, then values each before its unit.
func parseProducts(said string) ([]product, error) {
	var out []product
	for line := range strings.Lines(said) {
		fields := strings.Fields(line)
		if len(fields) < 2 || !strings.HasPrefix(fields[0], "BenchmarkGemm/") {
			continue
		}
		name := strings.Split(fields[0], "/")
		if len(name) != 3 {
			return nil, fmt.Errorf("a product is called %s", fields[0])
		}
		size, _, _ := strings.Cut(name[2], "-") // -2 is the number of cores
		speed, share := 0.0, 0.0
		for i := 2; i+1 < len(fields); i += 2 {
			value, err := strconv.ParseFloat(fields[i], 64)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", fields[0], err)
			}
			switch fields[i+1] {
			case "GFLOP/s":
				speed = value
			case "%-of-peak":
				share = value
			}
		}
		if speed <= 0 || share <= 0 {
			return nil, fmt.Errorf("%s has no speed", fields[0])
		}
		at := slices.IndexFunc(out, func(p product) bool { return p.Form == name[1] && p.Size == size })
		if at < 0 {
			at, out = len(out), append(out, product{Form: name[1], Size: size})
		}
		out[at].Speed, out[at].Peak = max(out[at].Speed, speed), max(out[at].Peak, 100*speed/share)
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no products were measured:\n%s", said)
	}
	return out, nil
}

// slowest is the product of a work with the smallest share, or nil.
func slowest(products []product, work string) *product {
	var worst *product
	for i, p := range products {
		if slices.Contains(sizes[work], p.Size) && (worst == nil || p.share() < worst.share()) {
			worst = &products[i]
		}
	}
	return worst
}

// median is 0 for no values.
func median(values []float64) float64 {
	v := slices.Sorted(slices.Values(values))
	n := len(v)
	if n == 0 {
		return 0
	}
	return (v[(n-1)/2] + v[n/2]) / 2
}
