package train

import "unroll/core/measure"

// Progress is what one training step has to say.
type Progress struct {
	Step   int     // steps taken, this one counted
	Loss   float64 // mean cross-entropy of the step's target tokens, in nats
	Norm   float64 // the gradient's global L2 norm before clipping
	Tokens int     // target tokens in the step, padding left out
	Rate   float64 // of learning
	Truth  float64 // the probability with which the decoder was fed a true token
}

// Evaluation is how well the model does on pairs that training never shows it, decoding greedily; its loss
// is that of saying the true targets.
type Evaluation struct {
	Step    int             // training steps taken
	Report  *measure.Report // over all pairs, and for each source length
	Samples []Sample
}

// Sample is one held-out pair and what the model made of it, as text.
type Sample struct {
	Source, Target, Output string
	Right                  bool
}
