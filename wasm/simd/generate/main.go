// Generate writes the two modules of SIMD kernels beside package simd; go generate ./wasm/simd runs it.
package main

import (
	"log"
	"os"

	"unroll/wasm/simd/kernels"
)

func main() {
	for name, binary := range map[string][]byte{"kernels.wasm": kernels.Kernels(), "trampoline.wasm": kernels.Trampoline()} {
		if err := os.WriteFile(name, binary, 0o644); err != nil {
			log.Fatal(err)
		}
	}
}
