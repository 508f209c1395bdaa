package kernels

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"testing"
	"unsafe"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"gonum.org/v1/gonum/blas"

	"unroll/core/kernel"
	asm "unroll/wasm/assembler"
)

// machine runs a module of kernels under wazero. Operands are copied into its memory, each at a
// misaligned address between guard bytes, and back after the call.
type machine struct {
	t      *testing.T
	module api.Module
	memory api.Memory
	r      *rand.Rand
	at     uint32
	held   []operand
}

type operand struct {
	data []byte
	at   uint32
}

const (
	guardLen  = 64
	guardByte = 0xa5
	pages     = 256
)

// newMachine instantiates a binary, which imports a memory and a table.
func newMachine(t *testing.T, binary []byte) *machine {
	ctx := context.Background()
	r := wazero.NewRuntime(ctx)
	t.Cleanup(func() { r.Close(ctx) })
	host := asm.New()
	host.Memory(hostMemory, pages)
	host.Table(Table, 64)
	if _, err := r.InstantiateWithConfig(ctx, host.Encode(), wazero.NewModuleConfig().WithName(hostModule)); err != nil {
		t.Fatal(err)
	}
	module, err := r.InstantiateWithConfig(ctx, binary, wazero.NewModuleConfig().WithName(Module))
	if err != nil {
		t.Fatal(err)
	}
	return &machine{t: t, module: module, memory: r.Module(hostModule).Memory(), r: rand.New(rand.NewPCG(9, 9))}
}

// place copies an operand into memory, once however often it occurs in a call, and gives its address.
func (m *machine) place(data []byte) uint64 {
	for _, o := range m.held {
		if len(data) > 0 && len(o.data) == len(data) && &o.data[0] == &data[0] {
			return uint64(o.at)
		}
	}
	guard := bytes.Repeat([]byte{guardByte}, guardLen)
	at := m.at + guardLen + 4*uint32(m.r.IntN(4))
	m.memory.Write(at-guardLen, guard)
	if !m.memory.Write(at, data) || !m.memory.Write(at+uint32(len(data)), guard) {
		m.t.Fatalf("the machine's memory cannot hold %d bytes more", len(data))
	}
	m.held = append(m.held, operand{data, at})
	m.at = at + uint32(len(data)) + guardLen
	return uint64(at)
}

func raw[T float32 | int32](x []T) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(x))), 4*len(x))
}

// call runs a kernel and gives its result as bits.
func (m *machine) call(name string, args ...any) uint64 {
	m.at, m.held = 0, m.held[:0]
	var words []uint64
	for _, arg := range args {
		switch v := arg.(type) {
		case int:
			words = append(words, api.EncodeI32(int32(v)))
		case int32:
			words = append(words, api.EncodeI32(v))
		case bool:
			words = append(words, map[bool]uint64{true: 1}[v])
		case float32:
			words = append(words, api.EncodeF32(v))
		case []float32:
			words = append(words, m.place(raw(v)))
		case []int32:
			words = append(words, m.place(raw(v)))
		default:
			panic(fmt.Sprintf("%s: an argument of type %T", name, arg))
		}
	}
	out, err := m.module.ExportedFunction(name).Call(context.Background(), words...)
	if err != nil {
		m.t.Fatalf("%s: %v", name, err)
	}
	for i, o := range m.held {
		n := uint32(len(o.data))
		for _, at := range []uint32{o.at - guardLen, o.at + n} {
			guard, _ := m.memory.Read(at, guardLen)
			if bytes.Count(guard, []byte{guardByte}) != guardLen {
				m.t.Fatalf("%s wrote beside operand %d, of %d bytes", name, i, n)
			}
		}
		now, _ := m.memory.Read(o.at, n)
		copy(o.data, now)
	}
	if len(out) == 0 {
		return 0
	}
	return out[0]
}

var _ kernel.Ops = (*machine)(nil)

func (m *machine) Name() string { return "machine" }

func (m *machine) Gemm(tA, tB blas.Transpose, alpha float32, a, b kernel.Matrix, beta float32, c kernel.Matrix) {
	rows, cols, k := kernel.Product(tA, tB, a, b, c)
	scratch := make([]float32, ScratchLen)
	for i := range scratch {
		scratch[i] = float32(math.NaN()) // what an earlier call left there must not matter
	}
	m.call("gemm", tA == kernel.Trans, tB == kernel.Trans, rows, cols, k,
		alpha, a.Data, a.Stride, b.Data, b.Stride, beta, c.Data, c.Stride, scratch)
}

func (m *machine) Tanh(y, x []float32) {
	kernel.SameLength("Tanh", y, x)
	m.call("tanh", len(x), y, x)
}

func (m *machine) TanhBackward(dx, dy, y []float32) {
	kernel.SameLength("TanhBackward", dx, dy)
	kernel.SameLength("TanhBackward", dx, y)
	m.call("tanh_backward", len(y), dx, dy, y)
}

