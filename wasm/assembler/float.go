package assembler

import (
	"encoding/binary"
	"math"
)

// Float is an expression of type f32.
type Float struct{ expr }

// F is a constant.
func F(x float32) Float {
	return Float{expr{code: binary.LittleEndian.AppendUint32([]byte{opF32Const}, math.Float32bits(x))}}
}

// FloatParam declares the next parameter.
func (f *Func) FloatParam() Float { return Float{f.param(F32)} }

// Float declares a local, set to init where it is given.
func (f *Func) Float(init ...Float) Float {
	x := Float{f.local(F32)}
	for _, v := range init {
		x.Set(v)
	}
	return x
}

// Set assigns v to the variable x.
func (x Float) Set(v Float) { x.set(v.expr) }

func (x Float) op(code byte, y ...expr) Float { return Float{x.then([]byte{code}, y...)} }

// Arithmetic rounds once an operation; nothing is fused.

func (x Float) Add(y Float) Float { return x.op(0x92, y.expr) }
func (x Float) Sub(y Float) Float { return x.op(0x93, y.expr) }
func (x Float) Mul(y Float) Float { return x.op(0x94, y.expr) }
func (x Float) Div(y Float) Float { return x.op(0x95, y.expr) }

func (x Float) Eq(y Float) Int { return Int{x.then([]byte{0x5b}, y.expr)} }
func (x Float) Ne(y Float) Int { return Int{x.then([]byte{0x5c}, y.expr)} }
func (x Float) Lt(y Float) Int { return Int{x.then([]byte{0x5d}, y.expr)} }
func (x Float) Gt(y Float) Int { return Int{x.then([]byte{0x5e}, y.expr)} }

// Splat is x in all four lanes.
func (x Float) Splat() Vec { return Vec{x.then(simd(0x13))} }

// Double is x as a float64, which it fits exactly.
func (x Float) Double() Double { return Double{x.then([]byte{0xbb})} }

// Double is an expression of type f64.
type Double struct{ expr }

// D is a constant.
func D(x float64) Double {
	return Double{expr{code: binary.LittleEndian.AppendUint64([]byte{opF64Const}, math.Float64bits(x))}}
}

// Double declares a local, set to init where it is given.
func (f *Func) Double(init ...Double) Double {
	x := Double{f.local(F64)}
	for _, v := range init {
		x.Set(v)
	}
	return x
}

// Set assigns v to the variable x.
func (x Double) Set(v Double) { x.set(v.expr) }

func (x Double) Add(y Double) Double { return Double{x.then([]byte{0xa0}, y.expr)} }
func (x Double) Mul(y Double) Double { return Double{x.then([]byte{0xa2}, y.expr)} }
