package assembler

// Int is an expression of type i32: a count, a condition (zero is false), or an address in bytes.
type Int struct{ expr }

// I is a constant.
func I(n int) Int { return Int{expr{code: signed([]byte{opI32Const}, int32(n))}} }

// IntParam declares the next parameter.
func (f *Func) IntParam() Int { return Int{f.param(I32)} }

// Int declares a local, set to init where it is given.
func (f *Func) Int(init ...Int) Int {
	x := Int{f.local(I32)}
	for _, v := range init {
		x.Set(v)
	}
	return x
}

// Set assigns v to the variable x.
func (x Int) Set(v Int) { x.set(v.expr) }

func (x Int) op(code byte, y ...expr) Int { return Int{x.then([]byte{code}, y...)} }

// Arithmetic wraps around; comparisons are signed.

func (x Int) Add(y Int) Int { return x.op(0x6a, y.expr) }
func (x Int) Sub(y Int) Int { return x.op(0x6b, y.expr) }
func (x Int) Mul(y Int) Int { return x.op(0x6c, y.expr) }
func (x Int) Div(y Int) Int { return x.op(0x6d, y.expr) }
func (x Int) And(y Int) Int { return x.op(0x71, y.expr) }
func (x Int) Or(y Int) Int  { return x.op(0x72, y.expr) }
func (x Int) Shl(n int) Int { return x.op(0x74, I(n).expr) }

func (x Int) Not() Int      { return x.op(0x45) }
func (x Int) Eq(y Int) Int  { return x.op(0x46, y.expr) }
func (x Int) Ne(y Int) Int  { return x.op(0x47, y.expr) }
func (x Int) Lt(y Int) Int  { return x.op(0x48, y.expr) }
func (x Int) Gt(y Int) Int  { return x.op(0x4a, y.expr) }
func (x Int) Le(y Int) Int  { return x.op(0x4c, y.expr) }
func (x Int) Ge(y Int) Int  { return x.op(0x4e, y.expr) }
func (x Int) Min(y Int) Int { return x.op(opSelect, y.expr, x.Lt(y).expr) }

// Float is x, rounded to the nearest float.
func (x Int) Float() Float { return Float{x.then([]byte{0xb2})} }

// Plus and Minus take constants.

func (x Int) Plus(n int) Int  { return x.Add(I(n)) }
func (x Int) Minus(n int) Int { return x.Sub(I(n)) }

func (x Int) load(op []byte, offset int) expr { return x.then(append(op, memory(offset)...)) }

// LoadInt and its like read memory at the address x, a constant offset added; any alignment will do.

func (x Int) LoadInt(offset int) Int     { return Int{x.load([]byte{0x28}, offset)} }
func (x Int) LoadFloat(offset int) Float { return Float{x.load([]byte{0x2a}, offset)} }
func (x Int) LoadVec(offset int) Vec     { return Vec{x.load(simd(0x00), offset)} }

// LoadSplat reads one float into all four lanes, LoadLow into the first, the others zero.

func (x Int) LoadSplat(offset int) Vec { return Vec{x.load(simd(0x09), offset)} }
func (x Int) LoadLow(offset int) Vec   { return Vec{x.load(simd(0x5c), offset)} }

// LoadPair reads two floats as the two lanes of a vector of doubles.
func (x Int) LoadPair(offset int) Vec { return Vec{x.load(simd(0x5d), offset).then(simd(0x5f))} }

// Store writes v to memory at the address x, a constant offset added.
func (x Int) Store(offset int, v Value) {
	var op []byte
	switch v.(type) {
	case Int:
		op = []byte{0x36}
	case Float:
		op = []byte{0x38}
	case Vec:
		op = simd(0x0b)
	default:
		panic("assembler: a store of a type without one")
	}
	x.f.emit(x.code...)
	x.f.emit(v.bytes()...)
	x.f.emit(append(op, memory(offset)...)...)
}

// StoreLow writes the first lane of v.
func (x Int) StoreLow(offset int, v Vec) {
	x.f.emit(x.code...)
	x.f.emit(v.code...)
	x.f.emit(append(simd(0x5a, memory(offset)...), 0)...)
}
