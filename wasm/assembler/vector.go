package assembler

import (
	"encoding/binary"
	"math"
)

// Vec is an expression of type v128: four floats where nothing else is said, or four integers, four
// masks of all ones or all zeros, or two doubles.
type Vec struct{ expr }

// Splat is a constant, x in all four lanes.
func Splat(x float32) Vec { return SplatBits(math.Float32bits(x)) }

// SplatBits is a constant, these bits in all four lanes.
func SplatBits(bits uint32) Vec {
	code := simd(0x0c)
	for range 4 {
		code = binary.LittleEndian.AppendUint32(code, bits)
	}
	return Vec{expr{code: code}}
}

// Vec declares a local, set to init where it is given.
func (f *Func) Vec(init ...Vec) Vec {
	x := Vec{f.local(V128)}
	for _, v := range init {
		x.Set(v)
	}
	return x
}

// Set assigns v to the variable x.
func (x Vec) Set(v Vec) { x.set(v.expr) }

func (x Vec) op(code uint32, y ...expr) Vec { return Vec{x.then(simd(code), y...)} }

// On floats, lane by lane.

func (x Vec) Add(y Vec) Vec { return x.op(0xe4, y.expr) }
func (x Vec) Sub(y Vec) Vec { return x.op(0xe5, y.expr) }
func (x Vec) Mul(y Vec) Vec { return x.op(0xe6, y.expr) }
func (x Vec) Div(y Vec) Vec { return x.op(0xe7, y.expr) }
func (x Vec) Abs() Vec      { return x.op(0xe0) }
func (x Vec) Neg() Vec      { return x.op(0xe1) }
func (x Vec) Sqrt() Vec     { return x.op(0xe3) }

// AtMost is y < x ? y : x, which is x where either is NaN; AtLeast likewise. Unlike the minimum that
// heeds NaN on both sides each is a single machine instruction.

func (x Vec) AtMost(y Vec) Vec  { return x.op(0xea, y.expr) }
func (x Vec) AtLeast(y Vec) Vec { return x.op(0xeb, y.expr) }

// Comparisons give masks.

func (x Vec) Lt(y Vec) Vec { return x.op(0x43, y.expr) }
func (x Vec) Ge(y Vec) Vec { return x.op(0x46, y.expr) }

// On bits.

func (x Vec) And(y Vec) Vec { return x.op(0x4e, y.expr) }
func (x Vec) Or(y Vec) Vec  { return x.op(0x50, y.expr) }

// Choose is a where the mask x is set, b elsewhere.
func (x Vec) Choose(a, b Vec) Vec { return Vec{a.then(simd(0x52), b.expr, x.expr)} }

// On integers.

func (x Vec) AddInt(y Vec) Vec { return x.op(0xae, y.expr) }
func (x Vec) Shl(n int) Vec    { return x.op(0xab, I(n).expr) }

// On two doubles.

func (x Vec) AddDouble(y Vec) Vec { return x.op(0xf0, y.expr) }
func (x Vec) MulDouble(y Vec) Vec { return x.op(0xf2, y.expr) }

// Double is one of two doubles.
func (x Vec) Double(lane byte) Double { return Double{x.then(simd(0x21, lane))} }

// Lane is one of four floats.
func (x Vec) Lane(lane byte) Float { return Float{x.then(simd(0x1f, lane))} }

// Shuffle picks four floats: 0–3 are x's lanes, 4–7 are y's.
func (x Vec) Shuffle(y Vec, lanes ...byte) Vec {
	if len(lanes) != 4 {
		panic("assembler: a shuffle has four lanes")
	}
	var bytes []byte
	for _, lane := range lanes {
		bytes = append(bytes, 4*lane, 4*lane+1, 4*lane+2, 4*lane+3)
	}
	return Vec{x.then(simd(0x0d, bytes...), y.expr)}
}
