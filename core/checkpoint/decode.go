package checkpoint

import (
	"encoding/binary"
	"fmt"
	"math"
	"sort"
	"strings"
)

// entry is one tensor as the header describes it.
type entry struct {
	name       string
	dtype      string
	shape      []int
	begin, end int // of its values, counted from the header's end
	at         int // where the header names it, a byte of the file
}

// Decode reads a safetensors file whose tensors are F32, or I8 with scales as Quantise writes them;
// both become float32, and the scales are gone. Tensors come sorted by name. Values that are not
// finite are refused: a model that holds one is damaged.
//
// The error is always a *FormatError.
func Decode(b []byte) (*File, error) {
	metadata, entries, err := readHeader(b)
	if err != nil {
		return nil, err
	}
	data := int(binary.LittleEndian.Uint64(b)) + 8 // readHeader has found it to be sane
	if err := checkLayout(entries, data, len(b)); err != nil {
		return nil, err
	}
	order(entries, func(a, b *entry) bool { return a.name < b.name })
	for i := 1; i < len(entries); i++ {
		if e := entries[i]; e.name == entries[i-1].name {
			return nil, &FormatError{max(e.at, entries[i-1].at), e.name, "the header describes it twice"}
		}
	}
	find := func(name string) *entry {
		i := sort.Search(len(entries), func(i int) bool { return entries[i].name >= name })
		if i == len(entries) || entries[i].name != name {
			return nil
		}
		return &entries[i]
	}

	f := &File{Metadata: metadata}
	for _, e := range entries {
		if base, ok := strings.CutSuffix(e.name, Scale); ok {
			if m := find(base); m != nil && m.dtype == "I8" {
				continue // read together with its matrix
			}
		}
		t := Tensor{Name: e.name, Shape: e.shape}
		if e.dtype == "F32" {
			t.Data, err = readFloats(b, data, e)
		} else {
			t.Data, err = readQuantised(b, data, e, find(e.name+Scale))
		}
		if err != nil {
			return nil, err
		}
		f.Tensors = append(f.Tensors, t)
	}
	return f, nil
}

// checkLayout makes sure that every value belongs to exactly one tensor and every tensor's values
// are there. data is where the values begin in the file of size bytes. It sorts entries.
func checkLayout(entries []entry, data, size int) error {
	order(entries, func(a, b *entry) bool {
		if a.begin != b.begin {
			return a.begin < b.begin
		}
		if a.end != b.end {
			return a.end < b.end
		}
		return a.at < b.at
	})
	next := 0
	for _, e := range entries {
		fail := func(format string, args ...any) error {
			return &FormatError{e.at, e.name, fmt.Sprintf(format, args...)}
		}
		width := 4
		if e.dtype == "I8" {
			width = 1
		}
		n, ok := elements(e.shape)
		switch {
		case e.end < e.begin:
			return fail("its values end at %d, before they begin at %d", e.end, e.begin)
		case !ok:
			return fail("its shape %v is of more numbers than can be read", e.shape)
		case e.end-e.begin != n*width:
			return fail("its shape %v needs %d bytes of %s, but its data_offsets give it %d", e.shape, n*width, e.dtype, e.end-e.begin)
		case e.begin < next:
			return fail("its values begin at %d, within those of another tensor, which end at %d", e.begin, next)
		case e.begin > next:
			return fail("its values begin at %d, but those before it end at %d; what is between belongs to no tensor", e.begin, next)
		case e.end > size-data:
			return fail("its values end at %d, but the file holds only %d bytes of values: it is cut short; get it again", e.end, size-data)
		}
		next = e.end
	}
	if next != size-data {
		return &FormatError{data + next, "", fmt.Sprintf("%d bytes that belong to no tensor follow the last one", size-data-next)}
	}
	return nil
}

// readFloats reads the values of an F32 tensor.
func readFloats(b []byte, data int, e entry) ([]float32, error) {
	raw := b[data+e.begin : data+e.end]
	values := make([]float32, len(raw)/4)
	for i := range values {
		x := math.Float32frombits(binary.LittleEndian.Uint32(raw[4*i:]))
		if !finite(x) {
			return nil, &FormatError{data + e.begin + 4*i, e.name,
				fmt.Sprintf("value %d is %v; a model with such a value is damaged and computes nothing: go back to an earlier checkpoint", i, x)}
		}
		values[i] = x
	}
	return values, nil
}

// readQuantised reads the values of an I8 matrix with the help of its scales.
func readQuantised(b []byte, data int, e entry, scale *entry) ([]float32, error) {
	fail := func(format string, args ...any) error {
		return &FormatError{e.at, e.name, fmt.Sprintf(format, args...)}
	}
	switch {
	case len(e.shape) != 2:
		return nil, fail("it is I8 of shape %v; only matrices are quantised", e.shape)
	case scale == nil:
		return nil, fail("it is I8, but the file has no scales for it under %q", e.name+Scale)
	case scale.dtype != "F32" || len(scale.shape) != 1 || scale.shape[0] != e.shape[0]:
		return nil, fail("its scales are %s of shape %v; it has %d rows and needs F32 of shape [%d]",
			scale.dtype, scale.shape, e.shape[0], e.shape[0])
	}
	scales, err := readFloats(b, data, *scale)
	if err != nil {
		return nil, err
	}
	columns := e.shape[1]
	raw := b[data+e.begin : data+e.end]
	values := make([]float32, len(raw))
	for i, q := range raw {
		s := scales[i/columns]
		if s <= 0 {
			return nil, &FormatError{data + scale.begin + i/columns*4, scale.name, fmt.Sprintf("value %d is %v; a scale is above zero", i/columns, s)}
		}
		if values[i] = s * float32(int8(q)); !finite(values[i]) {
			return nil, &FormatError{data + e.begin + i, e.name, fmt.Sprintf("value %d is %d × %v, more than a float32 holds", i, int8(q), s)}
		}
	}
	return values, nil
}

func finite(x float32) bool { return x-x == 0 }
