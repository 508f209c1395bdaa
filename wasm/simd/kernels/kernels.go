// Package kernels writes the training step's arithmetic as 128-bit SIMD in WebAssembly: every method of
// kernel.Ops, each under its equation, working on the Go program's own memory.
//
// Two modules come of it. Kernels holds the functions; it imports the program's memory and a table, and
// puts itself into that table. Trampoline owns the table and is what the program imports: it can be
// linked before the program's memory exists, and each of its functions jumps through the table to the
// kernel of the same name. Entry 0 of the table tells whether the kernels have come.
//
// Pointers are byte addresses, aligned to four at best; sizes and strides are counted in floats. Nothing
// here checks a length: package simd does so before it calls. Rounding is that of single operations in a
// fixed order (no relaxed SIMD, no fused multiply–add), so every browser computes the same bits.
package kernels

import asm "unroll/wasm/assembler"

// The names under which the modules see each other and the program.
const (
	Module      = "kernel" // what the program imports
	Table       = "table"
	hostModule  = "host" // what the kernels import: the program's memory and the trampoline's table
	hostMemory  = "memory"
	available   = "available"
	availableAt = 0
)

// Kernels is the binary of the kernels.
func Kernels() []byte {
	m, funcs := build()
	m.Fill(availableAt, funcs...)
	return m.Encode()
}

// build writes the functions in the order of their entries in the table.
func build() (*asm.Module, []*asm.Func) {
	m := asm.New()
	m.ImportMemory(hostModule, hostMemory)
	funcs := []*asm.Func{yes(m)}
	sigmoid, tanh := sigmoidSum(m), tanhSum(m)
	funcs = append(funcs, gemm(m), axpy(m), scale(m), mul(m), dot(m), adam(m),
		tanhForward(m), tanhBackward(m),
		rnn(m), rnnBackward(m), gru(m, sigmoid), gruBackward(m), lstm(m, sigmoid, tanh), lstmBackward(m),
		softmax(m), softmaxBackward(m), crossEntropy(m), crossEntropyBackward(m),
		spread(m), sumRows(m), gather(m), scatter(m))
	m.ImportTable(hostModule, Table, len(funcs))
	for _, f := range funcs {
		m.Export(f)
	}
	return m, funcs
}

// yes is what entry 0 says when the kernels are there.
func yes(m *asm.Module) *asm.Func {
	f := m.Func(available, asm.I32)
	f.Return(asm.I(1))
	return f
}

// Trampoline is the binary of the module that the program imports. It has no SIMD, so that a browser
// without it can still run the program, which is then told that nothing is available.
func Trampoline() []byte {
	_, funcs := build()
	m := asm.New()
	trampoline(m, funcs)
	return m.Encode()
}

// trampoline adds to m a table and, for each kernel, a function that jumps through it.
func trampoline(m *asm.Module, funcs []*asm.Func) {
	no := m.Func("no", asm.I32)
	no.Return(asm.I(0))
	for at, kernel := range funcs {
		f := m.Func(kernel.Name)
		f.Like(kernel.Signature())
		f.Forward(at)
		m.Export(f)
	}
	m.Table(Table, len(funcs))
	m.Fill(availableAt, no)
}
