package kernel

import "fmt"

// The number of gate blocks in a row of each cell.
const (
	GatesRNN  = 1
	GatesGRU  = 3
	GatesLSTM = 4
)

// Check panics unless every buffer is long enough for a cell of so many gates; an Ops reaches memory
// only past it.
func (s *Step) Check(gates int) {
	if s.Rows < 0 || s.Hidden < 0 {
		panic(fmt.Sprintf("kernel: a step of %d rows of %d units", s.Rows, s.Hidden))
	}
	n := s.Rows * s.Hidden
	need(len(s.X), gates*n, "X")
	need(len(s.R), gates*n, "R")
	need(len(s.Gates), gates*n, "Gates")
	need(len(s.PrevH), n, "PrevH")
	need(len(s.H), n, "H")
	if gates == GatesLSTM {
		need(len(s.PrevC), n, "PrevC")
		need(len(s.C), n, "C")
		need(len(s.TanhC), n, "TanhC")
	}
}

// Check panics unless every buffer is long enough for a cell of so many gates.
func (s *StepGrad) Check(gates int) {
	s.Step.Check(gates)
	n := s.Rows * s.Hidden
	need(len(s.DH), n, "DH")
	need(len(s.DX), gates*n, "DX")
	need(len(s.DR), gates*n, "DR")
	need(len(s.DPrevH), n, "DPrevH")
	if gates == GatesLSTM {
		need(len(s.DC), n, "DC")
		need(len(s.DPrevC), n, "DPrevC")
	}
}

// Check panics unless there is a label for each row of x and it is one of its columns, or ignored.
func (t *Targets) Check(x Matrix) {
	if !(0 <= t.Smoothing && t.Smoothing <= 1) {
		panic(fmt.Sprintf("kernel: labels smoothed by %v", t.Smoothing))
	}
	need(len(t.Labels), x.Rows, "labels")
	for _, label := range t.Labels[:x.Rows] {
		if label != t.Ignored && (label < 0 || int(label) >= x.Cols) {
			panic(fmt.Sprintf("kernel: label %d of %d columns", label, x.Cols))
		}
	}
}

// Check panics unless every buffer is as long as P.
func (s *AdamStep) Check() {
	n := len(s.P)
	need(len(s.G), n, "G")
	need(len(s.M), n, "M")
	need(len(s.V), n, "V")
}
