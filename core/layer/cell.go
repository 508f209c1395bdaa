package layer

import (
	"fmt"

	"unroll/core/kernel"
)

// cell is what sets one kind of recurrent cell apart from another.
type cell struct {
	gates    []string // in PyTorch's order
	memory   bool     // has a cell state c beside h
	apart    bool     // ∂L/∂(W_ih x) and ∂L/∂(W_hh h) differ
	forward  func(kernel.Ops, *kernel.Step)
	backward func(kernel.Ops, *kernel.StepGrad)
}

// The equations stand with the kernels: kernel.Plain's RNN, GRU and LSTM.
var cells = map[string]*cell{
	"rnn":  {[]string{"h"}, false, false, kernel.Ops.RNN, kernel.Ops.RNNBackward},
	"gru":  {[]string{"r", "z", "n"}, false, true, kernel.Ops.GRU, kernel.Ops.GRUBackward},
	"lstm": {[]string{"i", "f", "g", "o"}, true, false, kernel.Ops.LSTM, kernel.Ops.LSTMBackward},
}

// CheckCell says in an error whether there is no cell of that name.
func CheckCell(name string) error {
	if cells[name] == nil {
		return fmt.Errorf("no cell is called %q; there are rnn, gru and lstm", name)
	}
	return nil
}
