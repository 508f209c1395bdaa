package wire

import (
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	gotoken "go/token"
	"math/rand/v2"
	"reflect"
	"testing"

	"unroll/core/trace"
	"unroll/core/train"
)

// TestEveryMessageHasAKind reads the declarations, so that a new message cannot be forgotten here.
func TestEveryMessageHasAKind(t *testing.T) {
	known := map[string]bool{}
	for _, m := range messages() {
		known[reflect.TypeOf(m).Name()] = true
	}
	declared := 0
	parts := map[string]bool{"Example": true, "Piece": true} // of messages
	for _, name := range []string{"message.go", "corpus.go"} {
		file, err := parser.ParseFile(gotoken.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok && !parts[spec.Name.Name] {
				switch spec.Type.(type) {
				case *ast.StructType, *ast.SelectorExpr: // its fields, or another's
					declared++
					if !known[spec.Name.Name] {
						t.Errorf("%s is declared, but has no place in the table of blanks", spec.Name.Name)
					}
				}
			}
			return true
		})
	}
	if declared != len(known) {
		t.Errorf("%d messages declared, %d known", declared, len(known))
	}
}

func TestKindsAreTheirOwn(t *testing.T) {
	for k, m := range blank {
		if m != nil && m.kind() != kind(k) {
			t.Errorf("%T says kind %d, and lies under %d", m, m.kind(), k)
		}
	}
}

func TestRoundTrip(t *testing.T) {
	for _, m := range messages() {
		t.Run(reflect.TypeOf(m).Name(), func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			for range 200 {
				v := reflect.New(reflect.TypeOf(m)).Elem()
				fill(v, r)
				want := v.Interface().(Message)
				got, err := Decode(Encode(want))
				if err != nil {
					t.Fatalf("%v\nof %+v", err, want)
				}
				if !reflect.DeepEqual(got, want) {
					t.Fatalf("got  %+v\nwant %+v", got, want)
				}
			}
		})
	}
}

// TestEveryCutIsRefused holds since no message is another's beginning.
func TestEveryCutIsRefused(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, m := range messages() {
		v := reflect.New(reflect.TypeOf(m)).Elem()
		fill(v, r)
		b := Encode(v.Interface().(Message))
		for n := range len(b) {
			if got, err := Decode(b[:n]); !errors.Is(err, ErrDamaged) {
				t.Fatalf("%T cut to %d of %d bytes gives %v, %v", m, n, len(b), got, err)
			}
		}
		if _, err := Decode(append(b, 0)); !errors.Is(err, ErrDamaged) {
			t.Errorf("%T with a byte too many gives %v", m, err)
		}
	}
}

// TestAHugeCountMakesNothing: a dozen bytes that claim 2⁴⁰ floats are refused, not made room for.
func TestAHugeCountMakesNothing(t *testing.T) {
	c := coder{}
	huge := 1 << 40
	c.int(&huge)
	for _, field := range []func(*coder){
		func(c *coder) { var v []float32; c.float32s(&v) },
		func(c *coder) { var v []byte; c.bytes(&v) },
		func(c *coder) { var v string; c.string(&v) },
		func(c *coder) { var v []trace.Cell; parts(c, &v, 6, cell) },
	} {
		in := coder{buf: c.buf, reading: true}
		if field(&in); in.err == nil {
			t.Error("a count of 2⁴⁰ was believed")
		}
	}
}

func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for _, m := range messages() {
		v := reflect.New(reflect.TypeOf(m)).Elem()
		fill(v, r)
		f.Add(Encode(v.Interface().(Message)))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Decode(bytes.Clone(b))
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatal(err)
			}
			return
		}
		once := Encode(m)
		again, err := Decode(bytes.Clone(once))
		if err != nil {
			t.Fatalf("what was decoded does not encode to a message: %v", err)
		}
		if !bytes.Equal(Encode(again), once) {
			t.Fatalf("%+v is not %+v", again, m)
		}
	})
}

func BenchmarkTrace(b *testing.B) {
	m := Trace{Decoded: &train.Decoded{Run: bigRun()}}
	data := Encode(m)
	b.Run("encode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		for b.Loop() {
			Encode(m)
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Decode(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// bigRun is a run of ten letters through a GRU of 64 with attention, as the page shows it.
func bigRun() *trace.Run {
	const S, T, E, H, V = 10, 11, 32, 64, 29
	mk := func(n int) []float32 { return make([]float32, n) }
	c := func() []trace.Cell {
		gates := []trace.Gate{{Name: "r", Values: mk(H)}, {Name: "z", Values: mk(H)}, {Name: "n", Values: mk(H)}}
		return []trace.Cell{{Gates: gates, State: trace.State{H: mk(H)}}}
	}
	r := &trace.Run{Model: trace.Model{Cell: "gru", Layers: 1, Attention: "general"}, Input: "abcdefghij", Targets: make([]string, V), Bridge: []trace.State{{H: mk(H)}}}
	for range S {
		r.Encoder = append(r.Encoder, trace.Reading{Token: trace.Token{ID: 4, Text: "a"}, Embedding: mk(E), Layers: c(), Out: mk(H)})
	}
	for range T {
		a := &trace.Attention{Scores: mk(S), Weights: mk(S), Context: mk(H), Attentional: mk(H)}
		r.Decoder = append(r.Decoder, trace.Step{Embedding: mk(E), Layers: c(), Attention: a, Logits: mk(V), Probabilities: mk(V)})
	}
	return r
}

func messages() []Message {
	var all []Message
	for _, m := range blank {
		if m != nil {
			all = append(all, m)
		}
	}
	return all
}

// fill puts something random into every field, however deep; slices and pointers are sometimes nil,
// and never empty without being nil, since bytes cannot tell the two apart.
func fill(v reflect.Value, r *rand.Rand) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), r)
		}
	case reflect.Pointer:
		if r.IntN(4) > 0 {
			v.Set(reflect.New(v.Type().Elem()))
			fill(v.Elem(), r)
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), r)
		}
	case reflect.Slice:
		if n := r.IntN(5); n > 0 {
			v.Set(reflect.MakeSlice(v.Type(), n, n))
			for i := range n {
				fill(v.Index(i), r)
			}
		}
	case reflect.String:
		v.SetString([]string{"", "a", "⟨end⟩", "<b>\x00\xff"}[r.IntN(4)])
	case reflect.Int:
		v.SetInt(int64(r.Uint64()) >> r.IntN(64))
	case reflect.Uint8:
		v.SetUint(uint64(r.IntN(256)))
	case reflect.Uint64:
		v.SetUint(r.Uint64())
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(float32(r.NormFloat64())))
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	default:
		panic("fill: a message holds a " + v.Kind().String())
	}
}
