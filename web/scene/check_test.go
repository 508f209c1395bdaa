package scene

import (
	"strings"
	"testing"

	"unroll/core/trace"
	"unroll/web/scene/scenetest"
)

// TestDamagedRuns takes something from a run that a picture needs: no film is made of it, and the error
// says what is missing, and where.
func TestDamagedRuns(t *testing.T) {
	for _, c := range []struct {
		name, want string
		damage     func(*trace.Run)
	}{
		{"no encoder", "no steps", func(r *trace.Run) { r.Encoder = nil }},
		{"no decoder", "no steps", func(r *trace.Run) { r.Decoder = nil }},
		{"no bridge", "3 layers hands the decoder 0 states", func(r *trace.Run) { r.Bridge = nil }},
		{"empty bridge", "hands no state", func(r *trace.Run) { r.Bridge[0].H = nil }},
		{"short bridge", "bridge/2/c has 5 numbers, not 6", func(r *trace.Run) { r.Bridge[2].C = r.Bridge[2].C[:5] }},
		{"no summary", "summary has 0 numbers, not 12", func(r *trace.Run) { r.Summary = nil }},
		{"short state", "encoder/1/layers/0/h has 2 numbers, not 6", func(r *trace.Run) { r.Encoder[1].Layers[0].H = r.Encoder[1].Layers[0].H[:2] }},
		{"no memory", "encoder/1/backwards/2/c has 0 numbers, not 6", func(r *trace.Run) { r.Encoder[1].Backwards[2].C = nil }},
		{"missing layer", "encoder/2/layers has 2 layers, the model 3", func(r *trace.Run) { r.Encoder[2].Layers = r.Encoder[2].Layers[:2] }},
		{"one direction", "encoder/0/backwards has 0 layers, the model 3", func(r *trace.Run) { r.Encoder[0].Backwards = nil }},
		{"short output", "encoder/0/out has 6 numbers, not 12", func(r *trace.Run) { r.Encoder[0].Out = r.Encoder[0].Out[:6] }},
		{"short gate", "decoder/1/layers/0/gates/i has 0 numbers, not 6", func(r *trace.Run) { r.Decoder[1].Layers[0].Gates[0].Values = nil }},
		{"missing gate", "decoder/1/layers/2 has the gates i f g, a lstm has i f g o", func(r *trace.Run) { r.Decoder[1].Layers[2].Gates = r.Decoder[1].Layers[2].Gates[:3] }},
		{"foreign output", "decoder/0 says token 99 of a vocabulary of 6", func(r *trace.Run) { r.Decoder[0].Output.ID = 99 }},
		{"short logits", "decoder/0/logits has 0 numbers, not 6", func(r *trace.Run) { r.Decoder[0].Logits = nil }},
		{"short weights", "decoder/0/attention/weights has 0 numbers, not 3", func(r *trace.Run) { r.Decoder[0].Attention.Weights = nil }},
		{"half attention", "decoder/1 differs from the model in having attention", func(r *trace.Run) { r.Decoder[1].Attention = nil }},
		{"no attentional", "decoder/1/attention/attentional has 0 numbers, not 6", func(r *trace.Run) { r.Decoder[1].Attention.Attentional = nil }},
		{"foreign cell", `cell is "mgu"; a film knows rnn gru lstm`, func(r *trace.Run) { r.Model.Cell = "mgu" }},
		{"unsaid attention", `attention is ""`, func(r *trace.Run) { r.Model.Attention = "" }},
		{"no layers", "0 layers", func(r *trace.Run) { r.Model.Layers = 0 }},
		{"both pass", "both directions cannot pass", func(r *trace.Run) { r.Model.Bridge = "pass" }},
		{"fed nothing", "feeds an attentional state", func(r *trace.Run) { r.Model.Attention = "bahdanau" }},
		{"another cell", "encoder/0/layers/0/c has 6 numbers, not 0", func(r *trace.Run) { r.Model.Cell = "gru" }},
		{"not both", "encoder/0 reads backwards too", func(r *trace.Run) { r.Model.Encoder = "reversed" }},
	} {
		run := scenetest.Run(scenetest.Reverse("abc").With(deepest()))
		c.damage(run)
		for _, s := range Films() {
			_, err := New(s.ID, run, Options{})
			if err == nil {
				t.Errorf("%s: %s was made all the same", c.name, s.ID)
			} else if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: the error is %q and does not say %q", c.name, err, c.want)
			}
		}
	}
}
