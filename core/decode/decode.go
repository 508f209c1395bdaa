// Package decode makes outputs of what a trained encoder–decoder thinks probable. The model says, of
// each next token y, how probable it is after those before it; an output's probability is the product
//
//	log p(Y | X) = Σ_t log p(y_t | X, y_1 … y_{t−1}),    the last y_t being End
//
// and to find the most probable Y among the Vᵀ that there are is out of reach. There are three ways
// to settle for less:
//
//   - Greedy takes the most probable token at each step. It may walk down a garden path: what begins
//     well need not go on well.
//   - Sampling draws each token with its probability, p_i ∝ exp(x_i ⁄ τ) of logits x and a temperature τ
//     (Ackley, Hinton & Sejnowski 1985), if wanted from the k most probable alone (Fan, Lewis & Dauphin
//     2018).
//   - Beam search goes on, at each step, with the several beginnings that are most probable so far
//     (Graves 2012; Sutskever, Vinyals & Le 2014, § 3.2). A longer output is a product of more factors;
//     a length penalty makes up for it.
//
// The penalty is GNMT's (Wu et al. 2016, eq. 14, without the coverage penalty); |Y| counts End:
//
//	score(Y) = log p(Y | X) ⁄ lp(Y),    lp(Y) = (5 + |Y|)^α ⁄ (5 + 1)^α
//
// The other way round, Force says how probable the model finds an output that is given.
//
// No method masks a token. A trained model gives Pad and Start next to nothing, and an untrained one may
// say them like any other: so a probability is everywhere the same number, those of all outputs, with
// what the limit cuts off, add up to one, and greedy decoding is what model.Greedy does.
//
// Probabilities are float64 and natural logarithms, computed from the model's float32 logits with the
// same bits on every platform; of equals, the earlier hypothesis and then the smaller id come first.
//
// Shapes: V vocabulary, T target length, W width of the beam.
package decode

import (
	"fmt"

	"unroll/core/corpus"
	"unroll/core/model"
	"unroll/core/trace"
)

// Decoder decodes with one model, one source at a time. It works in the model's buffers: a pass of the
// one overwrites what the other left there.
type Decoder struct {
	model          *model.Model
	source, target *corpus.Vocabulary

	fed, parent []int     // [W], for Advance and Reorder
	weights     []float64 // [V], of sampling
	shortlist   shortlist
}

// New is a Decoder of a model whose tokens are those of the two vocabularies.
func New(m *model.Model, source, target *corpus.Vocabulary) *Decoder {
	if c := &m.Config; source.Len() != c.SourceVocabulary || target.Len() != c.TargetVocabulary {
		panic(fmt.Sprintf("decode: vocabularies of %d and %d tokens, and a model of %d and %d",
			source.Len(), target.Len(), c.SourceVocabulary, c.TargetVocabulary))
	}
	return &Decoder{model: m, source: source, target: target}
}

// Hypothesis is an output, or the beginning of one.
type Hypothesis struct {
	Decoding string    // how it was found, as trace.Run has it: "greedy", "sampled", "beam", "forced"
	IDs      []int     // without End
	Finished bool      // End was said; otherwise the model's MaxTarget cut it off
	LogProbs []float64 // of each token given those before it, of End too if that was said
	LogProb  float64   // their sum, log p(Y | X): the model's own, whatever the temperature
	Score    float64   // LogProb ⁄ lp(Y), in which |Y| counts End; without a beam it is LogProb
}

// Result is what Decode found.
type Result struct {
	Hypotheses []Hypothesis // at least one, the best first
	Tree       *trace.Beam  // how they were found by a beam; nil otherwise
}

// Decode makes an output of a source, which is as Task.Parse gives it. An error says what in the options
// cannot be.
func (d *Decoder) Decode(source []int, o Options) (Result, error) {
	if err := o.Check(); err != nil {
		return Result{}, fmt.Errorf("decode: %w", err)
	}
	o = o.plain()
	switch o.Method {
	case "sample":
		return Result{Hypotheses: []Hypothesis{d.sample(source, o)}}, nil
	case "beam":
		if room := d.model.Config.MaxBatch; o.Width > room {
			return Result{}, fmt.Errorf("decode: the beam's width is %d; this model has room for %d hypotheses side by side", o.Width, room)
		}
		return d.beam(source, o), nil
	}
	return Result{Hypotheses: []Hypothesis{d.greedy(source)}}, nil
}

func (d *Decoder) greedy(source []int) Hypothesis {
	return d.walk("greedy", source, d.model.Config.MaxTarget, func(_ int, _ []float32, o *outlook) int { return o.best })
}

// Force is the hypothesis of a target, in which there is no End: how probable the model finds just this
// output. It fails for one that, with End, is longer than the model's MaxTarget.
func (d *Decoder) Force(source, target []int) (Hypothesis, error) {
	if steps, most := len(target)+1, d.model.Config.MaxTarget; steps > most {
		return Hypothesis{}, fmt.Errorf("decode: the target has, with its end, %d tokens; the model takes %d steps at most", steps, most)
	}
	return d.walk("forced", source, len(target)+1, func(t int, _ []float32, _ *outlook) int {
		if t < len(target) {
			return target[t]
		}
		return corpus.End
	}), nil
}

// walk follows a single hypothesis, which says at each step what choose makes of the logits, to its End
// or for so many steps.
func (d *Decoder) walk(how string, source []int, steps int, choose func(t int, logits []float32, o *outlook) int) Hypothesis {
	h := newHypothesis(how, steps)
	d.begin(source, 1)
	for t := 0; t < steps && !h.Finished; t++ {
		d.model.Advance(t, d.fed)
		logits := d.model.Logits(t, 0)
		o := look(logits)
		d.fed[0] = choose(t, logits, &o)
		h.say(d.fed[0], o.logProb(logits[d.fed[0]]))
	}
	h.Score = h.LogProb
	return h
}

// begin encodes a source for decodings side by side, all of which are fed Start.
func (d *Decoder) begin(source []int, rows int) {
	d.model.Encode(source, rows)
	d.fed, d.parent = d.fed[:0], d.parent[:0]
	for range rows {
		d.fed, d.parent = append(d.fed, corpus.Start), append(d.parent, 0)
	}
}

func (d *Decoder) token(id int) trace.Token { return trace.Token{ID: id, Text: d.target.Text(id)} }

// newHypothesis has room for so many tokens.
func newHypothesis(how string, steps int) Hypothesis {
	return Hypothesis{Decoding: how, IDs: make([]int, 0, steps), LogProbs: make([]float64, 0, steps)}
}

// say adds a token.
func (h *Hypothesis) say(id int, logProb float64) {
	if id == corpus.End {
		h.Finished = true
	} else {
		h.IDs = append(h.IDs, id)
	}
	h.LogProbs = append(h.LogProbs, logProb)
	h.LogProb += logProb
}
