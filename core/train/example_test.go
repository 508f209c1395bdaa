package train_test

import (
	"fmt"

	"unroll/core/train"
)

// Train a small model to reverse strings, decode one, and print where each letter came from.
func Example() {
	config := train.Default("reverse")
	config.Shortest, config.Longest, config.Hidden = 2, 4, 32
	session, err := train.New(config)
	if err != nil {
		panic(err)
	}
	for range 600 {
		if _, err := session.Step(); err != nil {
			panic(err)
		}
	}
	run, err := session.Run("abcd")
	if err != nil {
		panic(err)
	}
	for _, step := range run.Decoder {
		best := 0
		for s, w := range step.Attention.Weights {
			if w > step.Attention.Weights[best] {
				best = s
			}
		}
		fmt.Println(step.Output.Text, "from", run.Encoder[best].Token.Text)
	}
	// Output:
	// d from d
	// c from c
	// b from b
	// a from a
	// ⟨end⟩ from a
}
