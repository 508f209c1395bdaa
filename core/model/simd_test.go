//go:build js && wasm && simd

package model

import "unroll/wasm/simd"

// The program's own arithmetic must reproduce the fixtures too. It needs kernels linked to the test's
// binary: package simd's TestLinked builds this file and runs it.
func init() { arithmetics = append(arithmetics, &simd.Ops{}) }
