// Package wire declares, once, every message that the page and its trainer exchange, and their form
// in bytes. The page sends Configure, Train, Pause, Step, Reset, Run, Save and Load; the trainer
// answers with Ready, Progress, Trace, Saved and Failure. A message crosses as one transferred
// buffer, so its size costs no copy. Messages are values: what Decode gives is a Configure, never a
// *Configure.
package wire

import (
	"unroll/core/decode"
	"unroll/core/trace"
	"unroll/core/train"
)

// Message is one of the types below.
type Message interface {
	kind() kind
	code(c *coder) Message // writes the message's fields to c, or returns the message read from c
}

// Configure makes the trainer begin anew with this configuration; answered by Ready.
type Configure struct {
	Config     train.Config
	Checkpoint []byte // where to begin; nil means fresh weights from the seed
	Data       []byte // the file of a task that has one
}

// Train lets the trainer run until Pause, and while it runs, at another pace.
type Train struct {
	Pace float64 // steps a second, for whoever wants to watch; 0: as many as it can
}

// Pause stops training after the step under way.
type Pause struct{}

// Step takes one training step, of which an Update tells.
type Step struct{}

// Reset throws the weights away and draws fresh ones from the seed; answered by Ready.
type Reset struct{}

// Run asks for a Trace of this input now, and again whenever the model has moved on.
type Run struct {
	Input  string
	Target string // what the model is forced to say; empty: it is decoded
	Decode decode.Options
	Pick   int // which of the hypotheses to trace
}

// Save asks for the trainer's whole state; answered by Saved.
type Save struct {
	Compact bool // the weights alone, quantised: what fits in a link
}

// Load replaces the trainer's whole state; answered by Ready, or by Failure and nothing lost.
type Load struct {
	Checkpoint []byte
	Data       []byte // the file of its task, if that has one and it is there
}

// Ready says what the trainer now holds. A Progress that evaluates it follows by itself.
type Ready struct {
	Config     train.Config
	Trained    int    // training steps taken
	Parameters int    // numbers in the model
	Kernel     string // the arithmetic in use, as in "plain"
	Example    string // an input worth showing first
	Tokens     Tokens // what an input is cut into, if that hangs on the file of the task
	Trains     bool   // false: the corpus of the model is not there, so that it can only be run
}

// Progress is what there is to say about the run, at most twenty times a second.
type Progress struct {
	Step            int
	Loss            float64 // mean cross-entropy of the steps since the last Progress, nats per token; with none since, as before; NaN before the first since Ready
	TokensPerSecond float64 // target tokens
	Rate            float64 // of learning, at the last step
	Truth           float64 // the probability with which the decoder was fed a true token
	Elapsed         float64 // seconds of training, pauses left out
	Training        bool
	Evaluation      *train.Evaluation // on held-out pairs; nil when there is nothing new
}

// Trace is what the model as it is now makes of an input.
type Trace struct {
	Decoded *train.Decoded
	Target  string // what it was forced to say, if it was
}

// Update is a training step, opened up.
type Update struct{ Update *trace.Update }

// Saved is the trainer's whole state: weights, optimiser, random streams, configuration.
type Saved struct {
	Step       int
	Checkpoint []byte
	Compact    bool
}

// Failure says what went wrong. What the trainer held before, it still holds; only after Diverged it is
// back at the last good state of the same run.
type Failure struct {
	Reason Reason
	Target bool   // UnknownToken, TooLong, Empty: it is about the target, not the input
	Token  string // UnknownToken: the text that the vocabulary lacks
	Limit  int    // TooLong: the longest input, in tokens
	Step   int    // Diverged: the step at which the loss was no longer a number, or exploded; Crashed, Lost: that of the last snapshot
	Back   int    // Diverged: the step of the last good state, which is the trainer's again
	Detail string // for a developer's eyes, in English
}

// Reason is what kind of failure it was; the page has a sentence for each.
type Reason uint8

const (
	BadConfig     Reason = iota // Configure: the settings do not go together
	BadCheckpoint               // Configure, Load: damaged, foreign, or of another configuration
	NoCorpus                    // Train, Step: the corpus of the model is not there
	UnknownToken                // Run: a token that the vocabulary lacks
	TooLong                     // Run: more tokens than the model takes
	Empty                       // Run: no token at all
	Diverged                    // training: the loss exploded or is not a number
	Crashed                     // the trainer itself died and is being started again from Step; said by the page's supervisor
	Lost                        // the trainer died again and again and stays down until it is told to do something
)
