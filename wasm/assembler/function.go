package assembler

import "fmt"

// Func is a function under construction: its parameters are declared first, then what it does is said
// in order.
type Func struct {
	Name   string
	module *Module
	index  uint32
	params []Type
	locals []Type
	result Type
	code   []byte
}

// Signature is what the function takes and gives.
func (f *Func) Signature() Signature { return Signature{f.params, f.result} }

const (
	opBlock        = 0x02
	opLoop         = 0x03
	opIf           = 0x04
	opElse         = 0x05
	opEnd          = 0x0b
	opBrIf         = 0x0d
	opBr           = 0x0c
	opReturn       = 0x0f
	opCall         = 0x10
	opCallIndirect = 0x11
	opSelect       = 0x1b
	opLocalGet     = 0x20
	opLocalSet     = 0x21
	opI32Const     = 0x41
	opF32Const     = 0x43
	opF64Const     = 0x44
	noValue        = 0x40 // the type of a block that leaves nothing
)

// encode is the body: the locals, as runs of one type, and the code.
func (f *Func) encode() []byte {
	var runs []byte
	count := uint32(0)
	for i := 0; i < len(f.locals); {
		n := i
		for n < len(f.locals) && f.locals[n] == f.locals[i] {
			n++
		}
		runs = append(unsigned(runs, uint32(n-i)), byte(f.locals[i]))
		count++
		i = n
	}
	body := append(unsigned(nil, count), runs...)
	return append(append(body, f.code...), opEnd)
}

// param and local make a variable.
func (f *Func) param(t Type) expr {
	if len(f.locals) > 0 || len(f.code) > 0 {
		panic(fmt.Sprintf("assembler: %s has a parameter after its body has begun", f.Name))
	}
	f.params = append(f.params, t)
	return f.variable(len(f.params) - 1)
}

func (f *Func) local(t Type) expr {
	f.locals = append(f.locals, t)
	return f.variable(len(f.params) + len(f.locals) - 1)
}

func (f *Func) variable(i int) expr {
	return expr{f: f, code: unsigned([]byte{opLocalGet}, uint32(i)), variable: true}
}

// While runs body as long as cond, looked at before each turn, is not zero.
func (f *Func) While(cond Int, body func()) {
	f.emit(opBlock, noValue, opLoop, noValue)
	f.emit(cond.Not().code...)
	f.emit(opBrIf, 1)
	body()
	f.emit(opBr, 0, opEnd, opEnd)
}

// Do runs body at least once, and again as long as what it returns is not zero: one branch a turn,
// where While has two.
func (f *Func) Do(body func() Int) {
	f.emit(opLoop, noValue)
	again := body()
	f.emit(again.code...)
	f.emit(opBrIf, 0, opEnd)
}

// If runs then when cond is not zero, and otherwise, where it is given, when it is.
func (f *Func) If(cond Int, then func(), otherwise ...func()) {
	f.emit(cond.code...)
	f.emit(opIf, noValue)
	then()
	for _, other := range otherwise {
		f.emit(opElse)
		other()
	}
	f.emit(opEnd)
}

// Return leaves the function, with the value that it gives if it gives one.
func (f *Func) Return(v ...Value) {
	for _, x := range v {
		f.emit(x.bytes()...)
	}
	f.emit(opReturn)
}

// Call runs a function of the same module that gives nothing.
func (f *Func) Call(g *Func, args ...Value) {
	if len(args) != len(g.params) || g.result != 0 {
		panic(fmt.Sprintf("assembler: %s calls %s with %d arguments, it takes %d", f.Name, g.Name, len(args), len(g.params)))
	}
	for _, x := range args {
		f.emit(x.bytes()...)
	}
	f.emit(unsigned([]byte{opCall}, g.index)...)
}

// Forward hands the function's own parameters to the table's entry, which must have the same
// signature, and returns what that gives.
func (f *Func) Forward(entry int) {
	for i := range f.params {
		f.emit(f.variable(i).code...)
	}
	f.emit(signed([]byte{opI32Const}, int32(entry))...)
	f.emit(append(unsigned([]byte{opCallIndirect}, f.module.typeIndex(f.Signature())), 0)...)
}

// Like declares the parameters and the result of a signature.
func (f *Func) Like(s Signature) {
	for _, t := range s.Params {
		f.param(t)
	}
	f.result = s.Result
}

func (f *Func) emit(code ...byte) { f.code = append(f.code, code...) }
