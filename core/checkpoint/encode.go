package checkpoint

import (
	"encoding/binary"
	"fmt"
	"math"
	"strconv"
	"unicode/utf8"
)

// metadataKey stands in the header where a tensor's name would, so that no tensor can have it.
const metadataKey = "__metadata__"

// block is one tensor as it is written.
type block struct {
	name  string
	dtype string
	shape []int
	size  int // bytes
	write func(b []byte) []byte
}

// Encode returns f as a safetensors file of float32 tensors, in the order of their names. Values are
// written as they are; not-a-number and infinity are bytes that Decode will refuse.
//
// It panics if a tensor's data does not fit its shape, a name is empty, repeated, not UTF-8 or
// "__metadata__", or something is beyond the limits above.
func Encode(f *File) []byte {
	check(f)
	blocks := make([]block, 0, len(f.Tensors))
	for _, t := range f.Tensors {
		blocks = append(blocks, floats(t.Name, t.Shape, t.Data))
	}
	return write(f.Metadata, blocks)
}

func floats(name string, shape []int, data []float32) block {
	return block{name, "F32", shape, 4 * len(data), func(b []byte) []byte {
		for _, x := range data {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
		return b
	}}
}

// check panics for a File that no program should have made.
func check(f *File) {
	if len(f.Tensors) > MaxTensors {
		panic(fmt.Sprintf("checkpoint: %d tensors; the most is %d", len(f.Tensors), MaxTensors))
	}
	seen := make(map[string]bool, len(f.Tensors))
	for _, t := range f.Tensors {
		if t.Name == "" || t.Name == metadataKey || len(t.Name) > MaxName || !utf8.ValidString(t.Name) || seen[t.Name] {
			panic(fmt.Sprintf("checkpoint: a tensor cannot be named %q, or not twice", t.Name))
		}
		seen[t.Name] = true
		if n, ok := elements(t.Shape); !ok || n != len(t.Data) || len(t.Shape) > MaxRank {
			panic(fmt.Sprintf("checkpoint: tensor %q has shape %v and %d values", t.Name, t.Shape, len(t.Data)))
		}
	}
	for key, text := range f.Metadata {
		if !utf8.ValidString(key) || !utf8.ValidString(text) {
			panic(fmt.Sprintf("checkpoint: metadata %q is not UTF-8", key))
		}
	}
}

// write lays the blocks out: wider elements before narrower ones, so that every tensor is aligned to
// its element, and by name within one width.
func write(metadata map[string]string, blocks []block) []byte {
	order(blocks, func(a, b *block) bool {
		if a.dtype != b.dtype {
			return a.dtype < b.dtype // "F32" is before "I8"
		}
		return a.name < b.name
	})
	header, total := header(metadata, blocks)
	b := make([]byte, 0, 8+len(header)+total)
	b = binary.LittleEndian.AppendUint64(b, uint64(len(header)))
	b = append(b, header...)
	for _, t := range blocks {
		b = t.write(b)
	}
	return b
}

// header returns the JSON header and the number of bytes that follow it.
func header(metadata map[string]string, blocks []block) (h []byte, total int) {
	h = append(h, '{')
	if len(metadata) > 0 {
		h = append(appendString(h, metadataKey), ":{"...)
		keys := make([]string, 0, len(metadata))
		for key := range metadata {
			keys = append(keys, key)
		}
		order(keys, func(a, b *string) bool { return *a < *b })
		for i, key := range keys {
			if i > 0 {
				h = append(h, ',')
			}
			h = append(appendString(h, key), ':')
			h = appendString(h, metadata[key])
		}
		h = append(h, '}')
	}
	for _, t := range blocks {
		if len(h) > 1 {
			h = append(h, ',')
		}
		h = append(appendString(h, t.name), `:{"dtype":"`...)
		h = append(append(h, t.dtype...), `","shape":[`...)
		for i, d := range t.shape {
			if i > 0 {
				h = append(h, ',')
			}
			h = strconv.AppendInt(h, int64(d), 10)
		}
		h = append(h, `],"data_offsets":[`...)
		h = append(strconv.AppendInt(h, int64(total), 10), ',')
		total += t.size
		h = append(strconv.AppendInt(h, int64(total), 10), "]}"...)
	}
	h = append(h, '}')
	for len(h)%8 != 0 {
		h = append(h, ' ')
	}
	if len(h) > MaxHeader {
		panic(fmt.Sprintf("checkpoint: a header of %d bytes; the most is %d", len(h), MaxHeader))
	}
	return h, total
}
