// Package trace holds what happened in one run of an encoder–decoder, as plain data: every
// embedding, gate, state, score, weight, context, logit and probability that the model computed,
// and nothing else. A trace knows no colour and no pixel; scenes are drawn from it and from
// nothing but it.
//
// Shapes: S source length, T target length, E embedding, H hidden, V target vocabulary.
// All slices are owned by the trace; the model never writes to them again.
package trace

// Token is one entry of a vocabulary.
type Token struct {
	ID   int
	Text string // what a reader sees: a letter, a word, or a mark such as ⟨end⟩
}

// Gate is one gate of a recurrent cell at one step. GRU: r, z, n; LSTM: i, f, g, o, under
// PyTorch's names and in PyTorch's order.
type Gate struct {
	Name   string
	Values []float32 // [H]
}

// State is what a recurrent cell hands to the next step.
type State struct {
	H []float32 // [H]
	C []float32 // [H], the LSTM's cell state; nil for every other cell
}

// Cell is one step of a recurrent cell: what went in, what the gates said, what came out.
type Cell struct {
	Token     Token
	Embedding []float32 // [E]
	Gates     []Gate
	State
}

// Attention is one decoding step's look back at the source.
type Attention struct {
	Scores      []float32 // [S], score(h_t, s_j)
	Weights     []float32 // [S], softmax of the scores; sums to one
	Context     []float32 // [H], the weighted sum of the encoder's states
	Attentional []float32 // [H], tanh(W_c [context; h] + b_c)
}

// Step is one decoding step.
type Step struct {
	Cell                     // its Token is the decoder's input: ⟨start⟩, then what came out before
	Attention     *Attention // nil for a model without attention
	Logits        []float32  // [V]
	Probabilities []float32  // [V], softmax of the logits; sums to one
	Output        Token      // the most probable token; ⟨end⟩ ends the run
}

// Run is one sentence's way through encoder and decoder.
type Run struct {
	Cell      string   // "gru" or "lstm"
	Attention string   // "none" or "general"
	Trained   int      // how many training steps the model had taken
	Input     string   // the sentence as it was typed
	Targets   []string // the target vocabulary, so that logit i is that of Targets[i]
	Encoder   []Cell   // S steps
	Bridge    State    // what the encoder hands to the decoder
	Decoder   []Step   // T steps, the last of which says ⟨end⟩ unless the run was cut at its limit
}

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
