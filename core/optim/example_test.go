package optim_test

import (
	"fmt"

	"unroll/core/kernel"
	"unroll/core/optim"
)

// The minimum of (x − 3)², by Adam, whose rate rises for ten updates and then falls to nothing.
func Example() {
	adam, err := optim.New("adam", optim.Options{}, 1)
	if err != nil {
		panic(err)
	}
	schedule := optim.Schedule{Kind: "cosine", Base: 0.1, Warmup: 10, Horizon: 200}
	x, gradient := []float32{0}, []float32{0}
	for range 200 {
		gradient[0] = 2 * (x[0] - 3)
		clip := optim.Clip(optim.Norm(kernel.Plain{}, gradient), 5)
		adam.Update(kernel.Plain{}, x, gradient, clip, schedule.Rate(adam.Steps()))
	}
	fmt.Printf("%.2f\n", x[0])
	// Output: 3.00
}
