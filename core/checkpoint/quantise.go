package checkpoint

import (
	"fmt"
	"math"
)

// Scale is what the name of a quantised matrix's scales ends in.
const Scale = ".scale"

// smallestScale is the scale of rows so near to zero that their own would be no normal float32.
const smallestScale = 0x1p-126

// levels is the greatest quantised number. Bytes would hold 127, but the trained models say the same
// with 31, to the last of a thousand held-out pairs, and a compressor then needs under six bits for
// a number instead of more than seven: 44 KB for a model, not 57.
const levels = 31

// Quantise returns f with every matrix (a tensor of two dimensions, none of them zero) as whole
// numbers from −31 to 31, and beside it, under the matrix's name and Scale, one float32 for each row:
//
//	sᵢ = maxⱼ |xᵢⱼ| / 31, its mantissa cut to 17 bits
//	qᵢⱼ = xᵢⱼ / sᵢ rounded to the nearest whole number, ties to even
//
// Every other tensor stays float32. Decode gives x̂ᵢⱼ = sᵢ·qᵢⱼ, which is exact because 17 bits and
// the 5 of q fit a float32's 24. So |xᵢⱼ − x̂ᵢⱼ| ≤ sᵢ/2, and quantising what was decoded gives the
// very same bytes.
//
// It panics where Encode does, for a matrix with a value that is not finite, and for a tensor whose
// name is already that of a matrix's scales.
func Quantise(f *File) []byte {
	check(f)
	blocks := make([]block, 0, 2*len(f.Tensors))
	taken := make(map[string]bool, len(f.Tensors))
	for _, t := range f.Tensors {
		taken[t.Name] = true
	}
	for _, t := range f.Tensors {
		if len(t.Shape) != 2 || len(t.Data) == 0 {
			blocks = append(blocks, floats(t.Name, t.Shape, t.Data))
			continue
		}
		if name := t.Name + Scale; taken[name] || len(name) > MaxName {
			panic(fmt.Sprintf("checkpoint: no name left for the scales of %q", t.Name))
		}
		rows, columns := t.Shape[0], t.Shape[1]
		scales := make([]float32, rows)
		for i := range scales {
			scales[i] = scaleOf(t.Name, t.Data[i*columns:(i+1)*columns])
		}
		blocks = append(blocks,
			floats(t.Name+Scale, []int{rows}, scales),
			block{t.Name, "I8", t.Shape, len(t.Data), func(b []byte) []byte {
				for i, x := range t.Data {
					q := math.RoundToEven(float64(x) / float64(scales[i/columns]))
					b = append(b, byte(int8(q)))
				}
				return b
			}})
	}
	if len(blocks) > MaxTensors {
		panic(fmt.Sprintf("checkpoint: %d tensors with their scales; the most is %d", len(blocks), MaxTensors))
	}
	return write(f.Metadata, blocks)
}

// scaleOf returns s for one row of the matrix of this name.
func scaleOf(name string, row []float32) float32 {
	most := 0.0
	for _, x := range row {
		a := math.Abs(float64(x))
		if !(a <= math.MaxFloat32) {
			panic(fmt.Sprintf("checkpoint: tensor %q has the value %v, which cannot be quantised", name, x))
		}
		most = max(most, a)
	}
	// Cutting downwards lets the greatest value be at most a thousandth above 31 scales, which still
	// rounds to 31, and never lets 31 scales be more than a float32 holds.
	const cut = 1<<(53-17) - 1
	s := math.Float64frombits(math.Float64bits(most/levels) &^ cut)
	return float32(max(s, smallestScale))
}
