package assembler

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

// instantiate runs a module's binary, which wazero first validates.
func instantiate(t *testing.T, r wazero.Runtime, name string, m *Module) api.Module {
	t.Helper()
	got, err := r.InstantiateWithConfig(context.Background(), m.Encode(), wazero.NewModuleConfig().WithName(name))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return got
}

func runtime(t *testing.T) wazero.Runtime {
	r := wazero.NewRuntime(context.Background())
	t.Cleanup(func() { r.Close(context.Background()) })
	return r
}

func call(t *testing.T, m api.Module, name string, args ...uint64) uint64 {
	t.Helper()
	out, err := m.ExportedFunction(name).Call(context.Background(), args...)
	if err != nil {
		t.Fatalf("%s%v: %v", name, args, err)
	}
	if len(out) == 0 {
		return 0
	}
	return out[0]
}

func TestLEB128(t *testing.T) {
	for x, want := range map[uint32][]byte{0: {0}, 127: {0x7f}, 128: {0x80, 1}, 624485: {0xe5, 0x8e, 0x26}, math.MaxUint32: {0xff, 0xff, 0xff, 0xff, 0x0f}} {
		if got := unsigned(nil, x); !bytes.Equal(got, want) {
			t.Errorf("%d is % x, want % x", x, got, want)
		}
	}
	for x, want := range map[int32][]byte{0: {0}, 63: {0x3f}, 64: {0xc0, 0}, -1: {0x7f}, -64: {0x40}, -123456: {0xc0, 0xbb, 0x78}, math.MinInt32: {0x80, 0x80, 0x80, 0x80, 0x78}} {
		if got := signed(nil, x); !bytes.Equal(got, want) {
			t.Errorf("%d is % x, want % x", x, got, want)
		}
	}
}

// TestIntegers tries each integer expression against Go.
func TestIntegers(t *testing.T) {
	bit := func(b bool) int32 {
		if b {
			return 1
		}
		return 0
	}
	ops := []struct {
		name string
		wasm func(x, y Int) Int
		want func(x, y int32) int32
	}{
		{"add", Int.Add, func(x, y int32) int32 { return x + y }},
		{"sub", Int.Sub, func(x, y int32) int32 { return x - y }},
		{"mul", Int.Mul, func(x, y int32) int32 { return x * y }},
		{"div", func(x, _ Int) Int { return x.Div(I(5)) }, func(x, _ int32) int32 { return x / 5 }},
		{"or", Int.Or, func(x, y int32) int32 { return x | y }},
		{"and", Int.And, func(x, y int32) int32 { return x & y }},
		{"eq", Int.Eq, func(x, y int32) int32 { return bit(x == y) }},
		{"ne", Int.Ne, func(x, y int32) int32 { return bit(x != y) }},
		{"lt", Int.Lt, func(x, y int32) int32 { return bit(x < y) }},
		{"le", Int.Le, func(x, y int32) int32 { return bit(x <= y) }},
		{"gt", Int.Gt, func(x, y int32) int32 { return bit(x > y) }},
		{"ge", Int.Ge, func(x, y int32) int32 { return bit(x >= y) }},
		{"min", Int.Min, func(x, y int32) int32 { return min(x, y) }},
		{"not", func(x, _ Int) Int { return x.Not() }, func(x, _ int32) int32 { return bit(x == 0) }},
		{"shl", func(x, _ Int) Int { return x.Shl(3) }, func(x, _ int32) int32 { return x << 3 }},
		{"plus", func(x, _ Int) Int { return x.Plus(-77) }, func(x, _ int32) int32 { return x - 77 }},
		{"float", func(x, _ Int) Int { return x.Float().Eq(F(-5)) }, func(x, _ int32) int32 { return bit(x == -5) }},
		{"minus", func(x, _ Int) Int { return x.Minus(1 << 20) }, func(x, _ int32) int32 { return x - 1<<20 }},
	}
	m := New()
	for _, op := range ops {
		f := m.Func(op.name, I32)
		x, y := f.IntParam(), f.IntParam()
		f.Return(op.wasm(x, y))
		m.Export(f)
	}
	module := instantiate(t, runtime(t), "integers", m)
	for _, op := range ops {
		for _, x := range []int32{0, 1, -1, -5, 63, 64, math.MaxInt32, math.MinInt32} {
			for _, y := range []int32{0, 1, -5, 64} {
				if got := int32(call(t, module, op.name, uint64(uint32(x)), uint64(uint32(y)))); got != op.want(x, y) {
					t.Errorf("%s(%d, %d) = %d, want %d", op.name, x, y, got, op.want(x, y))
				}
			}
		}
	}
}

