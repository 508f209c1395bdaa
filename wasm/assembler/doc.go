// Package assembler writes WebAssembly modules, with an eye to kernels of 128-bit SIMD.
//
// A function is written as Go calls in the order in which it runs. Expressions are Go values of four
// types, Int (i32), Float (f32), Double (f64) and Vec (v128), so that what does not fit together does
// not compile; a local variable is an expression that can also be Set:
//
//	m := assembler.New()
//	m.ImportMemory("host", "memory")
//	f := m.Func("axpy") // y += α·x, for n a multiple of four
//	α, x, y, n := f.FloatParam(), f.IntParam(), f.IntParam(), f.IntParam()
//	a := f.Vec(α.Splat())
//	f.While(n.Gt(I(0)), func() {
//		y.Store(0, y.LoadVec(0).Add(a.Mul(x.LoadVec(0))))
//		x.Set(x.Plus(16))
//		y.Set(y.Plus(16))
//		n.Set(n.Minus(4))
//	})
//	m.Export(f)
//	binary := m.Encode()
//
// An expression is computed where it is used, and as often as it is used: to compute it once, keep it
// in a local, as a is kept above. Go's own loops and functions are the macros: a loop that writes eight
// accumulators is a for statement.
//
// Encodings: WebAssembly Core Specification 2.0, chapter 5. Equal calls give equal bytes.
package assembler
