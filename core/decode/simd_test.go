//go:build js && wasm && simd

package decode

import "unroll/wasm/simd"

// Hypotheses must be what the model makes of them with the program's own arithmetic, too, which takes
// rows together. It needs kernels linked to the test's binary: package simd's TestLinked builds this file
// and runs it.
func init() { arithmetic, alone = &simd.Ops{}, false }
