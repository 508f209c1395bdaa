// Package simd is the training step's arithmetic as 128-bit SIMD, in browsers that have it: an
// implementation of kernel.Ops, and of gonum's blas32 through Use, over the kernels that package kernels
// writes.
//
// A Go program in WebAssembly cannot hold SIMD instructions, but it can call a module that does and that
// works on the program's own memory. static/kernel.js links the two: first trampoline.wasm, which the
// program imports; then the program; then kernels.wasm over the program's memory, which puts its
// functions into the trampoline's table. In a browser without SIMD the last step is left out, and
// Available says so. A call costs some five nanoseconds.
package simd

//go:generate go run ./generate

// ScratchLen is the room, in floats, that the kernel of Gemm works in.
const ScratchLen = 5*8 + 256*256 + 80*256
