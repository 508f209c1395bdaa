package checkpoint_test

import (
	"fmt"

	"unroll/core/checkpoint"
)

func Example() {
	b := checkpoint.Encode(&checkpoint.File{
		Metadata: map[string]string{"task": "reverse"},
		Tensors: []checkpoint.Tensor{
			{Name: "encoder.weight", Shape: []int{2, 3}, Data: []float32{1, 2, 3, 4, 5, 6}},
		},
	})
	f, err := checkpoint.Decode(b)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f.Metadata["task"], f.Tensors[0].Name, f.Tensors[0].Shape, f.Tensors[0].Data)

	_, err = checkpoint.Decode(b[:len(b)-1])
	fmt.Println(err)
	// Output:
	// reverse encoder.weight [2 3] [1 2 3 4 5 6]
	// checkpoint: tensor "encoder.weight", byte 43: its values end at 24, but the file holds only 23 bytes of values: it is cut short; get it again
}

// A matrix for delivery takes one byte a number, and four a row.
func ExampleQuantise() {
	b := checkpoint.Quantise(&checkpoint.File{Tensors: []checkpoint.Tensor{
		{Name: "w", Shape: []int{2, 3}, Data: []float32{31, -15.4, 0.2, 1, 0.5, 0.25}},
	}})
	f, _ := checkpoint.Decode(b)
	fmt.Printf("%.3f\n", f.Tensors[0].Data)
	// Output: [31.000 -15.000 0.000 1.000 0.516 0.258]
}