func (m *machine) RNN(s *kernel.Step) {
	s.Check(kernel.GatesRNN)
	m.call("rnn", s.Rows*s.Hidden, s.X, s.R, s.Gates, s.H)
}

func (m *machine) RNNBackward(s *kernel.StepGrad) {
	s.Check(kernel.GatesRNN)
	m.call("rnn_backward", s.Rows*s.Hidden, s.H, s.DH, s.DX, s.DR)
}

func (m *machine) GRU(s *kernel.Step) {
	s.Check(kernel.GatesGRU)
	m.call("gru", s.Rows, s.Hidden, s.X, s.R, s.PrevH, s.Gates, s.H)
}

func (m *machine) GRUBackward(s *kernel.StepGrad) {
	s.Check(kernel.GatesGRU)
	m.call("gru_backward", s.Rows, s.Hidden, s.R, s.PrevH, s.Gates, s.DH, s.DX, s.DR, s.DPrevH)
}

func (m *machine) LSTM(s *kernel.Step) {
	s.Check(kernel.GatesLSTM)
	m.call("lstm", s.Rows, s.Hidden, s.X, s.R, s.PrevC, s.Gates, s.H, s.C, s.TanhC)
}

func (m *machine) LSTMBackward(s *kernel.StepGrad) {
	s.Check(kernel.GatesLSTM)
	m.call("lstm_backward", s.Rows, s.Hidden, s.PrevC, s.Gates, s.TanhC, s.DH, s.DC, s.DX, s.DR, s.DPrevC)
}

func (m *machine) Softmax(x kernel.Matrix) {
	kernel.Same("Softmax", x)
	m.call("softmax", x.Rows, x.Cols, x.Data, x.Stride)
}

func (m *machine) SoftmaxBackward(dx, dy, y kernel.Matrix) {
	kernel.Same("SoftmaxBackward", y, dy, dx)
	m.call("softmax_backward", y.Rows, y.Cols, dx.Data, dx.Stride, dy.Data, dy.Stride, y.Data, y.Stride)
}

func (m *machine) CrossEntropy(p, x kernel.Matrix, t kernel.Targets) float64 {
	kernel.Same("CrossEntropy", x, p)
	t.Check(x)
	out := make([]float32, 2*x.Rows)
	m.call("cross_entropy", x.Rows, x.Cols, p.Data, p.Stride, x.Data, x.Stride, t.Labels, t.Ignored, t.Smoothing, out)
	loss := 0.0
	for i := range x.Rows {
		loss += math.Log(float64(out[2*i])) - float64(out[2*i+1])
	}
	return loss
}

func (m *machine) CrossEntropyBackward(dx, p kernel.Matrix, t kernel.Targets, scale float32) {
	kernel.Same("CrossEntropyBackward", p, dx)
	t.Check(p)
	m.call("cross_entropy_backward", p.Rows, p.Cols, dx.Data, dx.Stride, p.Data, p.Stride, t.Labels, t.Ignored, t.Smoothing, scale)
}

func (m *machine) Spread(y kernel.Matrix, x []float32) {
	kernel.Columns(y, x)
	m.call("spread", y.Rows, y.Cols, y.Data, y.Stride, x)
}

func (m *machine) SumRows(x kernel.Matrix, sum []float32) {
	kernel.Columns(x, sum)
	m.call("sum_rows", x.Rows, x.Cols, x.Data, x.Stride, sum)
}

func (m *machine) Gather(y, table kernel.Matrix, ids []int32) {
	kernel.IDs(y, table, ids)
	m.call("gather", y.Rows, y.Cols, y.Data, y.Stride, table.Data, table.Stride, ids)
}

func (m *machine) Scatter(table, x kernel.Matrix, ids []int32) {
	kernel.IDs(x, table, ids)
	m.call("scatter", x.Rows, x.Cols, table.Data, table.Stride, x.Data, x.Stride, ids)
}

func (m *machine) Axpy(alpha float32, x, y []float32) {
	kernel.SameLength("Axpy", x, y)
	m.call("axpy", len(x), alpha, x, y)
}

func (m *machine) Scale(alpha float32, x []float32) { m.call("scale", len(x), alpha, x) }

func (m *machine) Mul(y, x, by []float32) {
	kernel.SameLength("Mul", y, x)
	kernel.SameLength("Mul", y, by)
	m.call("mul", len(y), y, x, by)
}

func (m *machine) Dot(x, y []float32) float64 {
	kernel.SameLength("Dot", x, y)
	return math.Float64frombits(m.call("dot", len(x), x, y))
}

func (m *machine) Adam(s *kernel.AdamStep) {
	s.Check()
	m.call("adam", len(s.P), s.P, s.G, s.M, s.V, s.Scale, s.Rate/s.Correction1, float32(s.Beta1), float32(1-s.Beta1), float32(s.Beta2), float32(1-s.Beta2), s.Epsilon, 1/s.Correction2)
}

// committed is a binary as the page gets it.
func committed(t *testing.T, name string) []byte {
	b, err := os.ReadFile("../" + name)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