// TestFloats tries each float expression, alone and in the lanes of a vector, against Go.
func TestFloats(t *testing.T) {
	bits := func(x, y, z float32) float32 { // where x < y choose y, else z
		if x < y {
			return y
		}
		return z
	}
	ops := []struct {
		name   string
		scalar func(x, y Float) Float
		vector func(x, y Vec) Vec
		want   func(x, y float32) float32
	}{
		{"add", Float.Add, Vec.Add, func(x, y float32) float32 { return x + y }},
		{"sub", Float.Sub, Vec.Sub, func(x, y float32) float32 { return x - y }},
		{"mul", Float.Mul, Vec.Mul, func(x, y float32) float32 { return x * y }},
		{"div", Float.Div, Vec.Div, func(x, y float32) float32 { return x / y }},
		{"abs", nil, func(x, _ Vec) Vec { return x.Abs() }, func(x, _ float32) float32 { return max(x, -x) }},
		{"neg", nil, func(x, _ Vec) Vec { return x.Neg() }, func(x, _ float32) float32 { return -x }},
		{"sqrt", nil, func(x, _ Vec) Vec { return x.Mul(x).Sqrt() }, func(x, _ float32) float32 { return float32(math.Sqrt(float64(x * x))) }},
		{"atMost", nil, Vec.AtMost, func(x, y float32) float32 { return min(x, y) }},
		{"atLeast", nil, Vec.AtLeast, func(x, y float32) float32 { return max(x, y) }},
		{"choose", nil, func(x, y Vec) Vec { return x.Lt(y).Choose(y, x) }, func(x, y float32) float32 { return bits(x, y, x) }},
		{"orAnd", nil, func(x, y Vec) Vec { return x.Ge(y).And(Splat(1)).Or(x.Lt(y).And(Splat(2))) }, func(x, y float32) float32 { return bits(x, y, 0)*0 + map[bool]float32{true: 1, false: 2}[x >= y] }},
		{"twoTo3", nil, func(x, _ Vec) Vec { return SplatBits(3).Shl(23).AddInt(Splat(1)) }, func(x, _ float32) float32 { return 8 }},
		{"swap", nil, func(x, y Vec) Vec { return x.Shuffle(y, 4, 5, 2, 3).Shuffle(x, 0, 0, 1, 1) }, func(x, y float32) float32 { return y }},
		{"splat", nil, func(x, y Vec) Vec { return y.Lane(2).Splat() }, func(x, y float32) float32 { return y }},
	}
	m := New()
	for _, op := range ops {
		f := m.Func("v"+op.name, F32)
		x, y := f.FloatParam(), f.FloatParam()
		f.Return(op.vector(x.Splat(), y.Splat()).Lane(1))
		m.Export(f)
		if op.scalar != nil {
			f := m.Func(op.name, F32)
			x, y := f.FloatParam(), f.FloatParam()
			f.Return(op.scalar(x, y))
			m.Export(f)
		}
	}
	module := instantiate(t, runtime(t), "floats", m)
	numbers := []float32{1.5, -2.25, 1e10, 3e-5}
	for _, op := range ops {
		for _, x := range numbers {
			for _, y := range numbers {
				args := []uint64{api.EncodeF32(x), api.EncodeF32(y)}
				names := []string{"v" + op.name}
				if op.scalar != nil {
					names = append(names, op.name)
				}
				for _, name := range names {
					if got := api.DecodeF32(call(t, module, name, args...)); got != op.want(x, y) {
						t.Errorf("%s(%v, %v) = %v, want %v", name, x, y, got, op.want(x, y))
					}
				}
			}
		}
	}
}

// TestControl counts with every kind of loop and branch, through a call and through a filled table.
func TestControl(t *testing.T) {
	m := New()
	m.Memory("memory", 1)
	note := m.Func("note") // memory[0] += x
	x := note.IntParam()
	zero := note.Int(I(0))
	zero.Store(0, zero.LoadInt(0).Add(x))

	f := m.Func("sums", I32) // 0+1+…+(n−1) by While, doubled by Do, and 1000 more if n is odd
	n := f.IntParam()
	i, sum := f.Int(I(0)), f.Int()
	f.While(i.Lt(n), func() {
		sum.Set(sum.Add(i))
		i.Set(i.Plus(1))
	})
	i.Set(I(0))
	f.Do(func() Int {
		sum.Set(sum.Add(i))
		i.Set(i.Plus(1))
		return i.Lt(n)
	})
	f.If(n.And(I(1)), func() { sum.Set(sum.Plus(1000)) }, func() { f.Call(note, n) })
	f.Return(sum)
	m.Export(f)

	g := m.Func("through", I32)
	g.Like(f.Signature())
	g.Forward(2)
	m.Export(g)
	m.Table("table", 3)
	m.Fill(2, f)

	module := instantiate(t, runtime(t), "control", m)
	for _, name := range []string{"sums", "through"} {
		if got := call(t, module, name, 7); got != 1042 {
			t.Errorf("%s(7) = %d", name, got)
		}
		if got := call(t, module, name, 6); got != 30 {
			t.Errorf("%s(6) = %d", name, got)
		}
	}
	if noted, _ := module.Memory().ReadUint32Le(0); noted != 12 {
		t.Errorf("the calls noted %d", noted)
	}
}

