// Package trace holds what happened in one run of an encoder–decoder, as plain data: every
// embedding, gate, state, score, weight, context, logit and probability that the model computed,
// and nothing else. A trace knows no colour and no pixel; scenes are drawn from it and from
// nothing but it.
//
// Shapes: S source length, T target length, L layers, E embedding, H hidden, V target vocabulary, D the
// width of what the encoder says at a step: H, or 2H in both directions.
// All slices are owned by the trace; the model never writes to them again.
package trace

// Token is one entry of a vocabulary.
type Token struct {
	ID   int
	Text string // what a reader sees: a letter, a word, or a mark such as ⟨end⟩
}

// Gate is one gate of a recurrent cell at one step. GRU: r, z, n; LSTM: i, f, g, o, under
// PyTorch's names and in PyTorch's order. A plain RNN has one, h, which is its state.
type Gate struct {
	Name   string
	Values []float32 // [H]
}

// State is what a recurrent cell hands to the next step.
type State struct {
	H []float32 // [H]
	C []float32 // [H], the LSTM's cell state; nil for every other cell
}

// Cell is one step of one recurrent layer: what the gates said, what came out.
type Cell struct {
	Gates []Gate
	State
}

// Reading is one source token's way through the encoder.
type Reading struct {
	Token     Token
	Embedding []float32 // [E]
	Layers    []Cell    // [L], the lowest first
	Backwards []Cell    // [L] of the layers that read from the end to the beginning; nil without
	Out       []float32 // [D] what the encoder says, which attention looks at: the highest layer's h; in both directions [h→; h←]
}

// Attention is one decoding step's look back at the source.
type Attention struct {
	Scores      []float32 // [S], how well each state answers the query
	Weights     []float32 // [S], softmax of the scores; sums to one
	Context     []float32 // [D], the weighted sum of the encoder's states
	Attentional []float32 // [H], tanh(W_c [context; h] + b_c); nil for Bahdanau's, which has none
}

// Step is one decoding step.
type Step struct {
	Token         Token      // what is fed: ⟨start⟩, then what came out before
	Embedding     []float32  // [E]
	Layers        []Cell     // [L], the lowest first
	Attention     *Attention // nil for a model without attention
	Logits        []float32  // [V]
	Probabilities []float32  // [V], softmax of the logits; sums to one
	Output        Token      // what comes out: the most probable token, unless Run.Decoding says otherwise; ⟨end⟩ ends the run
}

// Run is one sentence's way through encoder and decoder.
type Run struct {
	Model    Model
	Trained  int       // how many training steps the model had taken
	Input    string    // the sentence as it was typed
	Said     string    // what came out, as a reader expects to see it; empty if nobody put it together
	Decoding string    // how the outputs were chosen: "greedy", "sampled", "beam", "forced"
	Targets  []string  // the target vocabulary, so that logit i is that of Targets[i]
	Encoder  []Reading // S, in the order in which the source is read
	Bridge   []State   // [L] what the decoder starts from
	Summary  []float32 // [D] what every decoding step is fed besides; nil without
	Decoder  []Step    // T steps, the last of which says ⟨end⟩ unless the run was cut at its limit
}

// Model is how the model of a run is built, under the names of package model's Architecture.
type Model struct {
	Cell         string // "rnn", "gru", "lstm"
	Layers       int
	Residual     bool
	Encoder      string // "forward", "reversed", "both"
	Bridge       string // "pass", "dense", "zero"
	Feed         string // "start", "every"
	Attention    string // "none", "dot", "general", "additive", "bahdanau"
	InputFeeding bool
}

// Top is the highest layer's step.
func (r *Reading) Top() *Cell { return &r.Layers[len(r.Layers)-1] }

// Top is the highest layer's step.
func (s *Step) Top() *Cell { return &s.Layers[len(s.Layers)-1] }

// Output is the text of what the decoder said, without ⟨end⟩.
func (r *Run) Output(end int) []string {
	var out []string
	for _, s := range r.Decoder {
		if s.Output.ID == end {
			break
		}
		out = append(out, s.Output.Text)
	}
	return out
}
