package checkpoint

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"runtime"
	"strings"
	"testing"
)

// file puts a header of any text before n bytes of values, all zero.
func file(header string, n int) []byte {
	b := binary.LittleEndian.AppendUint64(nil, uint64(len(header)))
	return append(append(b, header...), make([]byte, n)...)
}

func bits(x float64) []byte {
	return binary.LittleEndian.AppendUint32(nil, math.Float32bits(float32(x)))
}

func TestRefuses(t *testing.T) {
	const a = `"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}`
	i8 := func(shape, scale string, s float64, q ...byte) []byte {
		b := file(`{"m.scale":`+scale+`,"m":{"dtype":"I8","shape":`+shape+`,"data_offsets":[4,`+fmt.Sprint(4+len(q))+`]}}`, 0)
		return append(append(b, bits(s)...), q...)
	}
	const scale = `{"dtype":"F32","shape":[1],"data_offsets":[0,4]}`
	cases := []struct {
		name   string
		b      []byte
		offset int
		tensor string
		reason string // a part of it
	}{
		{"nothing", nil, 0, "", "at least 10 bytes, this one has 0"},
		{"a few bytes", []byte("{}"), 0, "", "at least 10 bytes, this one has 2"},
		{"a zip archive", []byte("PK\x03\x04 and more"), 0, "", "zip archive"},
		{"plain text", []byte("This is a letter."), 0, "", "no safetensors file"},
		{"no header", file("", 0), 8, "", "does not begin with '{'"},
		{"a list", file("[]", 0), 8, "", "does not begin with '{'"},
		{"space before", file(" {}", 0), 8, "", "does not begin with '{'"},
		{"cut in the header", file("{"+a+"}", 8)[:30], 0, "", "cut short"},
		{"cut in the values", file("{"+a+"}", 7), 9, "a", "holds only 7 bytes of values: it is cut short"},
		{"something after the values", file("{"+a+"}", 9), 8 + len(a) + 2 + 8, "", "1 bytes that belong to no tensor"},
		{"something after the header", file("{"+a+"}x", 8), 8 + len(a) + 2, "", `there is "x" after the header's end`},
		{"header ends", file("{"+a, 8), 8 + len(a) + 1, "", "the header ends where the header should have ','"},
		{"no comma", file(`{"a" {}}`, 0), 13, "", `there is "{" where the header should have ':'`},
		{"a comma too many", file(`{`+a+`,}`, 8), 8 + len(a) + 2, "", `there is "}" where the header should have '"'`},
		{"twice", file(`{`+a+`,"a":{"dtype":"F32","shape":[0],"data_offsets":[8,8]}}`, 8), 8 + len(a) + 2, "a", "describes it twice"},
		{"no name", file(`{"":{}}`, 0), 9, "", "empty name"},
		{"long name", file(`{"`+strings.Repeat("x", MaxName+1)+`":{}}`, 0), 9, "", "has 257 bytes; the most is 256"},
		{"too many tensors", file("{"+strings.Repeat(`"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},`, MaxTensors)+`"b":{}}`, 0), 9 + 53*MaxTensors, "", "more than 4096 tensors"},
		{"too long a header", file("{}"+strings.Repeat(" ", MaxHeader), 0), 0, "", "more than the 1048576 that are read"},
		{"half precision", file(`{"a":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}`, 4), 14, "a", `type "F16"`},
		{"type is a number", file(`{"a":{"dtype":32}}`, 0), 22, "a", `there is "3" where`},
		{"type twice", file(`{"a":{"dtype":"F32","dtype":"F32"}}`, 0), 28, "a", `it has "dtype" twice`},
		{"unknown member", file(`{"a":{"offsets":[0,4]}}`, 0), 14, "a", `"offsets" is not part of`},
		{"no shape", file(`{"a":{"dtype":"F32","data_offsets":[0,4]}}`, 4), 13, "a", "lacks dtype, shape"},
		{"one offset", file(`{"a":{"dtype":"F32","shape":[],"data_offsets":[0]}}`, 4), 13, "a", "the two data_offsets"},
		{"three offsets", file(`{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4,8]}}`, 4), 59, "a", "more than 2 numbers"},
		{"nine dimensions", file(`{"a":{"shape":[1,1,1,1,1,1,1,1,1]}}`, 4), 39, "a", "more than 8 numbers"},
		{"negative dimension", file(`{"a":{"shape":[-1]}}`, 4), 23, "a", `there is "-" where the header should have a whole number`},
		{"fraction", file(`{"a":{"shape":[1.5]}}`, 4), 24, "a", `there is "."`},
		{"leading zero", file(`{"a":{"shape":[01]}}`, 4), 23, "a", "begins with a zero"},
		{"huge number", file(`{"a":{"shape":[99999999999999999999]}}`, 4), 23, "a", "too large"},
		{"shape overflows", file(`{"a":{"dtype":"F32","shape":[1000000000,1000000000],"data_offsets":[0,0]}}`, 0), 9, "a", "more numbers than can be read"},
		{"shape overflows beside a zero", file(`{"a":{"dtype":"F32","shape":[0,1000000000,1000000000],"data_offsets":[0,0]}}`, 0), 9, "a", "more numbers than can be read"},
		{"shape and offsets", file(`{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}`, 8), 9, "a", "needs 12 bytes of F32, but its data_offsets give it 8"},
		{"offsets backwards", file(`{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}`, 8), 9, "a", "before they begin"},
		{"a hole before", file(`{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}`, 8), 9, "a", "belongs to no tensor"},
		{"overlap", file(`{`+a+`,"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}`, 8), 8 + len(a) + 2, "b", "within those of another tensor, which end at 8"},
		{"not a number", append(file("{"+a+"}", 4), bits(math.NaN())...), 8 + len(a) + 2 + 4, "a", "value 1 is NaN"},
		{"infinite", append(file("{"+a+"}", 4), bits(math.Inf(-1))...), 8 + len(a) + 2 + 4, "a", "value 1 is -Inf"},
		{"metadata twice", file(`{"__metadata__":{},"__metadata__":{}}`, 0), 27, "", `has "__metadata__" twice`},
		{"key twice", file(`{"__metadata__":{"k":"","\u006b":""}}`, 0), 32, "", `has "k" twice`},
		{"metadata of numbers", file(`{"__metadata__":{"k":1}}`, 0), 29, "", `there is "1"`},
		{"text without end", file(`{"a`, 0), 9, "", "never ends"},
		{"control character", file("{\"a\n\":{}}", 0), 11, "", "control character 0xa"},
		{"not UTF-8", file("{\"a\xff\":{}}", 0), 11, "", "0xff is not UTF-8"},
		{"unknown escape", file(`{"\x41":{}}`, 0), 10, "", "is no escape"},
		{"short escape", file(`{"\u12`, 0), 10, "", "ends within an escape"},
		{"bad escape", file(`{"\u12g4":{}}`, 0), 10, "", "four hexadecimal digits"},
		{"half a pair", file(`{"\ud83d":{}}`, 0), 10, "", "surrogate pair"},
		{"half a pair and a letter", file(`{"\ud83d\u0041":{}}`, 0), 10, "", "surrogate pair"},
		{"I8 without scales", file(`{"m":{"dtype":"I8","shape":[1,2],"data_offsets":[0,2]}}`, 2), 9, "m", `no scales for it under "m.scale"`},
		{"I8 vector", i8(`[2]`, scale, 1, 1, 2), 68, "m", "only matrices are quantised"},
		{"too few scales", i8(`[2,1]`, scale, 1, 1, 2), 68, "m", "needs F32 of shape [2]"},
		{"scale of zero", i8(`[1,2]`, scale, 0, 1, 2), 122, "m.scale", "a scale is above zero"},
		{"scale not a number", i8(`[1,2]`, scale, math.NaN(), 1, 2), 122, "m.scale", "value 0 is NaN"},
		{"scale too large", i8(`[1,2]`, scale, math.MaxFloat32, 1, 2), 127, "m", "value 1 is 2 ×"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			f, err := Decode(c.b)
			var fe *FormatError
			if !errors.As(err, &fe) {
				t.Fatalf("Decode gave %v, %v", f, err)
			}
			if fe.Offset != c.offset || fe.Tensor != c.tensor || !strings.Contains(fe.Reason, c.reason) {
				t.Errorf("got %v\nwant byte %d, tensor %q: … %s …", err, c.offset, c.tensor, c.reason)
			}
		})
	}
}

