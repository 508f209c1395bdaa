package decode

import (
	"slices"

	"unroll/core/corpus"
	"unroll/core/trace"
)

// Trace runs the model along a hypothesis for its source and returns everything that was computed on
// the way. Trained and Input are the caller's to fill in. Where the kernels take the rows of a batch
// together, what a beam found may differ from its trace by a rounding error.
func (d *Decoder) Trace(source []int, h Hypothesis) *trace.Run {
	said := slices.Clip(h.IDs)
	if h.Finished {
		said = append(said, corpus.End)
	}
	d.begin(source, 1)
	for t, id := range said {
		d.model.Advance(t, d.fed)
		d.fed[0] = id
	}
	run := d.model.TraceForced(0, d.source, d.target, said)
	run.Decoding = h.Decoding
	return run
}
