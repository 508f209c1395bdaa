package checkpoint

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write the golden files anew")

// small has every shape of thing a file can hold: a scalar, a vector, matrices, an empty one, a
// tensor of three dimensions, names and texts that need escapes.
func small() *File {
	return &File{
		Metadata: map[string]string{
			"task":    "reverse",
			"marks":   "⟨pad⟩\t⟨start⟩\n⟨end⟩",
			"escapes": "\"\\/\b\f\r\x00\x1f\x7f\u2028 😀",
		},
		Tensors: []Tensor{
			{Name: "encoder.weight", Shape: []int{2, 3}, Data: []float32{0.5, -1, 0.25, 3, -0.125, 2e-3}},
			{Name: "encoder.bias", Shape: []int{3}, Data: []float32{1, -2, math.SmallestNonzeroFloat32}},
			{Name: "step", Shape: []int{}, Data: []float32{math.MaxFloat32}},
			{Name: "none", Shape: []int{0, 4}, Data: []float32{}},
			{Name: "cube", Shape: []int{2, 1, 2}, Data: []float32{float32(math.Copysign(0, -1)), 1, 2, 3}},
			{Name: "né\"e\\", Shape: []int{1, 1}, Data: []float32{7}},
		},
	}
}

func TestGolden(t *testing.T) {
	for _, g := range []struct {
		name  string
		bytes []byte
	}{
		{"small.safetensors", Encode(small())},
		{"small-quantised.safetensors", Quantise(small())},
	} {
		path := filepath.Join("testdata", g.name)
		if *update {
			if err := os.WriteFile(path, g.bytes, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(g.bytes, want) {
			t.Errorf("%s: the bytes written are no longer those of the golden file\n got %q\nwant %q", g.name, g.bytes, want)
		}
	}
}

// The example of the format's own tests, so that a file of theirs and one of ours are the same file.
func TestEncodeAsTheReferenceDoes(t *testing.T) {
	got := Encode(&File{Tensors: []Tensor{{Name: "attn.0", Shape: []int{1, 2, 3}, Data: []float32{0, 1, 2, 3, 4, 5}}}})
	want := "\x40\x00\x00\x00\x00\x00\x00\x00" + `{"attn.0":{"dtype":"F32","shape":[1,2,3],"data_offsets":[0,24]}}`
	for _, x := range []float32{0, 1, 2, 3, 4, 5} {
		want = string(binary.LittleEndian.AppendUint32([]byte(want), math.Float32bits(x)))
	}
	if string(got) != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if got, want := string(Encode(&File{})), "\x08\x00\x00\x00\x00\x00\x00\x00{}      "; got != want {
		t.Errorf("an empty file is %q, want %q", got, want)
	}
}

func TestRoundTrip(t *testing.T) {
	f := small()
	order := slices.Clone(f.Tensors)
	got, err := Decode(Encode(f))
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(f.Tensors, order) {
		t.Error("Encode changed the file it was given")
	}
	if !reflect.DeepEqual(got.Metadata, f.Metadata) {
		t.Errorf("metadata %q, want %q", got.Metadata, f.Metadata)
	}
	slices.SortFunc(f.Tensors, func(a, b Tensor) int { return bytes.Compare([]byte(a.Name), []byte(b.Name)) })
	if !reflect.DeepEqual(got.Tensors, f.Tensors) {
		t.Errorf("tensors %v, want %v", got.Tensors, f.Tensors)
	}
	slices.Reverse(f.Tensors)
	if !bytes.Equal(Encode(f), Encode(got)) {
		t.Error("the order of the tensors changes the bytes")
	}
}

// reference reads a file by the rules that the format publishes, with the standard library's JSON,
// and shares no line with Decode.
func reference(t *testing.T, b []byte) (metadata map[string]string, tensors map[string][]byte) {
	t.Helper()
	n := binary.LittleEndian.Uint64(b)
	if n%8 != 0 {
		t.Errorf("the header has %d bytes, so that the values are not aligned to eight", n)
	}
	header, values := b[8:8+n], b[8+n:]
	if header[0] != '{' || bytes.TrimRight(header, " ")[len(bytes.TrimRight(header, " "))-1] != '}' {
		t.Errorf("the header is not an object padded with spaces: %q", header)
	}
	var members map[string]json.RawMessage
	if err := json.Unmarshal(header, &members); err != nil {
		t.Fatal(err)
	}
	type info struct {
		Dtype   string `json:"dtype"`
		Shape   []int  `json:"shape"`
		Offsets [2]int `json:"data_offsets"`
	}
	tensors = map[string][]byte{}
	covered := make([]int, len(values))
	for name, raw := range members {
		if name == "__metadata__" {
			if err := json.Unmarshal(raw, &metadata); err != nil {
				t.Fatal(err)
			}
			continue
		}
		var i info
		decoder := json.NewDecoder(bytes.NewReader(raw))
		decoder.DisallowUnknownFields()
		if err := decoder.Decode(&i); err != nil {
			t.Fatal(err)
		}
		size, known := map[string]int{"F32": 4, "I8": 1}[i.Dtype]
		if !known || i.Shape == nil {
			t.Errorf("%q: dtype %q, shape %v", name, i.Dtype, i.Shape)
		}
		if i.Offsets[0]%max(size, 1) != 0 {
			t.Errorf("%q begins at %d, not aligned to its %d bytes", name, i.Offsets[0], size)
		}
		for _, d := range i.Shape {
			size *= d
		}
		if i.Offsets[1]-i.Offsets[0] != size {
			t.Errorf("%q: offsets %v for %d bytes", name, i.Offsets, size)
		}
		tensors[name] = values[i.Offsets[0]:i.Offsets[1]]
		for k := i.Offsets[0]; k < i.Offsets[1]; k++ {
			covered[k]++
		}
	}
	for k, n := range covered {
		if n != 1 {
			t.Fatalf("byte %d of the values belongs to %d tensors", k, n)
		}
	}
	return metadata, tensors
}

func TestFollowsTheFormat(t *testing.T) {
	f := small()
	metadata, tensors := reference(t, Encode(f))
	if !reflect.DeepEqual(metadata, f.Metadata) {
		t.Errorf("metadata %q, want %q", metadata, f.Metadata)
	}
	if len(tensors) != len(f.Tensors) {
		t.Errorf("%d tensors, want %d", len(tensors), len(f.Tensors))
	}
	for _, want := range f.Tensors {
		got := make([]float32, len(want.Data))
		if err := binary.Read(bytes.NewReader(tensors[want.Name]), binary.LittleEndian, got); err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(got, want.Data) {
			t.Errorf("%q is %v, want %v", want.Name, got, want.Data)
		}
	}

	_, quantised := reference(t, Quantise(f))
	if len(quantised["encoder.weight"]) != 6 || len(quantised["encoder.weight.scale"]) != 8 || len(quantised["encoder.bias"]) != 12 {
		t.Errorf("the quantised tensors have the wrong sizes: %v", quantised)
	}
}

func TestEncodePanics(t *testing.T) {
	for name, f := range map[string]*File{
		"too few values":     {Tensors: []Tensor{{Name: "a", Shape: []int{2}, Data: []float32{1}}}},
		"negative dimension": {Tensors: []Tensor{{Name: "a", Shape: []int{-1, -1}, Data: []float32{1}}}},
		"repeated name":      {Tensors: []Tensor{{Name: "a", Data: []float32{1}}, {Name: "a", Data: []float32{1}}}},
		"metadata's name":    {Tensors: []Tensor{{Name: "__metadata__", Data: []float32{1}}}},
		"no name":            {Tensors: []Tensor{{Data: []float32{1}}}},
		"bad name":           {Tensors: []Tensor{{Name: "\xff", Data: []float32{1}}}},
		"bad text":           {Metadata: map[string]string{"a": "\xff"}},
		"huge text":          {Metadata: map[string]string{"a": string(make([]byte, MaxHeader))}},
		"too many":           {Tensors: make([]Tensor, MaxTensors+1)},
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it did not panic")
				}
			}()
			Encode(f)
		})
	}
}