// TestMemory moves numbers of every width through a memory and a table that another module owns.
func TestMemory(t *testing.T) {
	host := New()
	host.Memory("memory", 1)
	host.Table("table", 4)
	m := New()
	m.ImportMemory("host", "memory")
	m.ImportTable("host", "table", 4)
	f := m.Func("move", F64)
	from, to := f.IntParam(), f.IntParam()
	to.Store(0, from.LoadVec(4))
	to.Store(16, from.LoadSplat(8))
	to.Store(32, from.LoadLow(12))
	to.StoreLow(36, from.LoadVec(0))
	to.Store(48, from.LoadFloat(16))
	to.Store(52, from.LoadInt(20))
	pair := f.Vec(from.LoadPair(24))
	pair.Set(pair.AddDouble(pair.MulDouble(pair)))
	total := f.Double(pair.Double(0).Add(pair.Double(1).Mul(D(2))))
	half := f.Float(F(0.5))
	f.If(half.Lt(F(1)).And(half.Gt(F(0))).And(half.Eq(F(0.5))).And(half.Ne(F(1))), func() {
		total.Set(total.Add(half.Double()))
	})
	f.Return(total)
	m.Export(f)
	m.Fill(3, f)

	r := runtime(t)
	memory := instantiate(t, r, "host", host).Memory()
	module := instantiate(t, r, "moves", m)
	const at = 1001 // misaligned
	for i := range 8 {
		memory.WriteFloat32Le(at+4*uint32(i), float32(i+1))
	}
	got := math.Float64frombits(call(t, module, "move", at, 2002))
	if want := 7 + 49 + 2*(8+64) + 0.5; got != want {
		t.Errorf("the doubles sum to %v, want %v", got, want)
	}
	want := []float32{2, 3, 4, 5, 3, 3, 3, 3, 4, 1, 0, 0, 5, 6}
	for i, w := range want {
		if got, _ := memory.ReadFloat32Le(2002 + 4*uint32(i)); got != w {
			t.Errorf("float %d is %v, want %v", i, got, w)
		}
	}
}

func TestMistakesPanic(t *testing.T) {
	for name, mistake := range map[string]func(m *Module, f, g *Func){
		"setting an expression":         func(m *Module, f, g *Func) { f.Int().Plus(1).Set(I(1)) },
		"a late parameter":              func(m *Module, f, g *Func) { f.Int(); f.IntParam() },
		"another function's local":      func(m *Module, f, g *Func) { f.Int().Add(g.Int()) },
		"a call with an argument short": func(m *Module, f, g *Func) { g.IntParam(); f.Call(g) },
		"a negative offset":             func(m *Module, f, g *Func) { f.Int().LoadInt(-4) },
		"a shuffle of three":            func(m *Module, f, g *Func) { f.Vec().Shuffle(f.Vec(), 1, 2, 3) },
		"storing a double":              func(m *Module, f, g *Func) { f.Int().Store(0, D(1)) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it went through")
				}
			}()
			m := New()
			mistake(m, m.Func("f"), m.Func("g"))
		})
	}
}

func TestEqualCallsGiveEqualBytes(t *testing.T) {
	build := func() []byte {
		m := New()
		f := m.Func("f", F32)
		x := f.FloatParam()
		f.Return(x.Mul(F(2)))
		m.Export(f)
		return m.Encode()
	}
	if a, b := build(), build(); !bytes.Equal(a, b) {
		t.Errorf("% x\n% x", a, b)
	}
}

// Twice the numbers in memory from 0 on.
func Example() {
	m := New()
	m.Memory("memory", 1)
	f := m.Func("double")
	n := f.IntParam()
	p := f.Int(I(0))
	f.While(n.Ge(I(4)), func() {
		p.Store(0, p.LoadVec(0).Add(p.LoadVec(0)))
		p.Set(p.Plus(16))
		n.Set(n.Minus(4))
	})
	m.Export(f)

	r := wazero.NewRuntime(context.Background())
	defer r.Close(context.Background())
	module, err := r.Instantiate(context.Background(), m.Encode())
	if err != nil {
		panic(err)
	}
	module.Memory().WriteFloat32Le(4, 21)
	if _, err := module.ExportedFunction("double").Call(context.Background(), 8); err != nil {
		panic(err)
	}
	x, _ := module.Memory().ReadFloat32Le(4)
	fmt.Println(x)
	// Output: 42
}
