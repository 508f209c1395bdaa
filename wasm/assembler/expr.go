package assembler

import "fmt"

// Value is an expression of any type.
type Value interface{ bytes() []byte }

// expr is the code that leaves one value on the stack, and the function it belongs to; a constant
// belongs to none.
type expr struct {
	f        *Func
	code     []byte
	variable bool
}

func (e expr) bytes() []byte { return e.code }

// set assigns v to the variable that e is.
func (e expr) set(v expr) {
	if !e.variable {
		panic("assembler: only a local or a parameter can be set")
	}
	e.f.emit(v.code...)
	e.f.emit(append([]byte{opLocalSet}, e.code[1:]...)...)
}

// then is e followed by more operands and an instruction.
func (e expr) then(op []byte, operands ...expr) expr {
	out := expr{f: e.f, code: append([]byte(nil), e.code...)}
	for _, o := range operands {
		if out.f == nil {
			out.f = o.f
		}
		if o.f != nil && o.f != out.f {
			panic(fmt.Sprintf("assembler: an expression of %s is used in %s", o.f.Name, out.f.Name))
		}
		out.code = append(out.code, o.code...)
	}
	out.code = append(out.code, op...)
	return out
}

// simd is an instruction of the vector set (§ 5.4.8).
func simd(op uint32, immediate ...byte) []byte {
	return append(unsigned([]byte{0xfd}, op), immediate...)
}

// memory is the immediate of a load or store at a constant offset. The alignment is the least that is
// always true: pointers are whatever they are.
func memory(offset int) []byte {
	if offset < 0 {
		panic(fmt.Sprintf("assembler: offset %d", offset))
	}
	return unsigned([]byte{0}, uint32(offset))
}