// Reads what others may write: any white space, any order, escapes that were not needed.
func TestAccepts(t *testing.T) {
	b := file(`{ "b" :{"data_offsets":[4, 8],`+"\n\t"+`"shape":[ ],"dtype":"F32"},"\ud83d\ude00\u00e9\/":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}, "__metadata__":{"format":"pt"} }`+" \n", 0)
	b = append(append(b, bits(1)...), bits(2)...)
	f, err := Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Tensors) != 2 || f.Tensors[0].Name != "b" || f.Tensors[0].Data[0] != 2 || f.Tensors[1].Name != "😀é/" || f.Tensors[1].Data[0] != 1 {
		t.Errorf("tensors are %v", f.Tensors)
	}
	if f.Metadata["format"] != "pt" {
		t.Errorf("metadata is %v", f.Metadata)
	}
}

// Every file that lost its end is refused, and no changed bit makes Decode panic.
func TestDamage(t *testing.T) {
	for _, whole := range [][]byte{Encode(small()), Quantise(small())} {
		for n := range whole {
			if _, err := Decode(whole[:n]); err == nil {
				t.Errorf("%d of %d bytes were taken for a whole file", n, len(whole))
			}
		}
		b := append([]byte(nil), whole...)
		for i := range b {
			for bit := range 8 {
				b[i] ^= 1 << bit
				Decode(b)
				b[i] = whole[i]
			}
		}
	}
}

// What a header claims must not make Decode ask for memory that the file does not justify.
func TestAllocatesInProportion(t *testing.T) {
	var many strings.Builder
	for i := range MaxTensors {
		fmt.Fprintf(&many, `,"%d":{"dtype":"F32","shape":[0],"data_offsets":[0,0]}`, i)
	}
	for name, b := range map[string][]byte{
		"values":   Encode(&File{Tensors: []Tensor{{Name: "a", Shape: []int{1 << 16}, Data: make([]float32, 1<<16)}}}),
		"I8":       Quantise(&File{Tensors: []Tensor{{Name: "a", Shape: []int{1 << 8, 1 << 8}, Data: make([]float32, 1<<16)}}}),
		"tensors":  file("{"+many.String()[1:]+"}", 0),
		"shape":    file(`{"a":{"dtype":"F32","shape":[268435456],"data_offsets":[0,1073741824]}}`, 0),
		"no rows":  file(`{"a":{"dtype":"I8","shape":[268435456,0],"data_offsets":[0,0]},"a.scale":{"dtype":"F32","shape":[268435456],"data_offsets":[0,1073741824]}}`, 0),
		"no width": file(`{"a":{"dtype":"F32","shape":[268435456,0],"data_offsets":[0,0]}}`, 0),
	} {
		if got, most := allocated(func() { Decode(b) }), uint64(32*len(b)+4096); got > most {
			t.Errorf("%s: %d bytes allocated to read %d", name, got, len(b))
		}
	}
}

// allocated is how many bytes f allocates on the heap.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}
