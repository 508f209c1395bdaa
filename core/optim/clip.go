package optim

import (
	"math"

	"unroll/core/kernel"
)

// Norm is the L2 norm of all gradients together.
func Norm(ops kernel.Ops, grad []float32) float64 { return math.Sqrt(ops.Dot(grad, grad)) }

// Clip is what the gradient must be multiplied by so that its norm is at most limit (Pascanu,
// Mikolov & Bengio 2013, Algorithm 1): min(1, limit ⁄ (norm + 10⁻⁶)), the small number as PyTorch
// has it. A limit of 0 never clips.
func Clip(norm, limit float64) float32 {
	if limit == 0 {
		return 1
	}
	return float32(min(1, limit/(norm+1e-6)))
}
