package train

import (
	"unroll/core/corpus"
	"unroll/core/kernel"
	"unroll/core/model"
	"unroll/core/optim"
	"unroll/core/trace"
)

// watched is what is written down of a step that somebody watches: of the first sentence of its first
// shard, which whoever leads computes, and of every parameter.
type watched struct {
	source, target *corpus.Vocabulary
	update         *trace.Update
	value          []float32 // of the parameters, before the update
}

// Watch has the next step written down.
func (s *Session) Watch() {
	s.stepper.watched = &watched{source: s.task.Source(), target: s.task.Target()}
}

// Watched is what was written down of the last step, or nil if that was not watched or has failed. The
// steps after it are not.
func (s *Session) Watched() *trace.Update {
	w := s.stepper.watched
	s.stepper.watched = nil
	if w == nil || w.update == nil || w.update.Weights == nil {
		return nil
	}
	w.update.Run.Trained = s.trained - 1
	return w.update
}

// sentence reads the model's buffers after the backward pass of a batch.
func (w *watched) sentence(m *model.Model, b *corpus.Batch) {
	said := make([]int, b.TargetLength[0])
	for t := range said {
		said[t] = int(b.Label[t*b.Size])
	}
	w.update = m.TraceBackward(0, len(said))
	w.update.Run = m.TraceForced(0, w.source, w.target, said)
	w.update.Run.Decoding = "forced"
	ids := make([]int, b.SourceLength[0])
	for s := range ids {
		ids[s] = int(b.Source[s*b.Size])
	}
	w.update.Run.Input, w.update.Run.Said = w.source.Join(ids), w.target.Join(said[:len(said)-1])
}

// before notes what the update is made of.
func (w *watched) before(ops kernel.Ops, m *model.Model, gradient []float32, p Progress, clip float32) {
	u := w.update
	u.Step, u.Loss, u.Norm, u.Clip, u.Rate = p.Step, p.Loss, p.Norm, float64(clip), p.Rate
	w.value = append(w.value[:0], m.Params.Value...)
	at := 0
	for _, p := range m.Params.Params {
		end := at + p.Len()
		u.Weights = append(u.Weights, trace.Weight{
			Name: p.Name, Shape: p.Shape, Norm: optim.Norm(ops, p.Value), Gradient: optim.Norm(ops, gradient[at:end]),
		})
		at = end
	}
}

// after notes what the update has moved.
func (w *watched) after(ops kernel.Ops, m *model.Model) {
	ops.Axpy(-1, m.Params.Value, w.value)
	at := 0
	for i, p := range m.Params.Params {
		end := at + p.Len()
		w.update.Weights[i].Moved = optim.Norm(ops, w.value[at:end])
		at = end
	}
}
