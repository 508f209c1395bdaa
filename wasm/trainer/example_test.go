package trainer_test

import (
	"fmt"
	"time"

	"unroll/core/kernel"
	"unroll/core/train"
	"unroll/wasm/crew"
	"unroll/wasm/trainer"
	"unroll/web/wire"
)

// A trainer is run by whoever has a clock and carries its messages; Work is called as long as it asks
// for it.
func Example() {
	start := time.Now()
	now := func() time.Duration { return time.Since(start) }
	loop := trainer.New(trainer.Sessions(kernel.Plain{}, crew.Nobody{}, now), now,
		func(m wire.Message) {
			switch m := m.(type) {
			case wire.Ready:
				fmt.Println("ready:", m.Config.Task)
			case wire.Progress:
				if m.Evaluation != nil {
					fmt.Println("judged after step", m.Step)
				}
			case wire.Trace:
				fmt.Println("read", len(m.Decoded.Run.Encoder), "tokens after step", m.Decoded.Run.Trained)
			case wire.Failure:
				fmt.Printf("does not know %q\n", m.Token)
			}
		})

	config := train.Default("reverse")
	config.Embedding, config.Hidden, config.Batch = 4, 8, 4
	loop.Receive(wire.Configure{Config: config})
	loop.Receive(wire.Run{Input: "abc"})
	loop.Receive(wire.Run{Input: "4"})
	loop.Receive(wire.Step{})
	for after, again := loop.Work(); again; after, again = loop.Work() {
		time.Sleep(after)
	}
	// Output:
	// ready: reverse
	// read 3 tokens after step 0
	// does not know "4"
	// read 3 tokens after step 1
	// judged after step 1
}
