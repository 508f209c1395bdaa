package kernel_test

import (
	"math"
	"testing"

	"unroll/core/kernel"
)

// TestSmoothingIsPyTorchs holds the oracle and Plain against what PyTorch 1.13 computes in float64 by
//
//	x = torch.tensor([[1, -2, .5, 3], [.25, .75, -1.5, 2], [4, 4, -4, 0], [0, 1, 2, -8]], requires_grad=True)
//	F.cross_entropy(x, torch.tensor([3, 0, 2, 1]), ignore_index=0, label_smoothing=ε, reduction="sum")
func TestSmoothingIsPyTorchs(t *testing.T) {
	logits := []float32{1, -2, 0.5, 3, 0.25, 0.75, -1.5, 2, 4, 4, -4, 0, 0, 1, 2, -8}
	for _, c := range []struct {
		smoothing float32
		loss      float64
		gradient  []float64
	}{
		{0, 10.312319130388316, []float64{
			0.11055375, 0.00550414713, 0.0670542391, -0.183112137, 0, 0, 0, 0,
			0.495380306, 0.495380306, -0.999833818, 0.00907320679, 0.0900278542, -0.75527892, 0.665220865, 3.02009805e-05}},
		{0.1, 10.274819130388316, []float64{
			0.0855537504, -0.0194958529, 0.0420542391, -0.108112137, 0, 0, 0, 0,
			0.470380306, 0.470380306, -0.924833818, -0.0159267932, 0.0650278542, -0.68027892, 0.640220865, -0.024969799}},
		{1, 9.937319130388316, []float64{
			-0.13944625, -0.244495853, -0.182945761, 0.566887863, 0, 0, 0, 0,
			0.245380306, 0.245380306, -0.249833818, -0.240926793, -0.159972146, -0.00527891998, 0.415220865, -0.249969799}},
	} {
		for _, ops := range []kernel.Ops{kernel.Naive{}, kernel.Plain{}} {
			x, dx := kernel.Dense(4, 4, append([]float32(nil), logits...)), kernel.Dense(4, 4, make([]float32, 16))
			targets := kernel.Targets{Labels: []int32{3, 0, 2, 1}, Ignored: 0, Smoothing: c.smoothing}
			if loss := ops.CrossEntropy(x, x, targets); !(math.Abs(loss-c.loss) < 1e-6) {
				t.Errorf("%s, ε = %v: the loss is %v, PyTorch's %v", ops.Name(), c.smoothing, loss, c.loss)
			}
			ops.CrossEntropyBackward(dx, x, targets, 2)
			for i, want := range c.gradient {
				if got := float64(dx.Data[i]); !(math.Abs(got-2*want) < 4e-7) {
					t.Errorf("%s, ε = %v: twice the gradient has %v at %d, PyTorch's %v", ops.Name(), c.smoothing, got, i, 2*want)
				}
			}
		}
	}
}
