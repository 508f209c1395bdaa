package kerneltest

import "unroll/core/kernel"

// cells tries a step of each cell, forward and backward.
func (s *suite) cells() {
	for name, cell := range map[string]struct {
		gates    int
		forward  func(kernel.Ops, *kernel.Step)
		backward func(kernel.Ops, *kernel.StepGrad)
	}{
		"RNN":  {kernel.GatesRNN, kernel.Ops.RNN, kernel.Ops.RNNBackward},
		"GRU":  {kernel.GatesGRU, kernel.Ops.GRU, kernel.Ops.GRUBackward},
		"LSTM": {kernel.GatesLSTM, kernel.Ops.LSTM, kernel.Ops.LSTMBackward},
	} {
		for range 60 {
			rows, hidden := s.size(), s.size()
			n := rows * hidden
			got := kernel.StepGrad{
				Step: kernel.Step{
					Rows: rows, Hidden: hidden,
					X: s.vector(cell.gates * n), R: s.vector(cell.gates * n), PrevH: s.vector(n), PrevC: s.vector(n),
					Gates: s.vector(cell.gates * n), H: s.vector(n), C: s.vector(n), TanhC: s.vector(n),
				},
				DH: s.vector(n), DC: s.vector(n), DX: s.vector(cell.gates * n), DR: s.vector(cell.gates * n),
				DPrevH: s.vector(n), DPrevC: s.vector(n),
			}
			want := got
			written := func(g *kernel.StepGrad) []*[]float32 {
				return []*[]float32{&g.Gates, &g.H, &g.C, &g.TanhC, &g.DX, &g.DR, &g.DPrevH, &g.DPrevC}
			}
			for _, p := range append(written(&want), &want.X) {
				*p = twin(*p)
			}
			if s.r.IntN(2) == 0 { // what may be one is one
				got.Gates = got.X
				if name != "GRU" {
					got.DR = got.DX
				}
			}
			cell.forward(s.ops, &got.Step)
			cell.forward(kernel.Naive{}, &want.Step)
			cell.backward(s.ops, &got)
			cell.backward(kernel.Naive{}, &want)
			oracle := written(&want)
			for i, p := range written(&got) {
				what := []string{"gates", "h", "c", "tanh c", "∂X", "∂R", "∂h", "∂c"}[i]
				s.agree(label("%s %d×%d %s", name, rows, hidden, what), *p, *oracle[i], 2e-6)
			}
		}
	}
}
