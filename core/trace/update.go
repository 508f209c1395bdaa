package trace

// Update is one training step, opened up: how the gradient of its loss went back through one sentence of
// its batch, box by box and step by step, and what the optimiser then moved.
//
// Every gradient is that of the step's own loss L, the mean over all target tokens of its batches, so that
// gradients of different boxes can be compared.
type Update struct {
	Step int     // training steps taken, this one counted
	Loss float64 // L
	Norm float64 // the global L2 norm of the parameters' gradient
	Clip float64 // what the gradient was multiplied by before the update
	Rate float64 // of learning

	Run     *Run              // the sentence on its way forward, forced to say its target
	Encoder []ReadingGradient // S, in the order of Run.Encoder
	Bridge  []State           // [L] ∂L/∂ the state that the decoder started from
	Decoder []StepGradient    // T
	Weights []Weight          // one for each parameter, in the model's order
}

// ReadingGradient is ∂L/∂ what a Reading holds.
type ReadingGradient struct {
	Embedding []float32 // [E]
	Layers    []State   // [L]
	Backwards []State   // [L], nil without
}

// StepGradient is ∂L/∂ what a Step holds.
type StepGradient struct {
	Embedding   []float32 // [E]
	Layers      []State   // [L]
	Scores      []float32 // [S], nil without attention
	Context     []float32 // [D], nil without attention
	Attentional []float32 // [H], nil without
	Logits      []float32 // [V]
}

// Weight is one parameter and what became of it.
type Weight struct {
	Name     string
	Shape    []int
	Norm     float64 // L2, before the update
	Gradient float64 // L2 norm of ∂L/∂ it, before clipping
	Moved    float64 // L2 norm of the difference that the update made
}
