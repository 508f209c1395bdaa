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
	"rnn":  {gates: []string{"h"}, forward: kernel.Ops.RNN, backward: kernel.Ops.RNNBackward},
	"gru":  {gates: []string{"r", "z", "n"}, apart: true, forward: kernel.Ops.GRU, backward: kernel.Ops.GRUBackward},
	"lstm": {gates: []string{"i", "f", "g", "o"}, memory: true, forward: kernel.Ops.LSTM, backward: kernel.Ops.LSTMBackward},
}

// CheckCell says in an error whether there is no cell of that name.
func CheckCell(name string) error {
	if cells[name] == nil {
		return fmt.Errorf("no cell is called %q; there are rnn, gru and lstm", name)
	}
	return nil
}
