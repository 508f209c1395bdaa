// Package checkpoint keeps named tensors and a few words about them in a file: the safetensors
// format (https://github.com/huggingface/safetensors, "Format"), which PyTorch and others read.
//
//	bytes 0 … 8        N, the header's length, as a little-endian 64-bit number
//	bytes 8 … 8+N      the header, JSON padded with spaces to a multiple of eight bytes:
//	                   {"__metadata__":{"key":"text", …},
//	                    "name":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}, …}
//	the rest           the tensors' values, little-endian, row-major, without gap or overlap;
//	                   data_offsets count from 8+N
//
// Encode writes float32. Quantise writes the same container at about a quarter of the size, for
// delivery. Decode reads both, and trusts nothing it reads: a damaged or foreign file is refused
// with a *FormatError that says what is wrong and where. Decoding allocates at most a small multiple
// of the file's own size, whatever its header claims.
//
// Equal Files give equal bytes: names and keys are written in their sorted order.
package checkpoint

import "fmt"

// Tensor is an array of numbers under a name.
type Tensor struct {
	Name  string
	Shape []int     // no dimension at all is one number
	Data  []float32 // row-major, as many as the product of Shape
}

// File is what a checkpoint holds.
type File struct {
	Metadata map[string]string // free text; nil and empty are the same
	Tensors  []Tensor          // Decode gives them sorted by name
}

// What a file may hold. Writing more is a programmer's mistake, reading more an error.
const (
	MaxHeader  = 1 << 20 // bytes, padding counted
	MaxTensors = 4096
	MaxName    = 256     // bytes of a tensor's name
	MaxRank    = 8       // dimensions of a tensor
	MaxNumbers = 1 << 28 // of a tensor
)

// FormatError says why bytes are not a checkpoint.
type FormatError struct {
	Offset int    // the byte of the file at which it was seen
	Tensor string // whose description or values are wrong; empty if it is about the file as a whole
	Reason string // what is wrong, and what to do where something can be done
}

func (e *FormatError) Error() string {
	if e.Tensor != "" {
		return fmt.Sprintf("checkpoint: tensor %q, byte %d: %s", e.Tensor, e.Offset, e.Reason)
	}
	return fmt.Sprintf("checkpoint: byte %d: %s", e.Offset, e.Reason)
}

// elements is how many numbers a shape is of, and whether that is from 0 to MaxNumbers. A zero among
// the dimensions does not excuse what stands beside it.
func elements(shape []int) (int, bool) {
	n, empty := 1, false
	for _, d := range shape {
		switch {
		case d < 0:
			return 0, false
		case d == 0:
			empty = true
		case d > MaxNumbers/n:
			return 0, false
		default:
			n *= d
		}
	}
	if empty {
		return 0, true
	}
	return n, true
}
