package wire_test

import (
	"fmt"

	"unroll/web/wire"
)

// A message crosses as bytes; what comes out is a value of the same type.
func Example() {
	b := wire.Encode(wire.Run{Input: "abc"})
	m, err := wire.Decode(b)
	if err != nil {
		fmt.Println(err)
		return
	}
	if run, ok := m.(wire.Run); ok {
		fmt.Printf("%q in %d bytes\n", run.Input, len(b))
	}
	// Output: "abc" in 35 bytes
}
