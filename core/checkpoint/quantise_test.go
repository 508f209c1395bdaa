package checkpoint

import (
	"bytes"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// matrix has rows of every size that a float32 can have, among them one of zeros.
func matrix(r *rand.Rand, rows, columns int) Tensor {
	t := Tensor{Name: "w", Shape: []int{rows, columns}}
	for i := range rows {
		size := math.Ldexp(1, r.IntN(278)-150)
		if i == 1 {
			size = 0
		}
		for range columns {
			x := (2*r.Float64() - 1) * size
			t.Data = append(t.Data, float32(x))
		}
	}
	return t
}

func TestQuantiseErrorBound(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		m := matrix(r, 1+r.IntN(9), 1+r.IntN(40))
		m.Data[0] = math.MaxFloat32
		_, raw := reference(t, Quantise(&File{Tensors: []Tensor{m}}))
		f, err := Decode(Quantise(&File{Tensors: []Tensor{m}}))
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Tensors) != 1 || f.Tensors[0].Name != "w" || !slices.Equal(f.Tensors[0].Shape, m.Shape) {
			t.Fatalf("decoded into %v", f.Tensors)
		}
		for i, got := range f.Tensors[0].Data {
			row := raw["w.scale"][i/m.Shape[1]*4:]
			scale := float64(math.Float32frombits(uint32(row[0]) | uint32(row[1])<<8 | uint32(row[2])<<16 | uint32(row[3])<<24))
			if d := math.Abs(float64(got) - float64(m.Data[i])); d > scale/2 {
				t.Fatalf("value %d: %v became %v, which is off by %v scales", i, m.Data[i], got, d/scale)
			}
			if int8(raw["w"][i]) == -128 {
				t.Fatalf("value %d is -128, beyond the symmetric range", i)
			}
		}
	}
}

func TestQuantiseTwice(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		first := Quantise(&File{Tensors: []Tensor{matrix(r, 1+r.IntN(9), 1+r.IntN(40)), {Name: "b", Shape: []int{2}, Data: []float32{r.Float32(), -1}}}})
		f, err := Decode(first)
		if err != nil {
			t.Fatal(err)
		}
		if second := Quantise(f); !bytes.Equal(first, second) {
			t.Fatalf("quantised anew, the file is another\n%x\n%x", first, second)
		}
	}
}

// Only matrices are quantised; nothing else loses a bit.
func TestQuantiseKeepsTheRest(t *testing.T) {
	f, err := Decode(Quantise(small()))
	if err != nil {
		t.Fatal(err)
	}
	want := small()
	if len(f.Tensors) != len(want.Tensors) {
		t.Errorf("%d tensors, want %d", len(f.Tensors), len(want.Tensors))
	}
	for _, w := range want.Tensors {
		i := slices.IndexFunc(f.Tensors, func(t Tensor) bool { return t.Name == w.Name })
		if i < 0 || !slices.Equal(f.Tensors[i].Shape, w.Shape) {
			t.Fatalf("%q is missing or of another shape", w.Name)
		}
		for k, got := range f.Tensors[i].Data {
			if len(w.Shape) != 2 && math.Float32bits(got) != math.Float32bits(w.Data[k]) {
				t.Errorf("%q[%d] is %v, want %v", w.Name, k, got, w.Data[k])
			}
		}
	}
}

func TestQuantisePanics(t *testing.T) {
	for name, f := range map[string]*File{
		"not a number": {Tensors: []Tensor{{Name: "a", Shape: []int{1, 1}, Data: []float32{float32(math.NaN())}}}},
		"infinite":     {Tensors: []Tensor{{Name: "a", Shape: []int{1, 1}, Data: []float32{float32(math.Inf(1))}}}},
		"name taken": {Tensors: []Tensor{
			{Name: "a", Shape: []int{1, 1}, Data: []float32{1}},
			{Name: "a.scale", Shape: []int{1}, Data: []float32{1}}}},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it did not panic")
				}
			}()
			Quantise(f)
		})
	}
}
